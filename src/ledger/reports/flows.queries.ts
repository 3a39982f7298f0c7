import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';

/** What a month brought to an account by one kind of entry: debit less credit, minor units. */
export interface Flow {
  /** Its first day; null: everything before the first month asked for. */
  month: string | null;
  account: string;
  kind: string;
  amount: number;
}

/** What a month earned with one course, sold in one product; null where a posting names none. Minor units. */
export interface Earned {
  month: string;
  courseId: string | null;
  productId: string | null;
  amount: number;
}

/** What was sold of a product in a market at one offer, or at list price. Amounts in minor units. */
export interface OfferSale {
  product: string;
  productSlug: string;
  offerId: string | null;
  offer: string | null;
  market: string;
  units: number;
  /** What the units cost at list price, less what was charged for them, with or without tax like the list price. */
  list: number;
  discount: number;
  net: number;
}

/** First day of the first month, last day of the last one. */
interface Span {
  currency: string;
  from: string;
  to: string;
}

/** What whole months brought. Reads sums of months, never postings or payments. */
@Injectable()
export class FlowQueries {
  constructor(private readonly db: Database) {}

  /** By month, account and kind of entry; of accounts that are carried on also what came before. */
  flows({ currency, from, to }: Span): Promise<Flow[]> {
    return this.db.rows<Flow>(
      `SELECT CASE WHEN b.month >= $2::date THEN b.month END AS month, b.account, b.kind,
         sum(b.debit - b.credit)::bigint AS amount
       FROM monthly_balances b WHERE b.currency = $1 AND b.month <= $3::date
         AND (b.month >= $2::date OR b.account < '3')
       GROUP BY 1, 2, 3`,
      [currency, from, to],
    );
  }

  earned({ currency, from, to }: Span): Promise<Earned[]> {
    return this.db.rows<Earned>(
      `SELECT month, course_id AS "courseId", product_id AS "productId",
         sum(credit - debit)::bigint AS amount
       FROM monthly_balances WHERE currency = $1 AND account = '4000' AND month BETWEEN $2::date AND $3::date
       GROUP BY 1, 2, 3`,
      [currency, from, to],
    );
  }

  /** The most sold first. */
  offers({ currency, from, to }: Span): Promise<OfferSale[]> {
    return this.db.rows<OfferSale>(
      `SELECT p.title AS product, p.slug AS "productSlug", s.offer_id AS "offerId", o.name AS offer, s.market,
         sum(s.quantity)::bigint AS units, sum(s.list)::bigint AS list,
         sum(s.list - s.net - CASE WHEN m.tax = 'included' THEN s.tax ELSE 0 END)::bigint AS discount,
         sum(s.net)::bigint AS net
       FROM daily_sales s JOIN products p ON p.id = s.product_id JOIN markets m ON m.name = s.market
         LEFT JOIN offers o ON o.id = s.offer_id
       WHERE s.currency = $1 AND s.day BETWEEN $2::date AND $3::date
       GROUP BY p.id, o.id, s.offer_id, s.market ORDER BY sum(s.net) DESC, p.slug, s.market, o.name`,
      [currency, from, to],
    );
  }

  /** What courses and products are called today, by id. */
  async titles(): Promise<Map<string, string>> {
    const rows = await this.db.rows<{ id: string; title: string }>(
      `SELECT id, title FROM products UNION ALL
       SELECT c.id, e.title FROM courses c JOIN editions e ON e.id = c.current_edition_id`,
    );
    return new Map(rows.map(({ id, title }) => [id, title]));
  }
}
