import type { Gift } from './gift.queries.js';

export type GiftState = 'sent' | 'opened' | 'claimed' | 'paused' | 'withdrawn';

export function giftState(gift: Pick<Gift, 'isWithdrawn' | 'isPaused' | 'acceptedAt' | 'openedAt'>): GiftState {
  if (gift.isWithdrawn) return 'withdrawn';
  if (gift.isPaused) return 'paused';
  if (gift.acceptedAt) return 'claimed';
  return gift.openedAt ? 'opened' : 'sent';
}
