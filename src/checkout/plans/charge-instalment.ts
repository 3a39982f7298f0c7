import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { type InstalmentCharge, InstalmentGateway } from '../stripe/instalment.gateway.js';
import { PlanMails } from './plan.mails.js';
import { SettleInstalment } from './settle-instalment.js';

interface Begun {
  instalmentId: string;
  orderId: string;
  number: string;
  tries: number;
  amount: number;
  currency: string;
  customer: string;
  paymentMethod: string;
}

/**
 * Tries one instalment on the card that was kept. The try is written down before Stripe is asked; if no answer comes, the
 * same try is asked again with the same key, so that nobody is charged twice.
 */
@Injectable()
export class ChargeInstalment {
  constructor(
    private readonly db: Database,
    private readonly stripe: InstalmentGateway,
    private readonly settle: SettleInstalment,
    private readonly facts: Facts,
    private readonly mails: PlanMails,
  ) {}

  async execute(instalmentId: string): Promise<void> {
    const begun = await this.begin(instalmentId);
    if (!begun) return;
    const answer = await this.stripe.charge({ ...wishOf(begun), paymentMethod: begun.paymentMethod });
    if ('paid' in answer) await this.settle.execute(answer.paid);
    else await this.db.transaction((tx) => this.declined(tx, begun, answer.declined));
  }

  /** A new try, or the one that is under way without an answer. */
  private begin(instalmentId: string): Promise<Begun | undefined> {
    return this.db.row(
      `UPDATE instalments i SET asking = true, tries = i.tries + CASE WHEN i.asking THEN 0 ELSE 1 END,
         next_try_at = now() + interval '10 minutes'
       FROM orders o
       WHERE i.id = $1 AND o.id = i.order_id AND i.next_try_at <= now() AND i.paid_at IS NULL AND i.missed_at IS NULL
         AND i.cancelled_at IS NULL AND o.status IN ('paid', 'partially_refunded')
       RETURNING i.id AS "instalmentId", o.id AS "orderId", o.number, i.tries, i.amount, o.currency,
         o.customer_id AS customer, o.payment_method AS "paymentMethod"`,
      [instalmentId],
    );
  }

  private async declined(tx: Tx, { instalmentId, orderId, tries }: Begun, reason: string): Promise<void> {
    const noted = await tx.rows(
      `UPDATE instalments SET asking = false, declined = $3, next_try_at = now() + interval '1 day'
       WHERE id = $1 AND tries = $2 AND asking AND paid_at IS NULL RETURNING id`,
      [instalmentId, tries, reason],
    );
    if (noted.length === 0) return;
    await this.mails.declined(tx, instalmentId, tries);
    this.facts.record(tx, 'order.instalment-declined', { orderId, instalmentId, reason });
  }
}

const wishOf = ({ instalmentId, tries, amount, currency, customer, orderId, number }: Begun): InstalmentCharge => ({
  key: `instalment-${instalmentId}-${tries}`,
  instalmentId,
  count: 1,
  amount,
  currency,
  customer,
  order: { id: orderId, number },
});
