import type Stripe from 'stripe';
import { enterCode } from '../discounts/enter-code.js';
import { paySession } from '../payments/pay-session.js';
import { lockSession } from '../sessions/expire-session.js';
import { locateBuyer, needsLocation } from '../sessions/locate-buyer.js';
import type { Work } from '../store/work.js';
import { type FieldErrors, fieldText, valuesOf } from './form-values.js';
import { emailOf, readAttempt } from './read-attempt.js';
import { asksForAddress, readLocation } from './read-location.js';
import { type Answer, formAgain, type Step } from './send.js';
import { shown } from './wording.js';

type Fields = Record<string, unknown>;
type Session = Stripe.Checkout.Session;

/** The first step: where the buyer is. Nothing is paid; the next page shows the tax. */
export async function submitAddress(work: Work, id: string, fields: Fields): Promise<Answer> {
  const payment = await lockSession(work, id);
  const { session } = payment;
  if (session.status !== 'open') return { outcome: 'closed', session };
  const errors: FieldErrors = {};
  const email = emailOf(fields, errors);
  const read = readLocation(fields, session);
  if ('errors' in read) Object.assign(errors, read.errors);
  if ('errors' in read || errors.email) return again(work, session, fields, errors, 'address');
  await locateBuyer(work, payment, { ...read.location, ...(email && { email }) });
  return { outcome: 'located', session };
}

/** The last step: pays, unless the form is wrong or its total is no longer the session's. */
export async function submitPayment(work: Work, id: string, fields: Fields): Promise<Answer> {
  const payment = await lockSession(work, id);
  const { session } = payment;
  if (session.status !== 'open') return { outcome: 'closed', session };
  const sendsAddress =
    asksForAddress(session) && (needsLocation(session) || fieldText(fields, 'country') !== undefined);
  const place = sendsAddress ? readLocation(fields, session) : undefined;
  const read = readAttempt(fields, session, work.now);
  const errors = { ...(place && 'errors' in place && place.errors), ...('errors' in read && read.errors) };
  if ('errors' in read || Object.keys(errors).length > 0) return again(work, session, fields, errors, 'pay');
  const located = place && 'location' in place ? await locateBuyer(work, payment, place.location) : payment;
  // A total that the buyer has not seen is shown first.
  if (located.session.amount_total !== session.amount_total || needsLocation(session)) {
    return again(work, located.session, fields, {}, 'pay');
  }
  const seen = fieldText(fields, 'total');
  if (seen !== undefined && seen !== String(session.amount_total)) {
    const total = `The total is now ${shown(session.amount_total!, session.currency!)}. Check it and pay again.`;
    return again(work, session, fields, { total }, 'pay');
  }
  const outcome = await paySession(work, id, read.attempt);
  if (outcome.outcome !== 'declined') return outcome;
  const field = fieldText(fields, 'testCard') ? 'testCard' : outcome.decline.field;
  return again(work, outcome.session, fields, { [field]: outcome.decline.message }, 'pay');
}

/** A code before the payment: nothing is paid; the next page shows the new total. */
export async function submitCode(work: Work, id: string, fields: Fields): Promise<Answer> {
  const payment = await lockSession(work, id);
  const { session } = payment;
  if (session.status !== 'open') return { outcome: 'closed', session };
  const typed = fieldText(fields, 'promotionCode') ?? '';
  if (typed === '') return again(work, session, fields, { promotionCode: 'Enter a promotion code.' }, 'pay');
  const entered = await enterCode(work, payment, typed);
  if ('refused' in entered) return again(work, session, fields, { promotionCode: entered.refused }, 'pay');
  return { outcome: 'located', session: entered.session };
}

const again = (work: Work, session: Session, fields: Fields, errors: FieldErrors, step: Step) =>
  formAgain(work, session, { values: valuesOf(fields, session), errors, step });
