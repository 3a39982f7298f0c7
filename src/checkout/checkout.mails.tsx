import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';
import { MailButton, Mailer } from '../mail/index.js';
import { Config, formatMoney, type Money } from '../shared/index.js';
import type { LockedOrder } from './orders/lock-order.js';
import { promiseWords } from './orders/promise-words.js';

/** What a buyer is told by mail; each mail is written once per order. */
@Injectable()
export class CheckoutMails {
  constructor(
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

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
      text: [
        `Thank you, ${order.buyer.name}.`,
        received,
        ...lines,
        next.sentence,
        ...(next.button ? [`${next.button}: ${this.config.baseUrl}/learning`] : []),
        'What holds for this order:',
        ...promise.map(({ term, detail }) => `${term}: ${detail}`),
        `Receipt: ${this.address(order)}`,
      ].join('\n\n'),
      body: (
        <>
          <h1 safe>{`Thank you, ${order.buyer.name}.`}</h1>
          <p safe>{received}</p>
          <ul>
            {lines.map((line) => (
              <li safe>{line}</li>
            ))}
          </ul>
          <p safe>{next.sentence}</p>
          {next.button ? (
            <MailButton href={`${this.config.baseUrl}/learning`}>
              <span safe>{next.button}</span>
            </MailButton>
          ) : (
            ''
          )}
          {promise.length > 0 ? <h2>What holds for this order</h2> : ''}
          {promise.map(({ term, detail }) => (
            <p safe>{`${term}: ${detail}`}</p>
          ))}
          <p>
            <a href={this.address(order)}>See and print your receipt</a>
          </p>
        </>
      ),
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
    await this.mailer.send(tx, {
      to: order.buyer,
      kind,
      dedupeKey: `${kind}:${order.id}`,
      subject,
      text: [`Hello ${order.buyer.name},`, ...sentences, this.address(order)].join('\n\n'),
      body: (
        <>
          <h1 safe>{subject}</h1>
          {sentences.map((sentence) => (
            <p safe>{sentence}</p>
          ))}
          <MailButton href={this.address(order)}>See the order</MailButton>
        </>
      ),
    });
  }

  private address(order: LockedOrder): string {
    return `${this.config.baseUrl}/orders/${order.number}`;
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
