import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { DisputeStanding } from './dispute-standing.js';

export interface DisputeFilter {
  /** UTC days on which the dispute was opened, both included. */
  from?: string;
  to?: string;
  standing?: DisputeStanding;
  currency?: string;
  /** Part of an order number, or a whole id of Stripe's. */
  q?: string;
}

/** A dispute as money; amount in minor units. */
export interface RegisteredDispute {
  id: string;
  openedAt: Date;
  closedAt: Date | null;
  orderNumber: string;
  reason: string;
  status: string;
  standing: DisputeStanding;
  amount: number;
  currency: string;
}

/** Amounts of all that match, by how they stand; inquiries took nothing. */
export interface DisputeTotal {
  currency: string;
  count: number;
  open: number;
  won: number;
  lost: number;
}

const matching = `
  FROM disputes d JOIN orders o ON o.id = d.order_id JOIN payments y ON y.id = d.payment_id
  WHERE ($1::date IS NULL OR d.opened_at >= $1::date::timestamp AT TIME ZONE 'UTC')
    AND ($2::date IS NULL OR d.opened_at < ($2::date + 1)::timestamp AT TIME ZONE 'UTC')
    AND ($3::text IS NULL OR d.standing = $3) AND ($4::text IS NULL OR d.currency = $4)
    AND ($5::text IS NULL OR strpos(lower(o.number), lower($5)) > 0 OR $5 IN (d.id, y.payment_intent, y.charge))`;

/** Every dispute, for whoever keeps the books: money, and nothing of what speaks for us. */
@Injectable()
export class DisputeRegisterQueries {
  constructor(private readonly db: Database) {}

  /** Newest first; `after` is the id of the last one seen. */
  list(filter: DisputeFilter, limit: number, after: string | null): Promise<RegisteredDispute[]> {
    return this.db.rows<RegisteredDispute>(
      `SELECT d.id, d.opened_at AS "openedAt", d.closed_at AS "closedAt", o.number AS "orderNumber", d.reason, d.status,
         d.standing, d.amount, d.currency
       ${matching} AND ($7::text IS NULL OR (d.opened_at, d.id) < (SELECT opened_at, id FROM disputes WHERE id = $7))
       ORDER BY d.opened_at DESC, d.id DESC LIMIT $6`,
      [...parameters(filter), limit, after],
    );
  }

  totals(filter: DisputeFilter): Promise<DisputeTotal[]> {
    const of = (standing: DisputeStanding) =>
      `coalesce(sum(d.amount) FILTER (WHERE d.standing = '${standing}'), 0)::bigint AS ${standing}`;
    return this.db.rows<DisputeTotal>(
      `SELECT d.currency, count(*) AS count, ${of('open')}, ${of('won')}, ${of('lost')}
       ${matching} GROUP BY d.currency ORDER BY d.currency`,
      parameters(filter),
    );
  }
}

const parameters = ({ from, to, standing, currency, q }: DisputeFilter): unknown[] =>
  [from, to, standing, currency, q].map((value) => value ?? null);
