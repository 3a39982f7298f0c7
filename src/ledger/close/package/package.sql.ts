import { accounts } from '../../journal/accounts.js';

const sum = (as: string, ...codes: string[]) =>
  `coalesce(sum(amount) FILTER (WHERE account IN (${codes.map((code) => `'${code}'`).join(', ')})), 0)::bigint AS "${as}"`;
const named = [
  ...[accounts.stripe, accounts.disputed, accounts.inTransit, accounts.bank, accounts.suspense, accounts.fees],
  ...[accounts.disputeFees, accounts.deferred, accounts.revenue, accounts.allowances, accounts.tax],
  ...[accounts.chargebacks, accounts.exchange],
];

/** `$1` the month, `$2` the one after it: what stood in each account at the end. */
export const trialBalance = `
  SELECT a.code, a.name, b.currency, greatest(sum(b.debit - b.credit), 0)::bigint AS debit,
    greatest(sum(b.credit - b.debit), 0)::bigint AS credit
  FROM daily_balances b JOIN accounts a ON a.code = b.account WHERE b.day < $2 AND $1::date IS NOT NULL
  GROUP BY a.code, b.currency ORDER BY a.code COLLATE "C", b.currency COLLATE "C"`;

/** `$3` kinds of entries; `$4`, `$5` date and number of the last one seen. One row for each entry and currency. */
export const register = `
  SELECT e.number, e.date, e.happened_on AS "happenedOn", e.kind, o.number AS "order", e.source_id AS source, p.*
  FROM (SELECT * FROM journal_entries WHERE date >= $1 AND date < $2 AND kind = ANY ($3::text[])
          AND (date, number) > ($4::date, $5::bigint) ORDER BY date, number LIMIT 1000) AS e
  LEFT JOIN orders o ON o.id = e.order_id
  CROSS JOIN LATERAL (
    SELECT currency, ${sum('stripe', accounts.stripe)}, ${sum('disputed', accounts.disputed)},
      ${sum('inTransit', accounts.inTransit)}, ${sum('bank', accounts.bank)}, ${sum('suspense', accounts.suspense)},
      ${sum('fees', accounts.fees, accounts.disputeFees)}, ${sum('deferred', accounts.deferred)},
      ${sum('revenue', accounts.revenue, accounts.allowances)}, ${sum('tax', accounts.tax)},
      ${sum('chargebacks', accounts.chargebacks)}, ${sum('exchange', accounts.exchange)},
      coalesce(sum(amount) FILTER (WHERE account <> ALL ('{${named.join(',')}}')), 0)::bigint AS other
    FROM postings WHERE entry = e.number GROUP BY currency) AS p
  ORDER BY e.date, e.number, p.currency COLLATE "C"`;

const moved = (as: string, kind: string) =>
  `coalesce(sum(m.amount) FILTER (WHERE m.kind = '${kind}'), 0)::bigint AS "${as}"`;

/** `$3`, `$4`, `$5` line, course and unit of the last one seen: what was deferred at the end, one by one. */
export const subLedger = `
  SELECT o.number AS "order", s.*, c.slug AS course, r.slug AS product
  FROM (
    SELECT d.order_line_id AS line, d.course_id AS "courseId", d.unit, d.order_id, d.product_id, d.currency,
      to_char(d.cohort, 'YYYY-MM') AS cohort, ${moved('sold', 'sold')}, ${moved('recognised', 'recognised')},
      ${moved('returned', 'returned_deferred')},
      sum(CASE m.kind WHEN 'sold' THEN m.amount WHEN 'returned_recognised' THEN 0 ELSE -m.amount END)::bigint AS deferred
    FROM deferrals d JOIN deferral_moves m USING (order_line_id, course_id, unit) JOIN journal_entries e ON e.number = m.entry
    WHERE e.date < $2 AND $1::date IS NOT NULL
      AND (d.order_line_id, d.course_id, d.unit) > ($3::uuid, $4::uuid, $5::int)
    GROUP BY d.order_line_id, d.course_id, d.unit
    HAVING sum(CASE m.kind WHEN 'sold' THEN m.amount WHEN 'returned_recognised' THEN 0 ELSE -m.amount END) <> 0
    ORDER BY d.order_line_id, d.course_id, d.unit LIMIT 1000) AS s
  LEFT JOIN orders o ON o.id = s.order_id LEFT JOIN courses c ON c.id = s."courseId" LEFT JOIN products r ON r.id = s.product_id
  ORDER BY s.line, s."courseId", s.unit`;

const of = (as: string, sign: string, ...kinds: string[]) =>
  `coalesce(sum(${sign}) FILTER (WHERE day >= $1 AND kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')})), 0)::bigint AS "${as}"`;
const sales = ['sale', 'resolution'];
const refunds = ['refund', 'refund_failure'];
const disputes = ['dispute', 'dispute_won', 'dispute_lost'];
const otherThan = (as: string, sign: string, ...kinds: string[]) =>
  `coalesce(sum(${sign}) FILTER (WHERE day >= $1 AND kind NOT IN (${kinds.map((kind) => `'${kind}'`).join(', ')})), 0)::bigint AS "${as}"`;

/** Deferred revenue of each course and month of sale: opening + sold + recognised + refunded + disputed + other = closing. */
export const rollForward = `
  SELECT b.currency, c.slug AS course, to_char(b.cohort, 'YYYY-MM') AS cohort,
    coalesce(sum(credit - debit) FILTER (WHERE day < $1), 0)::bigint AS opening,
    ${of('sold', 'credit - debit', ...sales)}, ${of('recognised', 'credit - debit', 'recognition')},
    ${of('refunded', 'credit - debit', ...refunds)}, ${of('disputed', 'credit - debit', ...disputes)},
    ${otherThan('other', 'credit - debit', ...sales, ...refunds, ...disputes, 'recognition')},
    sum(credit - debit)::bigint AS closing
  FROM daily_balances b LEFT JOIN courses c ON c.id = b.course_id
  WHERE b.account = '${accounts.deferred}' AND b.day < $2 GROUP BY b.currency, c.slug, b.cohort
  HAVING sum(credit - debit) <> 0 OR bool_or(day >= $1)
  ORDER BY b.currency COLLATE "C", c.slug COLLATE "C", b.cohort`;

/** Tax by whose it is: charged, given back, and owed at the end. */
export const tax = `
  SELECT currency, jurisdiction, ${of('charged', 'credit - debit', ...sales)},
    ${of('returned', 'credit - debit', ...refunds)}, ${of('disputed', 'credit - debit', ...disputes)},
    ${otherThan('other', 'credit - debit', ...sales, ...refunds, ...disputes)}, sum(credit - debit)::bigint AS owed
  FROM daily_balances WHERE account = '${accounts.tax}' AND day < $2 GROUP BY currency, jurisdiction
  ORDER BY currency COLLATE "C", jurisdiction COLLATE "C"`;
