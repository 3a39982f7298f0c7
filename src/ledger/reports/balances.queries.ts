import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { AccountKind } from '../journal/accounts.js';
import type { DayRange } from './asked-days.js';

/** What an account has in a currency: debit less credit, minor units. */
export interface AccountSum {
  code: string;
  name: string;
  kind: AccountKind;
  currency: string;
  amount: number;
  /** The part of the year of the day asked for. */
  ofYear: number;
}

/** Sums by account and currency, made of months and days. */
@Injectable()
export class BalanceQueries {
  constructor(private readonly db: Database) {}

  /** Until the end of the day; what has come to nothing is in it with 0. */
  until(at: string): Promise<AccountSum[]> {
    return this.db.rows<AccountSum>(
      `SELECT a.code, a.name, a.kind, b.currency, sum(b.debit - b.credit)::bigint AS amount,
         coalesce(sum(b.debit - b.credit) FILTER (WHERE b.since >= date_trunc('year', $1::date::timestamp)), 0)::bigint AS "ofYear"
       FROM (SELECT month AS since, account, currency, debit, credit FROM monthly_balances
             WHERE month < date_trunc('month', $1::date::timestamp)
             UNION ALL
             SELECT day, account, currency, debit, credit FROM daily_balances
             WHERE day BETWEEN date_trunc('month', $1::date::timestamp) AND $1::date) AS b
       JOIN accounts a ON a.code = b.account GROUP BY a.code, b.currency ORDER BY b.currency, a.code`,
      [at],
    );
  }

  /** Of the days, both included. */
  between({ from, to }: DayRange): Promise<Omit<AccountSum, 'ofYear'>[]> {
    return this.db.rows(
      `SELECT a.code, a.name, a.kind, b.currency, sum(b.debit - b.credit)::bigint AS amount
       FROM daily_balances b JOIN accounts a ON a.code = b.account WHERE b.day BETWEEN $1::date AND $2::date
       GROUP BY a.code, b.currency ORDER BY b.currency, a.code`,
      [from, to],
    );
  }
}
