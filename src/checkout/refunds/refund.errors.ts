import { formatMoney, DomainError, invalidField, type Money } from '../../shared/index.js';

export const nothingToRefund = (why: string) => new DomainError('nothing_to_refund', why, { kind: 'conflict' });

export const checkoutCountsOnIt = (number: string) =>
  new DomainError(
    'checkout_open',
    `The open checkout ${number} counts on this purchase as credit and could not be ended just now. Cancel it first, then try again.`,
    { kind: 'conflict' },
  );

export const refundAskedAlready = () =>
  new DomainError('refund_asked_already', 'A refund of this order was asked for already and is being decided.', {
    kind: 'conflict',
  });

export const refundDecidedAlready = () =>
  new DomainError('refund_decided', 'Somebody decided on this request already.', { kind: 'conflict' });

export const refundQuoteChanged = (now: Money) =>
  new DomainError('refund_changed', `The refund is ${formatMoney(now)} now. Look at it once more before you ask.`, {
    kind: 'conflict',
    fields: { amount: `It is ${formatMoney(now)} now.` },
  });

export const refundTooHigh = (most: Money) =>
  invalidField('amount', `At most ${formatMoney(most)} can go back.`, 'refund_too_high');

export const chooseLines = () => invalidField('lines', 'Choose what to refund.', 'refund_lines_missing');

export const wholeOrderOnly = () =>
  invalidField(
    'lines',
    'While instalments are open, courses of this order close all together: choose every line.',
    'refund_whole_order',
  );

export const allocatedAlready = () =>
  new DomainError('refund_allocated', 'This refund belongs to its lines already.', { kind: 'conflict' });

export const allocationDiffers = (amount: Money) =>
  invalidField('lines', `What you choose must be able to take ${formatMoney(amount)}.`, 'refund_allocation_differs');
