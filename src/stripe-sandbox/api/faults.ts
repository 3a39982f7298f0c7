import type { RequestHandler, Response } from 'express';
import type { Store } from '../store/store.js';
import { StripeError } from './stripe-error.js';

export interface Fault {
  answer: '429' | '500' | 'reset' | 'timeout' | 'truncated';
  after_effect: boolean;
}

/** Takes the oldest fault that is meant for this request; one that strikes after the effect waits in `res.locals`. */
export const injectFaults =
  (store: Store): RequestHandler =>
  async (req, res, next) => {
    const fault = await store.row<Fault>(takeFault, [req.path, req.method]);
    if (!fault) return next();
    if (!fault.after_effect) return strike(fault, res, {});
    res.locals.fault = fault;
    next();
  };

/** Answers as the fault says instead of with `body`. */
export function strike(fault: Fault, res: Response, body: object): void {
  if (fault.answer === 'timeout') return;
  if (fault.answer === 'reset') {
    res.socket?.resetAndDestroy();
    return;
  }
  if (fault.answer === 'truncated') {
    const text = JSON.stringify(body);
    res.type('json').end(text.slice(0, Math.max(1, text.length >> 1)));
    return;
  }
  throw fault.answer === '429' ? tooMany() : broken();
}

const tooMany = () =>
  new StripeError(429, {
    type: 'invalid_request_error',
    code: 'rate_limit',
    message: 'Request rate limit exceeded. Learn more about rate limits at https://stripe.com/docs/rate-limits.',
  });

export const broken = () =>
  new StripeError(500, { type: 'api_error', message: 'An unknown error occurred. Request again later.' });

const takeFault = `
  UPDATE stripe_sandbox.faults SET remaining = remaining - 1
  WHERE id = (
    SELECT id FROM stripe_sandbox.faults
    WHERE remaining > 0 AND (path IS NULL OR starts_with($1, path)) AND (method IS NULL OR upper(method) = $2)
    ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
  )
  RETURNING answer, after_effect`;
