import { DomainError, invalidField } from '../../shared/index.js';
import type { ChecklistItem } from './checklist.js';
import { checkTitles } from './checklist-words.js';

const conflict = (code: string, message: string, data?: Record<string, unknown>) =>
  new DomainError(code, message, { kind: 'conflict', ...(data && { data }) });

/** Names what stands in the way. */
export function notReady(failed: readonly ChecklistItem[]): DomainError {
  const titles = failed.map(({ check }) => checkTitles[check].toLowerCase()).join('; ');
  return conflict('not_ready', `The month cannot be closed yet. Still open: ${titles}.`, {
    checks: failed.map(({ check }) => check),
  });
}

export const alreadyClosed = () => conflict('already_closed', 'This month is closed already.');
export const notClosed = () => conflict('not_closed', 'This month is open.');
export const laterMonthClosed = () =>
  conflict('later_month_closed', 'A later month is closed. Months open again from the last one backwards.');
export const alreadyAsked = () => conflict('already_asked', 'Somebody has asked to open this month already.');
export const notAsked = () => conflict('not_asked', 'Nobody asks to open this month.');
export const ownRequest = () => conflict('own_request', 'You asked for it: another accountant has to decide.');
export const nothingToExplain = () =>
  invalidField('note', 'This payout has no difference to explain.', 'nothing_to_explain');
export const alreadyExplained = () => conflict('already_explained', 'This difference has been explained already.');
export const stripeUnreachable = () =>
  new DomainError('stripe_unreachable', 'Stripe does not answer just now. Nothing is lost; try again in a minute.', {
    kind: 'unavailable',
  });
