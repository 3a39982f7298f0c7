import type { GiftState } from '../gift-state.js';

interface Label {
  label: string;
  kind: 'neutral' | 'accent' | 'signal' | 'outline';
}

export const giftStateLabel: Record<GiftState, Label> = {
  sent: { label: 'Sent', kind: 'outline' },
  opened: { label: 'Opened', kind: 'neutral' },
  claimed: { label: 'Accepted', kind: 'accent' },
  paused: { label: 'Paused', kind: 'signal' },
  withdrawn: { label: 'Refunded', kind: 'neutral' },
};
