import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { assertBalanced, condensed, type NewEntry } from './entry.js';
import { monthOf, postingDay } from './months.js';

/** Whoever posts, closes or reopens holds it: entries are numbered without a gap. */
export const lockJournal = (tx: Tx): Promise<void> => tx.lock('ledger');

type Numbered = Omit<NewEntry, 'date'> & { number: number; date: string; happenedOn: string | null };

/** The one way into the journal. The database holds what it promises: balance, order, once per source, no closed period. */
@Injectable()
export class PostEntries {
  /**
   * Posts in the order given, all in two statements.
   * @returns the number of each entry; undefined where its source has been posted for this purpose before
   */
  async post(tx: Tx, entries: readonly NewEntry[]): Promise<(number | undefined)[]> {
    if (entries.length === 0) return [];
    await lockJournal(tx);
    const known = await knownSources(tx, entries);
    const wanted = entries.filter(({ source }) => !known.has(keyOf(source)));
    const numbered = await this.numbered(tx, wanted);
    await insertEntries(tx, numbered);
    await insertPostings(tx, numbered);
    const numbers = new Map(numbered.map(({ source, number }) => [keyOf(source), number]));
    return entries.map(({ source }) => numbers.get(keyOf(source)));
  }

  private async numbered(tx: Tx, entries: readonly NewEntry[]): Promise<Numbered[]> {
    const closed = await openMonths(
      tx,
      entries.map(({ date }) => date),
    );
    const last = await tx.row<{ number: number }>(
      'SELECT coalesce(max(number), 0)::bigint AS number FROM journal_entries',
    );
    return entries.map((entry, index) => {
      const postings = condensed(entry.postings);
      assertBalanced(postings);
      const date = postingDay(entry.date, closed);
      const happenedOn = date === entry.date ? null : entry.date;
      return { ...entry, postings, date, happenedOn, number: last!.number + index + 1 };
    });
  }
}

const keyOf = ({ kind, id, purpose }: NewEntry['source']): string => `${kind} ${purpose} ${id}`;

async function knownSources(tx: Tx, entries: readonly NewEntry[]): Promise<Set<string>> {
  const rows = await tx.rows<NewEntry['source']>(
    `SELECT source_kind AS kind, source_id AS id, purpose FROM journal_entries
     JOIN unnest($1::text[], $2::text[], $3::text[]) AS w (source_kind, source_id, purpose)
       USING (source_kind, source_id, purpose)`,
    [
      entries.map(({ source }) => source.kind),
      entries.map(({ source }) => source.id),
      entries.map(({ source }) => source.purpose),
    ],
  );
  return new Set(rows.map(keyOf));
}

/** Opens the months that are new, among them those that late items move to. @returns the last one that is closed */
async function openMonths(tx: Tx, days: readonly string[]): Promise<string | undefined> {
  const row = await tx.row<{ month: string | null }>(`SELECT max(month) AS month FROM periods WHERE status = 'closed'`);
  const closed = row?.month ?? undefined;
  const months = new Set(days.map((day) => monthOf(postingDay(day, closed))));
  await tx.rows('INSERT INTO periods (month) SELECT unnest($1::date[]) ON CONFLICT DO NOTHING', [[...months]]);
  return closed;
}

async function insertEntries(tx: Tx, entries: readonly Numbered[]): Promise<void> {
  await tx.rows(
    `INSERT INTO journal_entries (number, date, month, happened_on, kind, description, source_kind, source_id, purpose,
       order_id, reverses, posted_by)
     SELECT number, date, date_trunc('month', date::timestamp)::date, happened_on, kind, description, source_kind, source_id,
       purpose, order_id, reverses, posted_by
     FROM unnest($1::bigint[], $2::date[], $3::date[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::uuid[], $10::bigint[], $11::uuid[]) AS e (number, date, happened_on, kind, description, source_kind, source_id,
       purpose, order_id, reverses, posted_by)`,
    [
      entries.map(({ number }) => number),
      entries.map(({ date }) => date),
      entries.map(({ happenedOn }) => happenedOn),
      entries.map(({ kind }) => kind),
      entries.map(({ description }) => description),
      entries.map(({ source }) => source.kind),
      entries.map(({ source }) => source.id),
      entries.map(({ source }) => source.purpose),
      entries.map(({ orderId }) => orderId ?? null),
      entries.map(({ reverses }) => reverses ?? null),
      entries.map(({ by }) => by ?? null),
    ],
  );
}

async function insertPostings(tx: Tx, entries: readonly Numbered[]): Promise<void> {
  const rows = entries.flatMap(({ number, date, postings }) =>
    postings.map((posting, index) => ({ entry: number, date, position: index + 1, ...posting })),
  );
  await tx.rows(
    `INSERT INTO postings (entry, position, date, account, currency, amount, course_id, product_id, cohort, jurisdiction)
     SELECT * FROM unnest($1::bigint[], $2::int[], $3::date[], $4::text[], $5::text[], $6::bigint[], $7::uuid[], $8::uuid[],
       $9::date[], $10::text[])`,
    [
      rows.map(({ entry }) => entry),
      rows.map(({ position }) => position),
      rows.map(({ date }) => date),
      rows.map(({ account }) => account),
      rows.map(({ currency }) => currency),
      rows.map(({ amount }) => amount),
      rows.map(({ courseId }) => courseId ?? null),
      rows.map(({ productId }) => productId ?? null),
      rows.map(({ cohort }) => cohort ?? null),
      rows.map(({ jurisdiction }) => jurisdiction ?? null),
    ],
  );
}
