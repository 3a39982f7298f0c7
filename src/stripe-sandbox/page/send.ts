import type { Response } from 'express';
import type Stripe from 'stripe';
import type { Outcome } from '../payments/attempt.js';
import { successUrl } from '../sessions/addresses.js';
import { lineItemsOf } from '../store/line-items.js';
import type { Work } from '../store/work.js';
import { type FieldErrors, type FormValues, valuesOf } from './form-values.js';
import { allowReturn } from './security.js';
import { ChallengePage } from './views/challenge-page.js';
import { ClosedPage } from './views/closed-page.js';
import { PaymentPage } from './views/payment-page.js';

type Session = Stripe.Checkout.Session;
type Again = { outcome: 'again'; session: Session; status: number; page: JSX.Element };

/** The page a session shows now. */
export async function pageOf(work: Work, session: Session, step?: 'challenge'): Promise<JSX.Element> {
  if (session.status !== 'open') return ClosedPage({ session });
  if (step === 'challenge') return ChallengePage({ session });
  const email = session.customer_email ?? session.customer_details?.email ?? '';
  return (await formAgain(work, session, valuesOf({ email }), {})).page;
}

/** The form with what was typed and what is wrong with it. */
export async function formAgain(
  work: Work,
  session: Session,
  values: FormValues & { cvc?: string },
  errors: FieldErrors,
): Promise<Again> {
  const items = (await lineItemsOf(work, session.id)) ?? [];
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  return { outcome: 'again', session, status, page: PaymentPage({ session, items, now: work.now, values, errors }) };
}

export function sendOutcome(res: Response, done: Exclude<Outcome, { outcome: 'declined' }> | Again): void {
  const { session } = done;
  allowReturn(res, session);
  if (done.outcome === 'complete') return res.redirect(303, successUrl(session));
  if (done.outcome === 'challenge') return res.redirect(303, `/c/pay/${session.id}/challenge`);
  if (done.outcome === 'again') return void res.status(done.status).send(done.page);
  res.status(session.status === 'expired' ? 410 : 409).send(ClosedPage({ session }));
}
