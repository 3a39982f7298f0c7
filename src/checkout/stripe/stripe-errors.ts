import Stripe from 'stripe';

const { StripeCardError, StripeError, StripeInvalidRequestError, StripeRateLimitError } = Stripe.errors;

/** True while another call of ours with the same key is still on its way: its answer will be ours too. */
export const isUnderWay = (error: unknown): boolean => error instanceof StripeError && error.statusCode === 409;

/** True when Stripe itself refused what we asked: asking again will not help. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof StripeInvalidRequestError && !isUnderWay(error) && !isTooMany(error);

/** True when the amount is below what a card payment may be in its currency. */
export const isTooSmall = (error: unknown): boolean => isRefusal(error) && codeOf(error) === 'amount_too_small';

/** True when Stripe asks to be left alone for a moment. */
export const isTooMany = (error: unknown): boolean =>
  error instanceof StripeRateLimitError || (error instanceof StripeError && error.statusCode === 429);

/** Why the bank refused a card, in Stripe's word; undefined for any other error. */
export const declineOf = (error: unknown): string | undefined =>
  error instanceof StripeCardError ? (error.decline_code ?? error.code ?? 'declined') : undefined;

const codeOf = (error: unknown): string | undefined => (error instanceof StripeError ? error.code : undefined);
