import type { Tx } from '../../database/index.js';

const dims = 'account, kind, currency, course_id, product_id, cohort, jurisdiction';

const figures = (side: string) =>
  `coalesce('debit ' || ${side}.debit || ', credit ' || ${side}.credit || ', ' || ${side}.postings || ' postings', 'nothing')`;
const named = (name: string) => `coalesce(p.${name}, b.${name})`;

/** Where sums are counted again, beside those that are kept. */
export async function beginCounting(tx: Tx): Promise<void> {
  await tx.rows('CREATE TEMPORARY TABLE balances_again (LIKE daily_balances INCLUDING INDEXES) ON COMMIT DROP');
}

/** Counts the sums of one day from its postings. */
export async function countDay(tx: Tx, day: string): Promise<void> {
  await tx.rows(
    `INSERT INTO balances_again (day, ${dims}, debit, credit, postings)
     SELECT e.date, p.account, e.kind, p.currency, p.course_id, p.product_id, p.cohort, p.jurisdiction,
       sum(greatest(p.amount, 0)), sum(greatest(-p.amount, 0)), count(*)
     FROM journal_entries e JOIN postings p ON p.entry = e.number AND p.date = e.date
     WHERE e.date = $1 GROUP BY e.date, ${dims}`,
    [day],
  );
}

/** The first day after `day` that has entries or sums; undefined after the last. */
export async function nextDay(tx: Tx, day: string | null): Promise<string | undefined> {
  const row = await tx.row<{ day: string | null }>(
    `SELECT least((SELECT min(date) FROM journal_entries WHERE date > coalesce($1::date, '-infinity')),
                  (SELECT min(day) FROM daily_balances WHERE day > coalesce($1::date, '-infinity'))) AS day`,
    [day],
  );
  return row?.day ?? undefined;
}

/** After `countDay`: where the kept sums are not those of the postings: each key in words, with both. */
export async function differencesOf(tx: Tx, day: string): Promise<string[]> {
  const rows = await tx.rows<{ what: string }>(
    `SELECT concat_ws(', ', 'balance of ' || $1::date, 'account ' || ${named('account')}, ${named('kind')}, ${named('currency')},
         'course ' || ${named('course_id')}, 'product ' || ${named('product_id')}, 'sold in ' || ${named('cohort')},
         'tax of ' || ${named('jurisdiction')}) || ': kept ' || ${figures('b')} || '; posted ' || ${figures('p')} AS what
     FROM (SELECT * FROM balances_again WHERE day = $1) AS p FULL JOIN (SELECT * FROM daily_balances WHERE day = $1) AS b
       ON (b.account, b.kind, b.currency) = (p.account, p.kind, p.currency)
       AND (b.course_id, b.product_id, b.cohort, b.jurisdiction)
         IS NOT DISTINCT FROM (p.course_id, p.product_id, p.cohort, p.jurisdiction)
     WHERE (p.debit, p.credit, p.postings) IS DISTINCT FROM (b.debit, b.credit, b.postings) ORDER BY 1`,
    [day],
  );
  return rows.map(({ what }) => what);
}

/** Puts what was counted in the place of what was kept. Only the owner of the tables may, with the guard of the table off. */
export async function rewriteDay(tx: Tx, day: string): Promise<void> {
  await tx.rows('DELETE FROM daily_balances WHERE day = $1', [day]);
  const columns = `day, ${dims}, debit, credit, postings`;
  await tx.rows(`INSERT INTO daily_balances (${columns}) SELECT ${columns} FROM balances_again WHERE day = $1`, [day]);
}
