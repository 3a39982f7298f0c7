import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { formatMoney, money } from '../../shared/index.js';
import { OrderLetter } from '../orders/order-letter.js';

interface About {
  number: string;
  name: string;
  email: string;
  position: number;
  count: number;
  amount: number;
  currency: string;
  graceDays: number;
}

/** What a buyer hears of their payment plan. */
@Injectable()
export class PlanMails {
  constructor(private readonly letter: OrderLetter) {}

  async paid(tx: Tx, id: string, paid: { amount: number; method: string; isBack: boolean }): Promise<void> {
    const about = await aboutOf(tx, id);
    const received = `We received ${formatMoney(money(paid.amount, about.currency))} (${paid.method}).`;
    await this.send(tx, about, 'instalment-paid', id, `Your instalment for order ${about.number} is paid`, [
      received,
      ...(paid.isBack ? ['Your courses are open again, with all your progress.'] : []),
    ]);
  }

  /** Paid for an order that was refunded before. */
  async late(tx: Tx, id: string, paid: { amount: number; method: string }): Promise<void> {
    const about = await aboutOf(tx, id);
    const received = `We received ${formatMoney(money(paid.amount, about.currency))} (${paid.method}).`;
    await this.send(tx, about, 'instalment-late', id, `A payment for order ${about.number} came too late`, [
      `${received} The order had been refunded before, so this payment buys nothing.`,
      'We send it back the same way. You need not do anything.',
    ]);
  }

  async declined(tx: Tx, id: string, tries: number): Promise<void> {
    const about = await aboutOf(tx, id);
    const title = `Your instalment for order ${about.number} could not be charged`;
    await this.send(tx, about, 'instalment-declined', `${id}:${tries}`, title, [
      `Your bank refused ${instalmentWords(about)}.`,
      `We try the same card again once a day. You can also pay now with another card on the page of your order.`,
      `If it is not paid within ${about.graceDays} days of when it was due, your access pauses until it is. Nothing you did is lost.`,
    ]);
  }

  async missed(tx: Tx, id: string): Promise<void> {
    const about = await aboutOf(tx, id);
    await this.send(tx, about, 'instalment-missed', id, `Your access by order ${about.number} is paused`, [
      `${instalmentWords(about)} was not paid, so the courses of this order are closed for now.`,
      'We do not try your card any more. Pay on the page of your order, and they open again at once, with all your progress.',
    ]);
  }

  private send(tx: Tx, to: About, kind: string, about: string, title: string, sentences: string[]): Promise<void> {
    return this.letter.send(tx, { to, number: to.number, kind, about, title, sentences });
  }
}

const instalmentWords = ({ position, count, amount, currency }: About): string =>
  `Instalment ${position} of ${count} over ${formatMoney(money(amount, currency))}`;

async function aboutOf(tx: Tx, instalmentId: string): Promise<About> {
  const about = await tx.row<About>(
    `SELECT o.number, p.name, p.email, i.position, i.amount, o.currency,
       (o.terms #>> '{plan,graceDays}')::int AS "graceDays",
       (SELECT count(*)::int FROM instalments a WHERE a.order_id = o.id) AS count
     FROM instalments i JOIN orders o ON o.id = i.order_id JOIN people p ON p.id = o.person_id WHERE i.id::text = $1`,
    [instalmentId],
  );
  return about!;
}
