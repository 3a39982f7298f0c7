import type { Tx } from '../../database/index.js';

const keys = 'account, kind, currency, course_id, product_id';

/** The sums of one month, from those of its days that were counted again. */
const summed = `
  SELECT ${keys}, sum(debit)::bigint AS debit, sum(credit)::bigint AS credit
  FROM balances_again WHERE day >= $1 AND day < $1::date + interval '1 month' GROUP BY ${keys}`;
const figures = (side: string) => `coalesce('debit ' || ${side}.debit || ', credit ' || ${side}.credit, 'nothing')`;
const named = (name: string) => `coalesce(p.${name}, b.${name})`;

/** The months that have postings or sums, the earliest first. */
export async function monthsOf(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ month: string }>(
    `SELECT DISTINCT date_trunc('month', day)::date AS month FROM balances_again
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
