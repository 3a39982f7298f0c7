import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';
import { greeting, Mailer, type Part } from '../mail/index.js';
import { formatMoney, type Money } from '../shared/index.js';
import type { LockedOrder } from './orders/lock-order.js';
import { promiseWords } from './orders/promise-words.js';

/** What a buyer is told by mail; each mail is written once per order. */
@Injectable()
export class CheckoutMails {
  constructor(private readonly mailer: Mailer) {}

  /** `method`: how it was paid; null: there was nothing to pay. */
  async receipt(tx: Tx, order: LockedOrder, method: string | null): Promise<void> {
    const received = receivedWords(order, method);
    const next = nextWords(order);
    const lines = order.lines.map(
      (line) => `${line.title}: ${formatMoney({ ...totalOf(order), amount: line.amount })}`,
    );
    const promise = order.terms ? promiseWords(order.terms, totalOf(order), { isOpen: false }) : [];
    await this.mailer.send(tx, {
      to: order.buyer,
      kind: 'receipt',
      dedupeKey: `receipt:${order.id}`,
      subject: `Your receipt for order ${order.number}`,
      parts: [
        `Thank you, ${order.buyer.name}.`,
        received,
        { list: lines },
        next.sentence,
        ...(next.button ? [{ button: { label: next.button, path: '/learning' } }] : []),
        ...(promise.length > 0 ? [{ heading: 'What holds for this order' }] : []),
        ...promise.map(({ term, detail }) => `${term}: ${detail}`),
        { link: { label: 'See and print your receipt', path: `/orders/${order.number}` } },
      ],
    });
  }

  awaitingPayment(tx: Tx, order: LockedOrder): Promise<void> {
    return this.tell(tx, order, 'awaiting-payment', `Order ${order.number} is waiting for your bank`, [
      `Your order over ${formatMoney(totalOf(order))} is placed. Your bank has yet to confirm the payment.`,
      'That can take some days. Your courses open by themselves as soon as it does, and we write to you.',
    ]);
  }

  paymentFailed(tx: Tx, order: LockedOrder): Promise<void> {
    return this.tell(tx, order, 'payment-failed', `The payment for order ${order.number} did not go through`, [
      `Your bank refused the payment of ${formatMoney(totalOf(order))}. Nothing was charged and the order is closed.`,
      'You can order again at any time, at the price of that day.',
    ]);
  }

  private async tell(tx: Tx, order: LockedOrder, kind: string, subject: string, sentences: string[]): Promise<void> {
    const button: Part = { button: { label: 'See the order', path: `/orders/${order.number}` } };
    await this.mailer.send(tx, {
      ...{ to: order.buyer, kind, dedupeKey: `${kind}:${order.id}`, subject },
      parts: [greeting(order.buyer.name), ...sentences, button],
    });
  }
}

const totalOf = (order: LockedOrder): Money => ({ amount: order.total, currency: order.currency });

/** What happens with what was bought. */
function nextWords({ purpose, recipient }: LockedOrder): { sentence: string; button?: string } {
  if (purpose === 'gift') return { sentence: `We have written to ${recipient?.name} with a link to accept your gift.` };
  if (purpose === 'seats')
    return { sentence: 'The seats are open: they can be assigned to the people of your clinic.' };
  return { sentence: 'Your courses are open.', button: 'Start learning' };
}

function receivedWords(order: LockedOrder, method: string | null): string {
  const total = formatMoney(totalOf(order));
  return method
    ? `We received ${total} (${method}) for order ${order.number}.`
    : `There was nothing to pay for order ${order.number}.`;
}
