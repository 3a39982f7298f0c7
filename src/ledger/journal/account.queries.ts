import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { AccountKind } from './accounts.js';
import type { EntryKind } from './entry.js';

export interface Account {
  code: string;
  name: string;
  kind: AccountKind;
}

export interface AccountBalance extends Account {
  /** Debit less credit until the end of the day asked for, by currency; minor units. */
  balances: { currency: string; amount: number }[];
}

export interface AccountFilter {
  /** Days, both included. */
  from?: string;
  to?: string;
  currency: string;
  kind?: EntryKind;
  course?: string;
  product?: string;
  cohort?: string;
  jurisdiction?: string;
}

/** One posting to an account, with the balance after it. */
export interface AccountLine {
  entry: number;
  position: number;
  date: string;
  kind: EntryKind;
  description: string;
  orderNumber: string | null;
  amount: number;
  balance: number;
}

const about = `($4::text IS NULL OR kind = $4) AND ($5::uuid IS NULL OR course_id = $5)
  AND ($6::uuid IS NULL OR product_id = $6) AND ($7::date IS NULL OR cohort = $7) AND ($8::text IS NULL OR jurisdiction = $8)`;

/** The chart of accounts, what is on each, and how it came there. */
@Injectable()
export class AccountQueries {
  constructor(private readonly db: Database) {}

  chart(): Promise<Account[]> {
    return this.db.rows<Account>('SELECT code, name, kind FROM accounts ORDER BY code');
  }

  /** `at`: the last day that counts; null: all. */
  balances(at: string | null): Promise<AccountBalance[]> {
    return this.db.rows<AccountBalance>(
      `SELECT a.code, a.name, a.kind, coalesce((
         SELECT jsonb_agg(s ORDER BY s.currency) FROM (
           SELECT currency, sum(debit - credit)::bigint AS amount FROM daily_balances b
           WHERE b.account = a.code AND ($1::date IS NULL OR b.day <= $1) GROUP BY currency
         ) AS s), '[]') AS balances
       FROM accounts a ORDER BY a.code`,
      [at],
    );
  }

  byCode(code: string): Promise<Account | undefined> {
    return this.db.row<Account>('SELECT code, name, kind FROM accounts WHERE code = $1', [code]);
  }

  /** In which currencies the account has anything, the busiest first. */
  async currencies(code: string): Promise<string[]> {
    const rows = await this.db.rows<{ currency: string }>(
      'SELECT currency FROM daily_balances WHERE account = $1 GROUP BY currency ORDER BY sum(postings) DESC, currency',
      [code],
    );
    return rows.map(({ currency }) => currency);
  }

  /** Before the first day of the filter, and what the days of the filter brought. Reads days, not postings. */
  async sums(code: string, filter: AccountFilter): Promise<{ opening: number; debit: number; credit: number }> {
    const row = await this.db.row<{ opening: number; debit: number; credit: number }>(
      `SELECT coalesce(sum(debit - credit) FILTER (WHERE day < $3), 0)::bigint AS opening,
         coalesce(sum(debit) FILTER (WHERE $3::date IS NULL OR day >= $3), 0)::bigint AS debit,
         coalesce(sum(credit) FILTER (WHERE $3::date IS NULL OR day >= $3), 0)::bigint AS credit
       FROM daily_balances WHERE account = $1 AND currency = $2 AND ($9::date IS NULL OR day <= $9) AND ${about}`,
      [code, filter.currency, filter.from ?? null, ...dimensions(filter), filter.to ?? null],
    );
    return row!;
  }

  /** What the day of this line brought until behind it. */
  async sumUntil(
    code: string,
    filter: AccountFilter,
    { date, entry, position }: Pick<AccountLine, 'date' | 'entry' | 'position'>,
  ): Promise<number> {
    const row = await this.db.row<{ sum: number }>(
      `SELECT coalesce(sum(p.amount), 0)::bigint AS sum FROM postings p JOIN journal_entries e ON e.number = p.entry
       WHERE p.account = $1 AND p.currency = $2 AND p.date = $3 AND (p.entry, p.position) <= ($9::bigint, $10::int) AND ${about}`,
      [code, filter.currency, date, ...dimensions(filter), entry, position],
    );
    return row!.sum;
  }

  /** Oldest first, from an opening balance on; `after` is the last line seen. */
  lines(
    code: string,
    filter: AccountFilter,
    limit: number,
    after: Pick<AccountLine, 'date' | 'entry' | 'position'> | null,
  ): Promise<Omit<AccountLine, 'balance'>[]> {
    return this.db.rows(
      `SELECT p.entry, p.position, p.date, e.kind, e.description, p.amount,
         (SELECT o.number FROM orders o WHERE o.id = e.order_id) AS "orderNumber"
       FROM postings p JOIN journal_entries e ON e.number = p.entry
       WHERE p.account = $1 AND p.currency = $2 AND ($3::date IS NULL OR p.date >= $3) AND ($9::date IS NULL OR p.date <= $9)
         AND ${about} AND ($10::date IS NULL OR (p.date, p.entry, p.position) > ($10, $11::bigint, $12::int))
       ORDER BY p.date, p.entry, p.position LIMIT $13`,
      [
        ...[code, filter.currency, filter.from ?? null, ...dimensions(filter), filter.to ?? null],
        ...[after?.date ?? null, after?.entry ?? null, after?.position ?? null, limit],
      ],
    );
  }
}

const dimensions = ({ kind, course, product, cohort, jurisdiction }: AccountFilter): unknown[] => [
  kind ?? null,
  course ?? null,
  product ?? null,
  cohort ?? null,
  jurisdiction ?? null,
];
