import type { Tx } from '../../database/index.js';

const keys = 'account, kind, currency, course_id, product_id';

/** The sums of one month, from its postings. */
const summed = `
  SELECT p.account, e.kind, p.currency, p.course_id, p.product_id, sum(greatest(p.amount, 0))::bigint AS debit,
    sum(greatest(-p.amount, 0))::bigint AS credit
  FROM journal_entries e JOIN postings p ON p.entry = e.number AND p.date = e.date
  WHERE e.date >= $1 AND e.date < $1::date + interval '1 month' GROUP BY ${keys}`;
const figures = (side: string) => `coalesce('debit ' || ${side}.debit || ', credit ' || ${side}.credit, 'nothing')`;
const named = (name: string) => `coalesce(p.${name}, b.${name})`;

/** The months that have entries or sums, the earliest first. */
export async function monthsOf(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ month: string }>(
    `SELECT month FROM periods WHERE EXISTS (SELECT FROM journal_entries e WHERE e.date BETWEEN month AND month + 30)
     UNION SELECT month FROM monthly_balances ORDER BY 1`,
  );
  return rows.map(({ month }) => month);
}

/** Where the sums of the month are not those of its postings: each key in words, with both. */
export async function monthDifferences(tx: Tx, month: string): Promise<string[]> {
  const rows = await tx.rows<{ what: string }>(
    `SELECT concat_ws(', ', 'balance of the month ' || $1::date, 'account ' || ${named('account')}, ${named('kind')},
         ${named('currency')}, 'course ' || ${named('course_id')}, 'product ' || ${named('product_id')})
         || ': kept ' || ${figures('b')} || '; posted ' || ${figures('p')} AS what
     FROM (${summed}) AS p FULL JOIN (SELECT * FROM monthly_balances WHERE month = $1) AS b
       ON (b.account, b.kind, b.currency) = (p.account, p.kind, p.currency)
       AND (b.course_id, b.product_id) IS NOT DISTINCT FROM (p.course_id, p.product_id)
     WHERE (p.debit, p.credit) IS DISTINCT FROM (b.debit, b.credit) ORDER BY 1`,
    [month],
  );
  return rows.map(({ what }) => what);
}

/** Writes the sums of the month anew. Only the owner of the tables may, with the guard of the table off. */
export async function rewriteMonth(tx: Tx, month: string): Promise<void> {
  await tx.rows('DELETE FROM monthly_balances WHERE month = $1', [month]);
  await tx.rows(`INSERT INTO monthly_balances (month, ${keys}, debit, credit) SELECT $1, s.* FROM (${summed}) AS s`, [
    month,
  ]);
}
