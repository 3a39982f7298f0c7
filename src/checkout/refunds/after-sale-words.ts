import { formatMoney } from '../../shared/index.js';
import type { TimelineEvent } from '../../web/index.js';
import type { DisputeRow } from '../disputes/dispute.queries.js';
import type { AfterSale } from './after-sale.queries.js';
import type { RefundRequest, RefundRow } from './refund.queries.js';

/** What its buyer reads of an order since it was paid, newest first. What staff noted for themselves is not in it. */
export function tellAfterSale({ requests, refunds, disputes }: AfterSale): TimelineEvent[] {
  const events = [...requests.flatMap(tellRequest), ...refunds.flatMap(tellRefund), ...disputes.flatMap(tellDispute)];
  return events.sort((a, b) => b.at.getTime() - a.at.getTime());
}

function tellRequest({ askedAt, quote, decision, decidedAt, note }: RefundRequest): TimelineEvent[] {
  const what = quote.lines.map(({ title }) => title).join(', ');
  const asked: TimelineEvent = {
    at: askedAt,
    title: `You asked for ${formatMoney(quote.total)} back`,
    text: decision ? what : `${what}. We decide and write to you; the amount no longer changes.`,
    kind: decision ? 'normal' : 'current',
  };
  if (!decidedAt) return [asked];
  if (decision === 'withdrawn') return [{ at: decidedAt, title: 'You took your request back' }, asked];
  if (decision === 'lapsed')
    return [{ at: decidedAt, title: 'Your request was closed', text: note ?? undefined }, asked];
  if (decision === 'approved')
    return [{ at: decidedAt, title: 'Your request was approved', text: note ?? undefined }, asked];
  return [{ at: decidedAt, title: 'Your request was declined', text: note ?? undefined, kind: 'signal' }, asked];
}

function tellRefund({ amount, currency, status, createdAt, settledAt, titles }: RefundRow): TimelineEvent[] {
  const money = formatMoney({ amount, currency });
  const text = titles.length > 0 ? titles.join(', ') : undefined;
  if (amount === 0) return [{ at: createdAt, title: 'Taken back; nothing had been paid', text }];
  if (status === 'open') return [{ at: createdAt, title: `Refund of ${money} is being sent`, text, kind: 'current' }];
  const sent: TimelineEvent = { at: createdAt, title: `Refund of ${money} was sent`, text };
  if (status === 'sent') return [{ ...sent, title: `Refund of ${money} is on its way`, kind: 'current' }];
  if (status === 'succeeded')
    return [{ ...sent, text: [text, 'Banks take up to ten days.'].filter(Boolean).join('. ') }];
  const failed = 'We look for another way to send it; you need not do anything. What it closed is open again.';
  return [
    { at: settledAt ?? createdAt, title: `Your bank could not take ${money}`, text: failed, kind: 'signal' },
    sent,
  ];
}

/** An inquiry changes nothing for the buyer. */
function tellDispute({ standing, amount, currency, openedAt, closedAt }: DisputeRow): TimelineEvent[] {
  if (standing === 'inquiry') return [];
  const opened: TimelineEvent = {
    at: openedAt,
    title: `Your bank took ${formatMoney({ amount, currency })} back and asks us about it`,
    text:
      standing === 'open'
        ? 'Until it decides, the courses of this order are paused. Your progress is kept.'
        : undefined,
    kind: standing === 'open' ? 'signal' : 'normal',
  };
  if (standing === 'open' || !closedAt) return [opened];
  if (standing === 'won') return [{ at: closedAt, title: 'The dispute is over: the payment stands' }, opened];
  const lost = 'Access by this order has ended for that reason. What you have of a course from elsewhere stays open.';
  return [{ at: closedAt, title: 'The bank returned the payment', text: lost, kind: 'signal' }, opened];
}
