import type { RequestHandler, Response } from 'express';
import type Stripe from 'stripe';

const policy = (returns: string) =>
  `default-src 'none'; style-src 'self'; font-src 'self'; form-action 'self'${returns}; base-uri 'none'; frame-ancestors 'none'`;

/** No script, nothing from elsewhere, nothing kept. */
export const guard: RequestHandler = (_req, res, next) => {
  res.type('html').set({
    'Cache-Control': 'no-store',
    'Content-Security-Policy': policy(''),
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  });
  next();
};

/** Browsers hold the redirect after a form to `form-action` too: the seller's own origin is allowed. */
export function allowReturn(res: Response, session: Stripe.Checkout.Session): void {
  res.set('Content-Security-Policy', policy(` ${new URL(session.success_url!).origin}`));
}
