import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { ExportAbout, ExportEntry } from './journal-export.js';

interface Period {
  from: string;
  to: string;
  currency?: string | undefined;
}

/** `last` is the highest number in the journal when the export began: what is posted later is not part of it. */
export type FrozenAbout = ExportAbout & { last: number };

const atOnce = 1_000;

const aboutSql = `
  WITH held AS (
    SELECT b.account, c.slug AS course, b.currency,
      coalesce(sum(b.debit - b.credit) FILTER (WHERE b.day < $1::date), 0) AS opening, sum(b.debit - b.credit) AS closing
    FROM daily_balances b LEFT JOIN courses c ON c.id = b.course_id
    WHERE b.day <= $2::date AND ($3::text IS NULL OR b.currency = $3) GROUP BY 1, 2, 3
  ), moved AS (
    SELECT currency, sum(debit) AS debit, sum(credit) AS credit, sum(postings) AS postings FROM daily_balances
    WHERE day BETWEEN $1::date AND $2::date AND ($3::text IS NULL OR currency = $3) GROUP BY 1
  )
  SELECT $1::text AS from, $2::text AS to, ($2::date + 1)::date AS until, $3::text AS currency,
    (SELECT coalesce(max(number), 0)::bigint FROM journal_entries) AS last,
    (SELECT count(*) FROM journal_entries e WHERE e.date BETWEEN $1::date AND $2::date AND ($3::text IS NULL
      OR EXISTS (SELECT FROM postings p WHERE p.entry = e.number AND p.currency = $3))) AS entries,
    (SELECT coalesce(sum(postings), 0)::bigint FROM moved) AS postings,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('currency', currency, 'debit', debit, 'credit', credit)
      ORDER BY currency COLLATE "C"), '[]') FROM moved) AS sums,
    (SELECT jsonb_agg(jsonb_build_object('code', code, 'name', name, 'kind', kind) ORDER BY code COLLATE "C")
      FROM accounts) AS chart,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('course', course, 'currency', currency, 'opening', opening,
        'closing', closing, 'account', jsonb_build_object('code', code, 'name', name, 'kind', kind))
      ORDER BY code COLLATE "C", course COLLATE "C" NULLS FIRST, currency COLLATE "C"), '[]')
      FROM held JOIN accounts ON code = account) AS balances`;

// The entries of a page are found first: their postings are read for them alone.
const entriesSql = `
  WITH page AS MATERIALIZED (
    SELECT e.* FROM journal_entries e
    WHERE (e.date, e.number) > ($3::date, $4::bigint) AND e.date <= $1::date AND e.number <= $5
      AND ($2::text IS NULL OR EXISTS (SELECT FROM postings p WHERE p.entry = e.number AND p.currency = $2))
    ORDER BY e.date, e.number LIMIT ${atOnce}
  )
  SELECT e.number, e.date, e.kind, e.description, e.source_kind AS "sourceKind", e.source_id AS "sourceId", e.purpose,
    e.happened_on AS "happenedOn", o.number AS "orderNumber", p.postings
  FROM page e
  LEFT JOIN orders o ON o.id = e.order_id
  CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('account', jsonb_build_object('code', a.code, 'name', a.name, 'kind', a.kind),
        'currency', p.currency, 'amount', p.amount, 'course', c.slug, 'product', r.slug,
        'cohort', to_char(p.cohort, 'YYYY-MM'), 'jurisdiction', p.jurisdiction) ORDER BY p.position) AS postings
    FROM postings p JOIN accounts a ON a.code = p.account
    LEFT JOIN courses c ON c.id = p.course_id LEFT JOIN products r ON r.id = p.product_id
    WHERE p.entry = e.number AND ($2::text IS NULL OR p.currency = $2)
  ) AS p
  ORDER BY e.date, e.number`;

@Injectable()
export class ExportQueries {
  constructor(private readonly db: Database) {}

  /** One statement, so that numbers, sums and balances are of one instant. */
  async about({ from, to, currency }: Period): Promise<FrozenAbout> {
    return (await this.db.row<FrozenAbout>(aboutSql, [from, to, currency ?? null]))!;
  }

  /**
   * The entries of a period in the order of (date, number), some at a time. Entries are numbered without a gap and never
   * change, so that no transaction needs to stay open for a slow reader.
   */
  async *entries({ from, to, currency, last }: FrozenAbout): AsyncGenerator<ExportEntry[], void, undefined> {
    let after = { date: from, number: 0 };
    for (;;) {
      const entries = await this.db.rows<ExportEntry>(entriesSql, [
        ...[to, currency],
        ...[after.date, after.number, last],
      ]);
      if (entries.length > 0) yield entries;
      if (entries.length < atOnce) return;
      after = entries.at(-1)!;
    }
  }

  /** First and last day of the journal; undefined while it is empty. */
  async span(): Promise<{ from: string; to: string } | undefined> {
    return this.db.row('SELECT min(date) AS from, max(date) AS to FROM journal_entries HAVING min(date) IS NOT NULL');
  }
}
