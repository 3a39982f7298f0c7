import type { LicenceStatus } from './licence.schemas.js';

/** How a state is called, and whether it asks for something. */
export const statusWords: Record<LicenceStatus, { label: string; kind: 'neutral' | 'accent' | 'signal' }> = {
  unsent: { label: 'copy missing', kind: 'signal' },
  waiting: { label: 'being looked at', kind: 'neutral' },
  asked: { label: 'question for you', kind: 'signal' },
  verified: { label: 'verified', kind: 'accent' },
  refused: { label: 'refused', kind: 'neutral' },
  lapsed: { label: 'lapsed', kind: 'signal' },
  withdrawn: { label: 'withdrawn', kind: 'neutral' },
  replaced: { label: 'renewed', kind: 'neutral' },
};

const eventWords: Record<string, string> = {
  entered: 'Entered',
  sent: 'Copy sent',
  asked: 'Question',
  answered: 'Answer',
  approved: 'Verified',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
  lapsed: 'Lapsed',
  replaced: 'Replaced by its renewal',
};

/** How something that happened to a licence is called. */
export const eventWord = (kind: string): string => eventWords[kind] ?? kind;
