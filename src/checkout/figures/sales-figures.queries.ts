import { Injectable } from '@nestjs/common';
import type { CodeSale, OfferSale, ProductSale, SalesDay, SalesFigures, SalesTotal } from '../../bundles/index.js';
import { Database } from '../../database/index.js';
import { money } from '../../shared/index.js';

/** What was sold, from payments and from the quotes that orders keep. */
@Injectable()
export class SalesFiguresQueries implements SalesFigures {
  constructor(private readonly db: Database) {}

  /** By what the order's own quote says; at most the 1000 latest. */
  async underOffer(offerId: string): Promise<OfferSale[]> {
    const rows = await this.db.rows<Omit<OfferSale, 'amount'> & { amount: number; currency: string }>(
      `SELECT o.number AS "orderNumber", o.created_at AS "placedAt", o.settled_at AS "settledAt", o.status, l.quantity,
         l.amount, o.currency
       FROM offers f JOIN order_lines l ON l.product_id = f.product_id JOIN orders o ON o.id = l.order_id
       WHERE f.id = $1 AND o.created_at >= lower(f.during)
         AND o.quote -> 'lines' -> l.position -> 'reasons' @> jsonb_build_array(jsonb_build_object('offerId', $1::text))
       ORDER BY o.created_at DESC, o.id DESC LIMIT 1000`,
      [offerId],
    );
    return rows.map(({ amount, currency, ...rest }) => ({ ...rest, amount: money(amount, currency) }));
  }

  async withCode(codeId: string): Promise<CodeSale[]> {
    const rows = await this.db.rows<Omit<CodeSale, 'total'> & { amount: number; currency: string }>(
      `SELECT o.number AS "orderNumber", o.created_at AS "placedAt", o.settled_at AS "settledAt", o.status, o.total AS amount,
         o.currency
       FROM code_claims c JOIN orders o ON o.id = c.holder_id
       WHERE c.code_id = $1 ORDER BY o.created_at DESC, o.id DESC LIMIT 1000`,
      [codeId],
    );
    return rows.map(({ amount, currency, ...rest }) => ({ ...rest, total: money(amount, currency) }));
  }

  totals(now: Date): Promise<SalesTotal[]> {
    return this.db.rows<SalesTotal>(
      `SELECT y.currency,
         coalesce(sum(y.amount) FILTER (WHERE y.paid_at >= d.today), 0)::bigint AS today,
         coalesce(sum(y.amount) FILTER (WHERE y.paid_at >= d.today - interval '1 day'
           AND y.paid_at < d.now - interval '1 day'), 0)::bigint AS yesterday,
         coalesce(sum(y.amount) FILTER (WHERE y.paid_at >= d.now - interval '7 days'), 0)::bigint AS days7,
         coalesce(sum(y.amount) FILTER (WHERE y.paid_at >= d.now - interval '14 days'
           AND y.paid_at < d.now - interval '7 days'), 0)::bigint AS before7,
         coalesce(sum(y.amount) FILTER (WHERE y.paid_at >= d.now - interval '30 days'), 0)::bigint AS days30,
         coalesce(sum(y.amount) FILTER (WHERE y.paid_at < d.now - interval '30 days'), 0)::bigint AS before30
       FROM (SELECT $1::timestamptz AS now, date_trunc('day', $1::timestamptz, 'UTC') AS today) d
       JOIN payments y ON y.paid_at >= d.now - interval '60 days' AND y.paid_at <= d.now
       GROUP BY y.currency ORDER BY count(*) DESC, y.currency`,
      [now],
    );
  }

  perDay(now: Date, days: number): Promise<SalesDay[]> {
    return this.db.rows<SalesDay>(
      `WITH day AS (
         SELECT generate_series(date_trunc('day', $1::timestamptz, 'UTC') - make_interval(days => $2 - 1),
           date_trunc('day', $1::timestamptz, 'UTC'), interval '1 day') AS starts
       ), currency AS (
         SELECT DISTINCT currency FROM payments WHERE paid_at > $1::timestamptz - make_interval(days => 2 * $2)
       )
       SELECT to_char(day.starts AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, currency.currency,
         count(y.id)::int AS payments, coalesce(sum(y.amount), 0)::bigint AS amount
       FROM day CROSS JOIN currency LEFT JOIN payments y ON y.currency = currency.currency
         AND y.paid_at >= day.starts AND y.paid_at < day.starts + interval '1 day'
       GROUP BY day.starts, currency.currency ORDER BY day.starts, currency.currency`,
      [now, days],
    );
  }

  perProduct(now: Date, days: number): Promise<ProductSale[]> {
    return this.db.rows<ProductSale>(
      `SELECT p.title AS product, p.slug, o.currency, count(DISTINCT o.id)::int AS orders, sum(l.amount)::bigint AS amount
       FROM orders o JOIN order_lines l ON l.order_id = o.id JOIN products p ON p.id = l.product_id
       WHERE o.settled_at > $1::timestamptz - make_interval(days => $2) AND o.settled_at <= $1
       GROUP BY p.id, o.currency ORDER BY o.currency, sum(l.amount) DESC, p.title`,
      [now, days],
    );
  }
}
