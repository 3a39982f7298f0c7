import { formatMoney } from '../../../shared/index.js';
import type { CodeStanding, DeskCode } from '../code-desk.queries.js';

export const standingLooks: Record<CodeStanding, 'signal' | 'accent' | 'neutral' | 'outline'> = {
  running: 'signal',
  next: 'accent',
  ended: 'neutral',
  'used up': 'neutral',
  withdrawn: 'outline',
};

/** "10%", "$50.00, €45.00" */
export const worthOf = ({ percent, off }: Pick<DeskCode, 'percent' | 'off'>): string =>
  percent === null ? off.map(({ off: sum }) => formatMoney(sum)).join(', ') : `${percent}%`;

/** "3 of 100", and "2 held" for those that can still be paid. */
export function usesOf({ kept, held, totalLimit }: Pick<DeskCode, 'kept' | 'held' | 'totalLimit'>): string {
  const of = totalLimit === null ? String(kept) : `${kept} of ${totalLimit}`;
  return held > 0 ? `${of}, ${held} held` : of;
}
