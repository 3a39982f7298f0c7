import type { RecallStatus } from '../recall.js';

export const recallBadges: Record<RecallStatus, { label: string; kind: 'accent' | 'signal' | 'outline' }> = {
  proposed: { label: 'Waits for a decision', kind: 'outline' },
  published: { label: 'Running', kind: 'signal' },
  refused: { label: 'Refused', kind: 'outline' },
  ended: { label: 'Ended', kind: 'accent' },
};
