import type Stripe from 'stripe';
import type { Attempt } from '../payments/attempt.js';
import { cardByNumber, notATestCard, type TestCard } from '../payments/test-cards.js';
import { bankDebit } from '../sessions/methods.js';
import { cardNumberOf, type FieldErrors, fieldText } from './form-values.js';

type Fields = Record<string, unknown>;
export type Read = { attempt: Attempt } | { errors: FieldErrors };

/**
 * The page's form as an attempt, or what is wrong at each field. A field that is there must be right; one that the
 * sender's form does not have at all is not asked for, so a card number alone is enough.
 */
export function readAttempt(fields: Fields, session: Stripe.Checkout.Session, now: number): Read {
  const errors: FieldErrors = {};
  const method = fieldText(fields, 'method') ?? 'card';
  const buyer = { email: emailOf(fields, errors), name: fieldText(fields, 'name') || null };
  if (session.amount_total === 0 || method === 'bank_debit') {
    if (method === 'bank_debit' && !offersDebit(session)) errors.method = 'Bank debit is not offered for this payment.';
    return finish(errors, () => ({ ...buyer, method: 'bank_debit' }));
  }
  if (method !== 'card') errors.method = 'Choose how to pay.';
  const card = cardOf(fields, errors);
  const typed = fieldText(fields, 'testCard') ? {} : fields;
  const expiry = expiryOf(typed, now, errors);
  checkCode(typed, errors);
  if (fieldText(typed, 'name') === '') errors.name = 'Enter the name on the card.';
  return finish(errors, () => ({ ...buyer, ...expiry!, method: 'card', card: card! }));
}

export const offersDebit = (session: Stripe.Checkout.Session): boolean =>
  session.payment_method_types.includes(bankDebit[session.currency ?? ''] ?? 'none');

const finish = (errors: FieldErrors, attempt: () => Attempt): Read =>
  Object.keys(errors).length > 0 ? { errors } : { attempt: attempt() };

export function emailOf(fields: Fields, errors: FieldErrors): string | null {
  const email = fieldText(fields, 'email');
  if (email === undefined) return null;
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 254) {
    errors.email = email === '' ? 'Enter your e-mail address.' : 'Enter an e-mail address like name@example.com.';
  }
  return email;
}

function cardOf(fields: Fields, errors: FieldErrors): TestCard | undefined {
  const number = (cardNumberOf(fields) ?? '').replace(/[\s-]/g, '');
  const card = cardByNumber(number);
  if (number === '') errors.cardNumber = 'Enter a card number.';
  else if (!/^\d{12,19}$/.test(number) || !passesLuhn(number))
    errors.cardNumber = 'This is not a card number. Check the digits.';
  else if (!card) errors.cardNumber = notATestCard.message;
  return card;
}

function expiryOf(fields: Fields, now: number, errors: FieldErrors): { expMonth: number; expYear: number } | undefined {
  const text = fieldText(fields, 'expiry');
  const today = new Date(now * 1_000);
  if (text === undefined) return { expMonth: 12, expYear: today.getUTCFullYear() + 5 };
  const [, month = '', year = ''] = /^(0?[1-9]|1[0-2])\s*[/-]?\s*(\d{2}|20\d{2})$/.exec(text) ?? [];
  const expiry = { expMonth: Number(month), expYear: (Number(year) % 100) + 2_000 };
  if (month === '') errors.expiry = 'Enter the expiry as MM/YY, for example 04/31.';
  else if (Date.UTC(expiry.expYear, expiry.expMonth) <= today.getTime()) errors.expiry = 'This card has expired.';
  return expiry;
}

function checkCode(fields: Fields, errors: FieldErrors): void {
  const code = fieldText(fields, 'cvc');
  if (code !== undefined && !/^\d{3,4}$/.test(code)) errors.cvc = 'Enter the 3 or 4 digits of the security code.';
}

export function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
