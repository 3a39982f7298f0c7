import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { EntryKind } from './entry.js';
import type { AccountKind } from './accounts.js';

export interface JournalFilter {
  /** Days, both included. */
  from?: string;
  to?: string;
  kind?: EntryKind;
  account?: string;
  currency?: string;
  /** An entry's number, or the id of what it came from: an order, a movement at Stripe, a payout. */
  q?: string;
}

export interface EntryRow {
  number: number;
  date: string;
  happenedOn: string | null;
  kind: EntryKind;
  description: string;
  sourceKind: string;
  sourceId: string;
  orderNumber: string | null;
  reverses: number | null;
  postedAt: Date;
  postedBy: string | null;
  /** Debits by currency; minor units. */
  sums: { currency: string; amount: number }[];
}

export interface PostingRow {
  position: number;
  account: string;
  accountName: string;
  accountKind: AccountKind;
  currency: string;
  amount: number;
  courseId: string | null;
  productId: string | null;
  cohort: string | null;
  jurisdiction: string | null;
}

export interface Entry extends EntryRow {
  purpose: string;
  reversedBy: number | null;
  postings: PostingRow[];
}

const columns = `e.number, e.date, e.happened_on AS "happenedOn", e.kind, e.description, e.source_kind AS "sourceKind",
  e.source_id AS "sourceId", (SELECT o.number FROM orders o WHERE o.id = e.order_id) AS "orderNumber", e.reverses,
  e.posted_at AS "postedAt", (SELECT name FROM people w WHERE w.id = e.posted_by) AS "postedBy",
  (SELECT jsonb_agg(s ORDER BY s.currency) FROM (SELECT p.currency, sum(p.amount) AS amount FROM postings p
     WHERE p.entry = e.number AND p.amount > 0 GROUP BY p.currency) AS s) AS sums`;

const matching = `FROM journal_entries e
  WHERE ($1::date IS NULL OR e.date >= $1) AND ($2::date IS NULL OR e.date <= $2) AND ($3::text IS NULL OR e.kind = $3)
    AND (($4::text IS NULL AND $5::text IS NULL) OR EXISTS (SELECT FROM postings p WHERE p.entry = e.number
      AND ($4::text IS NULL OR p.account = $4) AND ($5::text IS NULL OR p.currency = $5)))
    AND ($6::text IS NULL OR e.number::text = $6 OR e.source_id = $6
      OR e.order_id = (SELECT id FROM orders WHERE number = $6)
      OR e.source_id IN (SELECT id FROM balance_transactions WHERE source = $6))`;

@Injectable()
export class JournalQueries {
  constructor(private readonly db: Database) {}

  /** Newest first; `after` is the number of the last one seen. */
  list(filter: JournalFilter, limit: number, after: number | null): Promise<EntryRow[]> {
    const { from, to, kind, account, currency, q } = filter;
    return this.db.rows<EntryRow>(
      `SELECT ${columns} ${matching}
         AND ($8::bigint IS NULL OR (e.date, e.number) < (SELECT date, number FROM journal_entries WHERE number = $8))
       ORDER BY e.date DESC, e.number DESC LIMIT $7`,
      [from ?? null, to ?? null, kind ?? null, account ?? null, currency ?? null, q ?? null, limit, after],
    );
  }

  async byNumber(number: number): Promise<Entry | undefined> {
    const [entry, postings] = await Promise.all([
      this.db.row<Omit<Entry, 'postings'>>(
        `SELECT ${columns}, e.purpose, (SELECT number FROM journal_entries r WHERE r.reverses = e.number) AS "reversedBy"
         FROM journal_entries e WHERE e.number = $1`,
        [number],
      ),
      this.db.rows<PostingRow>(
        `SELECT p.position, p.account, a.name AS "accountName", a.kind AS "accountKind", p.currency, p.amount,
           p.course_id AS "courseId", p.product_id AS "productId", p.cohort, p.jurisdiction
         FROM postings p JOIN accounts a ON a.code = p.account WHERE p.entry = $1 ORDER BY p.position`,
        [number],
      ),
    ]);
    return entry && { ...entry, postings };
  }

  /** The object at Stripe that the movement was about: a charge, a refund, a payout. */
  async stripeSource({ sourceKind, sourceId }: Pick<Entry, 'sourceKind' | 'sourceId'>): Promise<string | null> {
    if (sourceKind !== 'balance_transaction') return null;
    const row = await this.db.row<{ source: string | null }>('SELECT source FROM balance_transactions WHERE id = $1', [
      sourceId,
    ]);
    return row?.source ?? null;
  }
}
