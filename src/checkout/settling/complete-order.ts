import { Injectable } from '@nestjs/common';
import { ClaimTerms } from '../../bundles/index.js';
import type { Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { newId } from '../../shared/index.js';
import { CheckoutMails } from '../checkout.mails.js';
import { LineAccess } from '../orders/line-access.js';
import { insertInstalments } from '../plans/insert-instalments.js';
import { lockOrder, type LockedOrder } from '../orders/lock-order.js';
import { insertLineTaxes } from '../orders/line-taxes.js';
import type { Order, SessionState } from '../orders/order.entity.js';
import { newOrderNumber } from '../orders/order-number.js';

/** What a settled order causes, in the transaction that settles it: receipt, payment, access, mail and facts. */
@Injectable()
export class CompleteOrder {
  constructor(
    private readonly access: LineAccess,
    private readonly claims: ClaimTerms,
    private readonly facts: Facts,
    private readonly mails: CheckoutMails,
  ) {}

  /** An order over nothing: no payment, and Stripe never hears of it. */
  async free(tx: Tx, orderId: string): Promise<Pick<Order, 'status' | 'settledAt'>> {
    const order = (await lockOrder(tx, { orderId, sessionId: null }))!;
    await tx.rows(
      `WITH settled AS (UPDATE orders SET status = 'paid', settled_at = now() WHERE id = $1)
       INSERT INTO receipts (order_id, number) VALUES ($1, $2)`,
      [order.id, newReceiptNumber()],
    );
    await this.perform(tx, order, null);
    return { status: 'paid', settledAt: order.now };
  }

  async paid(tx: Tx, order: LockedOrder, state: SessionState): Promise<void> {
    await tx.rows(
      `WITH settled AS (
         UPDATE orders SET status = 'paid', settled_at = now(), checkout_session_id = $2, ended_reason = NULL,
           customer_id = $10, billed = $11, tax = $12, payment_method = $13 WHERE id = $1
       ), receipt AS (
         INSERT INTO receipts (order_id, number) VALUES ($1, $3)
       )
       INSERT INTO payments (id, order_id, payment_intent, charge, method, amount, currency)
       VALUES ($4, $1, $5, $6, $7, $8, $9)`,
      [
        order.id,
        state.sessionId,
        newReceiptNumber(),
        newId(),
        state.paymentIntent,
        state.charge,
        state.method,
        state.amount,
        state.currency,
        state.customer,
        state.billed && JSON.stringify(state.billed),
        state.tax,
        order.plan && state.paymentMethod,
      ],
    );
    if (order.plan) await insertInstalments(tx, order, state.paymentIntent!);
    if (state.tax > 0) await insertLineTaxes(tx, order, state);
    await this.perform(tx, order, state);
  }

  private async perform(tx: Tx, order: LockedOrder, state: SessionState | null): Promise<void> {
    if (order.holdsClaims) await this.keepClaims(tx, order);
    for (const gift of order.gifts()) await this.access.give(tx, gift);
    await this.mails.receipt(tx, order, state?.method ?? null);
    this.facts.record(tx, 'order.settled', { orderId: order.id, personId: order.personId });
  }

  /** A payment that came after its order had ended may find its seat gone: it stands, and staff are told. */
  private async keepClaims(tx: Tx, order: LockedOrder): Promise<void> {
    const { oversold } = await this.claims.keep(tx, order.id);
    if (!oversold) return;
    await tx.rows(
      `INSERT INTO order_reviews (order_id, reason, seen) VALUES ($1, 'oversold', '{}') ON CONFLICT DO NOTHING`,
      [order.id],
    );
  }
}

const newReceiptNumber = (): string => newOrderNumber().replace('GL-', 'R-');
