import type { RequestHandler } from 'express';
import { StripeError } from './stripe-error.js';

/** Any test key opens the stand-in, any other key is refused as Stripe refuses it. */
export const authenticate: RequestHandler = (req, _res, next) => {
  const key = keyOf(req.headers.authorization ?? '');
  if (!key) {
    throw new StripeError(401, {
      type: 'invalid_request_error',
      message: "You did not provide an API key. Provide it in the Authorization header, as 'Bearer YOUR_SECRET_KEY'.",
    });
  }
  if (!/^[sr]k_test_\w+$/.test(key)) {
    throw new StripeError(401, { type: 'invalid_request_error', message: `Invalid API Key provided: ${veiled(key)}` });
  }
  next();
};

function keyOf(header: string): string {
  const [scheme = '', value = ''] = header.split(' ', 2);
  if (/^bearer$/i.test(scheme)) return value;
  if (/^basic$/i.test(scheme)) return Buffer.from(value, 'base64').toString().split(':')[0]!;
  return '';
}

/** Enough to recognise a key by, not enough to use it. */
const veiled = (key: string) => `${/^(?:[a-z]{2}_)?(?:live_|test_)?/.exec(key)![0]}****`;
