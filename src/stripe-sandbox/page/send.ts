import type { Response } from 'express';
import type Stripe from 'stripe';
import type { Outcome } from '../payments/attempt.js';
import { successUrl } from '../sessions/addresses.js';
import { needsLocation } from '../sessions/locate-buyer.js';
import { lineItemsOf } from '../store/line-items.js';
import type { Work } from '../store/work.js';
import { type FieldErrors, type FormValues, valuesOf } from './form-values.js';
import { allowReturn } from './security.js';
import { AddressPage } from './views/address-page.js';
import { ChallengePage } from './views/challenge-page.js';
import { ClosedPage } from './views/closed-page.js';
import { PaymentPage } from './views/payment-page.js';

type Session = Stripe.Checkout.Session;
export type Step = 'address' | 'challenge' | 'pay';
type Again = { outcome: 'again'; session: Session; status: number; page: JSX.Element };
export type Answer = Exclude<Outcome, { outcome: 'declined' }> | { outcome: 'located'; session: Session } | Again;

/** The page a session shows now. */
export async function pageOf(work: Work, session: Session, step: Step): Promise<JSX.Element> {
  if (session.status !== 'open') return ClosedPage({ session });
  if (step === 'challenge') return ChallengePage({ session });
  return (await formAgain(work, session, { values: valuesOf({}, session), errors: {}, step })).page;
}

/** The form with what was typed and what is wrong with it. The address comes first where the tax depends on it. */
export async function formAgain(
  work: Work,
  session: Session,
  { values, errors, step }: { values: FormValues; errors: FieldErrors; step: Step },
): Promise<Again> {
  const items = (await lineItemsOf(work, session.id)) ?? [];
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  const asksFirst = needsLocation(session) || (step === 'address' && session.automatic_tax.enabled);
  const page = (asksFirst ? AddressPage : PaymentPage)({ session, items, now: work.now, values, errors });
  return { outcome: 'again', session, status, page };
}

export function sendAnswer(res: Response, done: Answer): void {
  const { session } = done;
  allowReturn(res, session);
  if (done.outcome === 'complete') return res.redirect(303, successUrl(session));
  if (done.outcome === 'located') return res.redirect(303, `/c/pay/${session.id}`);
  if (done.outcome === 'challenge') return res.redirect(303, `/c/pay/${session.id}/challenge`);
  if (done.outcome === 'again') return void res.status(done.status).send(done.page);
  res.status(session.status === 'expired' ? 410 : 409).send(ClosedPage({ session }));
}
