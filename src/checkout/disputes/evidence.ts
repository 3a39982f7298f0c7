import { formatInstant, formatMoney } from '../../shared/index.js';
import { promiseWords } from '../orders/promise-words.js';
import type { DisputeFacts } from './dispute.queries.js';

/** The parts of a dispute's evidence that we fill, by Stripe's names, with what staff read above each. */
export const evidenceParts = {
  product_description: 'What was bought',
  access_activity_log: 'What the buyer did with it',
  refund_policy_disclosure: 'What the buyer agreed to, and when',
  refund_refusal_explanation: 'Why it should not be refunded',
  uncategorized_text: 'Receipt and messages',
} as const;

export type EvidencePart = keyof typeof evidenceParts;
export type Evidence = Record<EvidencePart, string>;

/** Stripe takes 150,000 characters in all; a part is cut at the end, where the oldest matters least. */
export const longestPart = 20_000;

/** Evidence from what is on record; staff may change the words before it is sent. */
export function gatherEvidence(facts: DisputeFacts): Evidence {
  const parts: Evidence = {
    product_description: `Online courses for medical professionals: ${facts.lines.join('; ')}. Access opened on ${when(facts.paidAt)}, with the payment.`,
    access_activity_log: activity(facts),
    refund_policy_disclosure: agreement(facts),
    refund_refusal_explanation: refusal(facts),
    uncategorized_text: messages(facts),
  };
  return Object.fromEntries(
    Object.entries(parts).map(([part, text]) => [part, text.slice(0, longestPart)]),
  ) as Evidence;
}

const when = (at: Date | string): string => formatInstant(new Date(at));

function activity({ signIns, lessons }: DisputeFacts): string {
  const entries = [
    ...signIns.map(({ at, ip, userAgent }) => ({
      at,
      text: `signed in from ${ip ?? 'an unknown address'} (${userAgent ?? 'unknown browser'})`,
    })),
    ...lessons.map(({ course, item, seenAt }) => ({ at: seenAt, text: `opened ${course} / ${item}` })),
    ...lessons.flatMap(({ course, item, completedAt }) =>
      completedAt ? [{ at: completedAt, text: `completed ${course} / ${item}` }] : [],
    ),
  ].sort((a, b) => a.at.localeCompare(b.at));
  if (entries.length === 0) return 'No activity is on record.';
  return entries.map(({ at, text }) => `${when(at)}: ${text}`).join('\n');
}

function agreement({ accepted, terms, amount, currency }: DisputeFacts): string {
  const from = accepted?.ip ? ` from ${accepted.ip}` : '';
  const said = terms
    ? promiseWords(terms, { amount, currency }, { isOpen: false }).map(({ term, detail }) => `${term}: ${detail}`)
    : [];
  const first = accepted ? `Accepted on ${when(accepted.at)}${from}, before paying:` : 'Shown before paying:';
  return [first, ...said].join('\n');
}

function refusal({ lessons }: DisputeFacts): string {
  const seen = new Set(lessons.map(({ course, item }) => `${course}/${item}`)).size;
  return seen > 0
    ? `The buyer used what they paid for: ${seen} lessons and quizzes were opened.`
    : 'The courses were delivered at once with the payment and have been available since.';
}

function messages({ receiptNumber, orderNumber, amount, currency, paidAt, mails }: DisputeFacts): string {
  const receipt = `Receipt ${receiptNumber ?? 'none'} for order ${orderNumber}: ${formatMoney({ amount, currency })}, ${when(paidAt)}.`;
  return [receipt, ...mails.map(({ at, subject }) => `${when(at)}: mail “${subject}”`)].join('\n');
}
