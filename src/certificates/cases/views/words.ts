import type { CaseKind, CaseStatus } from '../case.js';

export const kindWords: Record<CaseKind, string> = { appeal: 'Appeal', complaint: 'Complaint', name: 'Another name' };

export const statusBadges = {
  open: { label: 'Open', kind: 'outline', icon: 'clock' },
  withdrawn: { label: 'Withdrawn', kind: 'neutral', icon: 'undo-2' },
  upheld: { label: 'Upheld', kind: 'accent', icon: 'check' },
  dismissed: { label: 'Dismissed', kind: 'signal', icon: 'x' },
} as const satisfies Record<CaseStatus, object>;
