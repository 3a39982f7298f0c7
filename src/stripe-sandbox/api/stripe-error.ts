import type Stripe from 'stripe';

/** An error as Stripe answers it. Thrown, it undoes the request; a route that returns one keeps what it has done. */
export class StripeError extends Error {
  constructor(
    readonly status: number,
    readonly body: {
      type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
      message: string;
      code?: string;
      decline_code?: string;
      param?: string;
      charge?: string;
      payment_intent?: Stripe.PaymentIntent;
      payment_method?: Stripe.PaymentMethod;
    },
  ) {
    super(body.message);
  }
}

export const invalidRequest = (message: string, param?: string, code?: string): StripeError =>
  new StripeError(400, { type: 'invalid_request_error', message, ...(code && { code }), ...(param && { param }) });

export const missingParam = (param: string): StripeError =>
  invalidRequest(`Missing required param: ${param}.`, param, 'parameter_missing');

/** `status` 404 for the object of the address, 400 for one that a parameter names. */
export const noSuch = (what: string, id: string, param = 'id', status = param === 'id' ? 404 : 400): StripeError =>
  new StripeError(status, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${what}: '${id}'`,
    param,
  });
