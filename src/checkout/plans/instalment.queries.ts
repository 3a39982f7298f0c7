import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';

export type InstalmentState = 'paid' | 'due' | 'coming' | 'missed' | 'cancelled';

/** One part of an order's price, as its buyer sees it. Amount in minor units of the order's currency. */
export interface Instalment {
  id: string;
  position: number;
  amount: number;
  dueAt: Date;
  paidAt: Date | null;
  /** Why the bank refused the last try. */
  declined: string | null;
  state: InstalmentState;
}

/** A plan goes on while its order stands. */
const goesOn = `o.status IN ('paid', 'partially_refunded')`;

/** The earliest part of a plan that is not paid: later ones wait for it. */
const isNext = `i.paid_at IS NULL AND i.cancelled_at IS NULL AND NOT EXISTS (
  SELECT FROM instalments e WHERE e.order_id = i.order_id AND e.position < i.position AND e.paid_at IS NULL)`;

/** Days of grace count from the day it was due, or from the payment before it if that came later. */
const graceEnds = `greatest(i.due_at, (SELECT max(p.paid_at) FROM instalments p WHERE p.order_id = i.order_id))
  + make_interval(days => (o.terms #>> '{plan,graceDays}')::int)`;

@Injectable()
export class InstalmentQueries {
  constructor(private readonly db: Database) {}

  ofOrder(orderId: string, runner: Runner = this.db): Promise<Instalment[]> {
    return runner.rows(
      `SELECT i.id, i.position, i.amount, i.due_at AS "dueAt", i.paid_at AS "paidAt", i.declined,
         CASE WHEN i.paid_at IS NOT NULL THEN 'paid' WHEN i.cancelled_at IS NOT NULL THEN 'cancelled'
              WHEN i.missed_at IS NOT NULL THEN 'missed' WHEN i.due_at <= now() THEN 'due' ELSE 'coming' END AS state
       FROM instalments i WHERE i.order_id = $1 ORDER BY i.position`,
      [orderId],
    );
  }

  /** Those to charge now; while their buyer has a page open to pay by hand, they wait. */
  toCharge(limit: number): Promise<{ id: string }[]> {
    return this.db.rows(
      `SELECT i.id FROM instalments i JOIN orders o ON o.id = i.order_id
       WHERE i.next_try_at <= now() AND i.missed_at IS NULL AND ${goesOn} AND ${isNext}
         AND NOT EXISTS (SELECT FROM instalment_pages p WHERE p.order_id = o.id AND p.ended_at IS NULL)
       ORDER BY i.next_try_at LIMIT $1`,
      [limit],
    );
  }

  /** Those that were tried and stayed unpaid to the end of their grace. */
  toMiss(limit: number): Promise<{ id: string }[]> {
    return this.db.rows(
      `SELECT i.id FROM instalments i JOIN orders o ON o.id = i.order_id
       WHERE i.missed_at IS NULL AND i.tries > 0 AND NOT i.asking AND ${goesOn} AND ${isNext} AND ${graceEnds} <= now()
       LIMIT $1`,
      [limit],
    );
  }

  /** Pages to pay on about which Stripe should have told us something by now. */
  openPages(limit: number): Promise<{ id: string }[]> {
    return this.db.rows(
      `SELECT id FROM instalment_pages WHERE ended_at IS NULL AND created_at < now() - interval '2 minutes'
       ORDER BY created_at LIMIT $1`,
      [limit],
    );
  }
}
