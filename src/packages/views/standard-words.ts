export const standardWords = (standard: string): string => (standard === 'scorm-1.2' ? 'SCORM 1.2' : 'SCORM 2004');
