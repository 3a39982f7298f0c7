import { formatInstant, formatMoney } from '../../shared/index.js';
import type { TimelineEvent } from '../../web/index.js';
import type { Happening } from './story.queries.js';

type Data = Record<string, unknown>;
type Told = Omit<TimelineEvent, 'at'>;
type Teller = (data: Data) => Told;

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const list = (value: unknown): string => (Array.isArray(value) ? value.map(text).join(', ') : '');
const instant = (value: unknown): string => formatInstant(new Date(text(value)));
/** A story is told also where an amount is missing. */
const money = (data: Data, name = 'amount'): string => {
  const currency = text(data.currency);
  return currency === '' ? 'an amount' : formatMoney({ amount: Number(data[name]), currency });
};
const signal = (title: string, more?: string): Told => ({ title, text: more, kind: 'signal' });

/** How each kind of happening is told. Facts of a name that is not here are told by their name and data. */
const tellers: Record<string, Teller> = {
  placed: (data) => ({
    title: `Order placed over ${money(data, 'total')}`,
    text: `Market: ${text(data.market)}. The price is locked until ${instant(data.lockedUntil)}.`,
  }),
  accepted: (data) => ({ title: 'Terms accepted', text: `From ${text(data.ip) || 'an unknown address'}` }),
  paid: (data) => ({
    title: `Paid ${money(data)} with ${text(data.method)}`,
    text: `${Number(data.instalment) > 1 ? `Instalment ${text(data.instalment)}. ` : ''}${text(data.paymentIntent)}`,
    kind: 'current',
  }),
  settled_free: () => ({ title: 'Settled without a payment', text: 'Nothing was to pay.', kind: 'current' }),
  receipt: (data) => ({ title: `Receipt ${text(data.number)}` }),
  access_given: (data) => ({ title: `Access given to ${text(data.person)}`, text: list(data.courses) }),
  access_ended: (data) =>
    signal(`Access of ${text(data.person)} ended`, `${list(data.courses)}. Reason: ${endWords(text(data.reason))}`),
  mail: (data) => ({
    title: `Mail: ${text(data.subject)}`,
    text: `to ${text(data.to)}, ${data.sentAt ? `sent ${instant(data.sentAt)}` : 'not sent yet'}`,
  }),
  event: (data) => ({
    title: `Stripe said ${text(data.type)}`,
    text: `${text(data.id)}: ${eventOutcome(data)}`,
    kind: data.outcome === 'failed' ? 'signal' : 'normal',
  }),
  review: (data) => signal(`Put up for review: ${words(text(data.reason))}`),
  review_resolved: (data) => ({
    title: `Review resolved: ${words(text(data.reason))}`,
    text: `${text(data.by)}: ${text(data.note)}`,
  }),
  'order.awaiting-payment': () => ({ title: 'The bank has yet to confirm the payment' }),
  'order.expired': () => ({ title: 'Closed without payment' }),
  'order.suspended': (data) => signal('Access suspended', `Cause: ${words(text(data.cause))}`),
  'order.restored': (data) => ({ title: 'Access restored', text: `Cause gone: ${words(text(data.cause))}` }),
  'order.instalment-missed': () => signal('An instalment was not paid'),
  'order.receipt-resent': () => ({ title: 'Receipt sent again by staff' }),
  'order.checked': (data) => ({ title: 'Staff asked Stripe again', text: `Found: ${words(text(data.status))}` }),
  'invoice.issued': (data) => ({ title: `Invoice ${text(data.number)} issued` }),
  'credit-note.issued': (data) => ({ title: `Credit note ${text(data.number)} issued` }),
  'debit-note.issued': (data) => signal(`Debit note ${text(data.number)} issued`),
  'refund.requested': (data) => ({ title: `Refund of ${money(data)} asked for`, text: text(data.reason) }),
  'refund.declined': (data) => ({ title: `Refund of ${money(data)} declined`, text: text(data.note) }),
  'refund.withdrawn': () => ({ title: 'The buyer took back the wish for a refund' }),
  'refund.opened': (data) => ({
    title: `Refund of ${money(data)} ${refundCauses[text(data.cause)] ?? 'decided'}`,
    text: text(data.note) || undefined,
  }),
  'refund.sent': (data) => ({ title: `Refund of ${money(data)} on its way` }),
  'refund.succeeded': (data) => ({ title: `Refund of ${money(data)} arrived`, kind: 'current' }),
  'refund.failed': (data) => signal(`The bank could not take the refund of ${money(data)}`),
  'dispute.opened': (data) =>
    signal(`${money(data)} disputed by the buyer’s bank`, `${words(text(data.reason))}, ${words(text(data.status))}`),
  'dispute.closed': (data) => signal(`Dispute over ${money(data)} closed`, words(text(data.status))),
};

const refundCauses: Record<string, string> = {
  request: 'approved',
  staff: 'decided by staff',
  dashboard: 'made at Stripe',
  ineligible: 'given by itself: the buyer may not take the course',
};

/** The story in words, oldest first. */
export const tell = (happenings: Happening[]): TimelineEvent[] =>
  happenings.map(({ at, what, data }) => ({ at, ...(tellers[what] ?? byName(what))(data) }));

/** "refund.requested" → "Refund requested"; ids say nothing to a reader. */
const byName =
  (what: string): Teller =>
  (data) => {
    const details = Object.entries(data).filter(([name, value]) => !/id$/i.test(name) && text(value) !== '');
    return {
      title: capital(words(what)),
      text: details.map(([name, value]) => `${name}: ${text(value)}`).join(', ') || undefined,
    };
  };

const eventOutcome = (data: Data): string => {
  if (data.outcome === 'failed') return `failed after ${text(data.tries)} tries: ${text(data.error)}`;
  if (!data.handledAt) return data.error ? `being tried again: ${text(data.error)}` : 'waiting';
  return words(text(data.outcome)) || 'handled';
};

/** Why access ended: "refund:<id>" is a refund, "dispute:<id>" a lost dispute. */
export function endWords(reason: string): string {
  if (reason.startsWith('refund:')) return 'refunded';
  return reason.startsWith('dispute:') ? 'dispute lost' : words(reason);
}

/** "payment_mismatch" → "payment mismatch" */
export const words = (code: string): string => code.replace(/[._-]/g, ' ');
const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
