import type { Quote } from '../bundles/index.js';
import { DomainError, invalidField } from '../shared/index.js';

export const priceChanged = (quote: Quote) =>
  new DomainError('price_changed', 'The price changed since you saw it. Nothing was ordered; see the price now.', {
    kind: 'conflict',
    data: { quote },
  });

export const keyReused = () =>
  new DomainError('idempotency_key_reused', 'This Idempotency-Key was used for another order.', { kind: 'conflict' });

export const keyTooLong = (most: number) =>
  invalidField('idempotency-key', `An Idempotency-Key has at most ${most} characters.`);

export const paymentUnavailable = () =>
  new DomainError(
    'payment_unavailable',
    'The payment page cannot be opened just now. Nothing was charged; please try again in a minute.',
    { kind: 'unavailable' },
  );

export const bankIsConfirming = () =>
  new DomainError(
    'bank_confirming',
    'The bank is confirming this payment, so it cannot be cancelled here. Once it is confirmed, you can ask for a refund.',
    { kind: 'conflict' },
  );

export const checkoutLapsed = () =>
  new DomainError('checkout_lapsed', 'This checkout has lapsed. Please start again at the price now.', {
    kind: 'gone',
  });

export const badSignature = () =>
  new DomainError('bad_signature', 'This event is not signed by Stripe for us.', { kind: 'malformed' });

export const neverAtStripe = () =>
  new DomainError('never_at_stripe', 'This order never had a payment page, so Stripe knows nothing of it.', {
    kind: 'conflict',
  });

export const noReceipt = () =>
  new DomainError('no_receipt', 'This order has no receipt: it was not paid.', { kind: 'conflict' });

export const alreadyResolved = () =>
  new DomainError('already_resolved', 'Somebody resolved this review meanwhile. Nothing was changed.', {
    kind: 'conflict',
  });

export const planRefused = () =>
  invalidField('pay', 'This cannot be paid in instalments. Pay it at once instead.', 'plan_not_offered');

export const amountTooSmall = () =>
  new DomainError(
    'amount_too_small',
    'What is left to pay is less than the smallest card payment. Nothing was ordered; try it without the code.',
    { kind: 'conflict' },
  );

export const recipientMissing = () => invalidField('recipient', 'Say for whom the gift is.', 'recipient_missing');

export const giftToOneself = () =>
  invalidField(
    'recipient.email',
    'This is your own address. To learn yourself, choose “For me” above.',
    'gift_to_oneself',
  );

export const clinicMissing = () => invalidField('clinic', 'Say for which clinic the seats are.', 'clinic_missing');

export const namedInVain = (field: 'recipient' | 'clinic') =>
  invalidField(
    field,
    field === 'recipient' ? 'Only a gift has a recipient.' : 'Only seats are for a clinic.',
    'named_in_vain',
  );

export const nothingDue = () =>
  new DomainError('nothing_due', 'Every instalment of this order is paid.', { kind: 'conflict' });
