import { accounts } from '../journal/accounts.js';
import { dueUntil } from '../deferred/recognise-month.js';
import type { CheckName } from './checklist.js';

const span = 'WITH span AS (SELECT $1::date AS opens, $2::date AS ends)';
const utc = `AT TIME ZONE 'UTC'`;
const iso = (at: string) => `to_char(${at} ${utc}, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** Of the checks that read the books alone: `$1` the month, `$2` the one after it. Each row is a figure. */
export const checkStatements: Record<Exclude<CheckName, 'payouts' | 'events'>, string> = {
  earlier: `${span}
    SELECT 'open months before it' AS what, count(*) AS count, count(*) > 0 AS wrong
    FROM span, generate_series((SELECT min(month) FROM periods), opens - interval '1 day', interval '1 month') AS m (month)
    LEFT JOIN periods p ON p.month = m.month::date WHERE p.status IS DISTINCT FROM 'closed'`,
  over: `${span}
    SELECT 'days left' AS what, greatest(ends - (now() ${utc})::date, 0) AS count,
      (now() ${utc})::date < ends AS wrong FROM span`,
  // A look that began after the end has seen all of the month; Stripe's list may lag behind by minutes.
  pulled: `${span}
    SELECT 'last look at Stripe' AS what, ${iso('max(begun_at)')} AS at,
      coalesce(max(begun_at) < (SELECT ends + interval '5 minutes' FROM span) ${utc}, true) AS wrong FROM balance_pulls`,
  unposted: `${span}
    SELECT 'movements on the balance' AS what, count(*) AS count, count(*) > 0 AS wrong
    FROM unposted_transactions, span WHERE at < ends::timestamp ${utc}
    UNION ALL
    SELECT 'disputes and payouts' AS what, count(*) AS count, count(*) > 0 AS wrong FROM unposted_matters`,
  suspense: `${span}
    SELECT 'in suspense' AS what, currency, sum(debit - credit)::bigint AS amount, sum(debit - credit) <> 0 AS wrong
    FROM daily_balances, span WHERE account = '${accounts.suspense}' AND day < ends GROUP BY currency ORDER BY currency`,
  recognition: `${span}
    SELECT 'earned and not recognised' AS what, currency, sum(amount)::bigint AS amount, true AS wrong
    FROM (${dueUntil('$2')}) AS due GROUP BY currency
    UNION ALL
    SELECT 'recognised' AS what, currency, sum(credit - debit)::bigint AS amount, false AS wrong FROM daily_balances, span
    WHERE kind = 'recognition' AND account = '${accounts.revenue}' AND day >= opens AND day < ends GROUP BY currency
    ORDER BY wrong DESC, currency`,
  // Earlier months agreed when they were closed: what has to agree is what this month brought.
  deferred: `${span}, booked AS (
      SELECT currency, course_id, sum(credit - debit) AS amount FROM daily_balances, span
      WHERE account = '${accounts.deferred}' AND day >= opens AND day < ends GROUP BY 1, 2
    ), moved AS (
      SELECT d.currency, d.course_id,
        sum(CASE m.kind WHEN 'sold' THEN m.amount WHEN 'returned_recognised' THEN 0 ELSE -m.amount END) AS amount
      FROM span, journal_entries e JOIN deferral_moves m ON m.entry = e.number
      JOIN deferrals d USING (order_line_id, course_id, unit)
      WHERE e.date >= opens AND e.date < ends GROUP BY 1, 2
    ), apart AS (
      SELECT currency, coalesce(b.amount, 0) - coalesce(m.amount, 0) AS amount, c.slug
      FROM booked b FULL JOIN moved m USING (currency, course_id) LEFT JOIN courses c ON c.id = course_id
      WHERE coalesce(b.amount, 0) <> coalesce(m.amount, 0))
    SELECT coalesce(slug, 'no course') || ' is apart' AS what, currency, amount::bigint AS amount, true AS wrong FROM apart
    UNION ALL
    SELECT 'deferred at the end' AS what, currency, sum(credit - debit)::bigint AS amount, false AS wrong
    FROM daily_balances, span WHERE account = '${accounts.deferred}' AND day < ends GROUP BY currency
    ORDER BY wrong DESC, currency, what`,
  trial: `${span}
    SELECT CASE WHEN sum(debit) = sum(credit) THEN 'debits and credits, each' ELSE 'debits less credits' END AS what,
      currency, CASE WHEN sum(debit) = sum(credit) THEN sum(debit) ELSE sum(debit - credit) END::bigint AS amount,
      sum(debit) <> sum(credit) AS wrong
    FROM daily_balances, span WHERE day < ends GROUP BY currency ORDER BY currency`,
  balance: `${span}, known AS (
      SELECT DISTINCT currency FROM daily_balances, span WHERE account = '${accounts.stripe}' AND day < ends)
    SELECT CASE WHEN c.at IS NULL THEN 'not compared since the end' WHEN c.same THEN 'the same at Stripe and here'
        ELSE 'more at Stripe than here' END AS what,
      k.currency, CASE WHEN c.same THEN c.stripe ELSE c.stripe - c.booked - c.unposted END AS amount,
      ${iso('c.at')} AS at, c.same IS NOT TRUE AS wrong
    FROM known k LEFT JOIN LATERAL (
      SELECT b.*, b.stripe = b.pulled AND b.booked + b.unposted = b.pulled AS same FROM balance_checks b, span
      WHERE b.currency = k.currency AND b.at >= ends::timestamp ${utc} ORDER BY b.at DESC LIMIT 1) AS c ON true
    ORDER BY k.currency`,
};
