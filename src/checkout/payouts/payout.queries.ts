import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import { type Verdict, verdictOf } from './payout.js';

/** A payout in the books. Amounts in minor units. */
export interface PayoutRow {
  id: string;
  amount: number;
  currency: string;
  status: string;
  isAutomatic: boolean;
  failure: string | null;
  createdAt: Date;
  arrivesAt: Date;
  reconciledAt: Date | null;
  transactionsNet: number | null;
  transactions: number;
  verdict: Verdict;
}

/** Half-open UTC days of its creation. */
export interface PayoutFilter {
  from?: string;
  to?: string;
  currency?: string;
  verdict?: Verdict;
  q?: string;
}

export interface PayoutTotal {
  currency: string;
  count: number;
  /** Of those that did not fail. */
  amount: number;
  failed: number;
  /** Payouts whose transactions do not make them up. */
  differences: number;
}

/** One movement inside a payout, with the order it belongs to if it is one of ours. */
export interface PayoutMove {
  id: string;
  type: string;
  category: string;
  source: string | null;
  amount: number;
  fee: number;
  net: number;
  currency: string;
  at: Date;
  orderNumber: string | null;
}

export interface PayoutSum {
  category: string;
  count: number;
  amount: number;
  fee: number;
  net: number;
}

const columns = `t.id, t.amount, t.currency, t.status, t.is_automatic AS "isAutomatic", t.failure,
  t.created_at AS "createdAt", t.arrives_at AS "arrivesAt", t.reconciled_at AS "reconciledAt",
  t.transactions_net AS "transactionsNet",
  (SELECT count(*) FROM payout_transactions m WHERE m.payout_id = t.id) AS transactions`;
const verdict = `CASE WHEN NOT t.is_automatic THEN 'manual' WHEN t.transactions_net IS NULL THEN 'waiting'
  WHEN t.transactions_net = t.amount THEN 'matched' ELSE 'difference' END`;
/** The money never reached the bank, or left it again. */
const cameBack = `t.status IN ('failed', 'canceled')`;
const matching = `FROM payouts t
  WHERE ($1::date IS NULL OR t.created_at >= $1::date::timestamp AT TIME ZONE 'UTC')
    AND ($2::date IS NULL OR t.created_at < ($2::date + 1)::timestamp AT TIME ZONE 'UTC')
    AND ($3::text IS NULL OR t.currency = $3) AND ($4::text IS NULL OR ${verdict} = $4)
    AND ($5::text IS NULL OR t.id = $5
      OR EXISTS (SELECT FROM payout_transactions m WHERE m.payout_id = t.id AND $5 IN (m.id, m.source)))`;

@Injectable()
export class PayoutQueries {
  constructor(private readonly db: Database) {}

  /** Newest first; `after` is the id of the last one seen. */
  async list(filter: PayoutFilter, limit: number, after: string | null): Promise<PayoutRow[]> {
    const rows = await this.db.rows<Omit<PayoutRow, 'verdict'>>(
      `SELECT ${columns} ${matching}
         AND ($7::text IS NULL OR (t.created_at, t.id) < (SELECT created_at, id FROM payouts WHERE id = $7))
       ORDER BY t.created_at DESC, t.id DESC LIMIT $6`,
      [...parameters(filter), limit, after],
    );
    return rows.map(judged);
  }

  /** Oldest first; UTC days, the second not included. */
  async createdBetween(from: string, before: string, runner: Runner = this.db): Promise<PayoutRow[]> {
    const rows = await runner.rows<Omit<PayoutRow, 'verdict'>>(
      `SELECT ${columns} FROM payouts t WHERE t.created_at >= $1::date::timestamp AT TIME ZONE 'UTC'
         AND t.created_at < $2::date::timestamp AT TIME ZONE 'UTC' ORDER BY t.created_at, t.id`,
      [from, before],
    );
    return rows.map(judged);
  }

  totals(filter: PayoutFilter): Promise<PayoutTotal[]> {
    return this.db.rows<PayoutTotal>(
      `SELECT t.currency, count(*) AS count, coalesce(sum(t.amount) FILTER (WHERE NOT ${cameBack}), 0)::bigint AS amount,
              count(*) FILTER (WHERE ${cameBack}) AS failed,
              count(*) FILTER (WHERE ${verdict} = 'difference') AS differences
       ${matching} GROUP BY t.currency ORDER BY t.currency`,
      parameters(filter),
    );
  }

  async byId(id: string): Promise<PayoutRow | undefined> {
    const row = await this.db.row<Omit<PayoutRow, 'verdict'>>(`SELECT ${columns} FROM payouts t WHERE t.id = $1`, [id]);
    return row && judged(row);
  }

  /** The movements of a payout, oldest first; `after` is the id of the last one seen. */
  moves(payoutId: string, limit: number, after: string | null): Promise<PayoutMove[]> {
    return this.db.rows<PayoutMove>(
      `SELECT m.id, m.type, m.category, m.source, m.amount, m.fee, m.net, m.currency, m.at,
              (SELECT o.number FROM payments y JOIN orders o ON o.id = y.order_id WHERE y.charge = m.source
               UNION ALL
               SELECT o.number FROM refund_parts a JOIN refunds f ON f.id = a.refund_id
               JOIN orders o ON o.id = f.order_id WHERE a.stripe_refund = m.source
               UNION ALL
               SELECT o.number FROM disputes d JOIN orders o ON o.id = d.order_id WHERE d.id = m.source
               LIMIT 1) AS "orderNumber"
       FROM payout_transactions m WHERE m.payout_id = $1
         AND ($3::text IS NULL OR (m.at, m.id) > (SELECT at, id FROM payout_transactions WHERE id = $3))
       ORDER BY m.at, m.id LIMIT $2`,
      [payoutId, limit, after],
    );
  }

  /** What a payout was made of, by category. */
  sums(payoutId: string): Promise<PayoutSum[]> {
    return this.db.rows<PayoutSum>(
      `SELECT category, count(*) AS count, sum(amount)::bigint AS amount, sum(fee)::bigint AS fee, sum(net)::bigint AS net
       FROM payout_transactions WHERE payout_id = $1 GROUP BY category ORDER BY category`,
      [payoutId],
    );
  }
}

const judged = (row: Omit<PayoutRow, 'verdict'>): PayoutRow => ({ ...row, verdict: verdictOf(row) });

const parameters = (filter: PayoutFilter): unknown[] => [
  filter.from ?? null,
  filter.to ?? null,
  filter.currency ?? null,
  filter.verdict ?? null,
  filter.q ?? null,
];
