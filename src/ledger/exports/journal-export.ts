import type { AccountKind } from '../journal/accounts.js';

export interface ExportAccount {
  code: string;
  name: string;
  kind: AccountKind;
}

/** Debit is positive, credit negative; minor units of the currency. */
export interface ExportPosting {
  account: ExportAccount;
  currency: string;
  amount: number;
  /** The course's slug, where the posting is about one. */
  course: string | null;
  product: string | null;
  /** "2026-09" */
  cohort: string | null;
  jurisdiction: string | null;
}

export interface ExportEntry {
  number: number;
  /** "2026-09-30", as all days here (UTC). */
  date: string;
  kind: string;
  description: string;
  sourceKind: string;
  sourceId: string;
  purpose: string;
  /** The true day of a late item. */
  happenedOn: string | null;
  orderNumber: string | null;
  postings: ExportPosting[];
}

/** What one account (of one course) held in one currency: before the first day, and at the end of the last. */
export interface ExportBalance {
  account: ExportAccount;
  course: string | null;
  currency: string;
  opening: number;
  closing: number;
}

/** What an export says of itself: period, count and control totals. Nothing in it depends on when it was made. */
export interface ExportAbout {
  from: string;
  to: string;
  /** The day after the last one. */
  until: string;
  /** Set where the format takes one currency to a file. */
  currency: string | null;
  entries: number;
  postings: number;
  sums: { currency: string; debit: number; credit: number }[];
  chart: ExportAccount[];
  /** In the order of account, course, currency; with those that came out even. */
  balances: ExportBalance[];
}

/** How one program wants a journal written. Pure: the same journal gives the same text. */
export interface JournalFormat {
  /** Media type of the file. */
  type: string;
  head(about: ExportAbout): string;
  entry(entry: ExportEntry): string;
  tail(about: ExportAbout): string;
}
