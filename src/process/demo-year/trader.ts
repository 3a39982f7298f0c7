import type { INestApplicationContext } from '@nestjs/common';
import { ReconcilePayment, RefundOrder, SettleOrder, StartCheckout } from '../../checkout/index.js';
import { Database } from '../../database/index.js';
import { DomainError } from '../../shared/index.js';
import type { Levers } from './levers.js';
import type { PlannedOrder } from './plan-year.js';

/** An order that was bought, as far as its fate needs it. */
export interface Bought {
  planned: PlannedOrder;
  orderId: string;
  paymentIntent: string;
  charge: string;
  amount: number;
  lineIds: string[];
}

const places: Record<string, object> = {
  default: { country: 'US', state: 'NY', postalCode: '10001' },
  eu: { country: 'DE', postalCode: '10969' },
  gb: { country: 'GB', postalCode: 'SW1A 1AA' },
  jp: { country: 'JP', postalCode: '100-0001' },
  kw: { country: 'KW' },
};

/** Buys, pays and gives back, through the verbs of the shop and the levers of the stand-in. */
export class Trader {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly levers: Levers,
    private readonly buyers: readonly string[],
  ) {}

  /** What the shop refuses (a product not sold there) is not bought. */
  async buy(planned: PlannedOrder): Promise<Bought | undefined> {
    const { market, products, inInstalments } = planned;
    const personId = this.buyers[planned.buyer]!;
    try {
      const items = products.map((product) => ({ product }));
      const order = await this.app.get(StartCheckout).execute({ personId, items, market, inInstalments });
      if (!order.checkoutSessionId) return undefined;
      await this.levers.pay(order.checkoutSessionId, { address: places[market] });
      await this.app.get(SettleOrder).execute(order.checkoutSessionId);
      const bought = await this.app.get(Database).row<Omit<Bought, 'planned'>>(
        `SELECT y.order_id AS "orderId", y.payment_intent AS "paymentIntent", y.charge, y.amount,
           ARRAY(SELECT l.id FROM order_lines l WHERE l.order_id = y.order_id ORDER BY l.position) AS "lineIds"
         FROM payments y WHERE y.order_id = $1 ORDER BY y.instalment LIMIT 1`,
        [order.id],
      );
      return bought && { ...bought, planned };
    } catch (error) {
      if (error instanceof DomainError) return undefined;
      throw error;
    }
  }

  async meetFate({ planned, orderId, paymentIntent, charge, amount, lineIds }: Bought): Promise<void> {
    const { what } = planned.fate;
    const why = { orderId, lineIds, cause: 'staff', by: null, note: 'The demonstration' } as const;
    const half = Math.floor(amount / 2);
    try {
      if (what === 'refunded' || what === 'refund fails')
        await this.app.get(RefundOrder).execute({ ...why, closes: true });
      if (what === 'partly refunded') await this.app.get(RefundOrder).execute({ ...why, amount: half, closes: false });
      if (what === 'refund fails') await this.failRefund(orderId);
      if (what === 'refunded in the dashboard') await this.levers.refund(charge, amount);
      if (what.startsWith('dispute')) await this.dispute(charge, paymentIntent, what);
      await this.app.get(ReconcilePayment).execute(paymentIntent);
    } catch (error) {
      // The shop may have reason to refuse it: an instalment not paid, a credit that counts on it.
      if (!(error instanceof DomainError)) throw error;
    }
  }

  private async failRefund(orderId: string): Promise<void> {
    const part = await this.app
      .get(Database)
      .row<{ id: string }>(
        `SELECT a.stripe_refund AS id FROM refund_parts a JOIN refunds f ON f.id = a.refund_id WHERE f.order_id = $1`,
        [orderId],
      );
    if (part) await this.levers.failRefund(part.id);
  }

  private async dispute(charge: string, paymentIntent: string, what: string): Promise<void> {
    const id = await this.levers.dispute(charge);
    await this.app.get(ReconcilePayment).execute(paymentIntent);
    if (what !== 'dispute open') await this.levers.end(id, what === 'dispute won' ? 'won' : 'lost');
  }
}
