import type { DataCheck } from '../database/index.js';

const dims = 'currency, course_id, product_id, cohort, jurisdiction';

/** What must hold between the journal, its sums and what it was made of. */
export const ledgerChecks: DataCheck[] = [
  {
    invariant: 'I1',
    says: 'the postings of an entry sum to zero in each currency',
    sql: `SELECT 'entry ' || entry || ' is off by ' || sum(amount) || ' ' || currency AS what
      FROM postings GROUP BY entry, currency HAVING sum(amount) <> 0`,
  },
  {
    invariant: 'I1',
    says: 'the journal has no gap and no entry without postings',
    sql: `SELECT 'entry ' || e.number AS what FROM journal_entries e
      WHERE (e.number > 1 AND NOT EXISTS (SELECT FROM journal_entries b WHERE b.number = e.number - 1))
        OR NOT EXISTS (SELECT FROM postings p WHERE p.entry = e.number)`,
  },
  {
    invariant: 'I1',
    says: 'the balances of each day are the sums of its postings',
    sql: `SELECT 'account ' || coalesce(p.account, b.account) || ' on ' || coalesce(p.day, b.day) AS what
      FROM (SELECT p.date AS day, p.account, e.kind, ${dims}, sum(greatest(amount, 0)) AS debit,
              sum(greatest(-amount, 0)) AS credit, count(*) AS postings
            FROM postings p JOIN journal_entries e ON e.number = p.entry
            GROUP BY p.date, p.account, e.kind, ${dims}) AS p
      FULL JOIN daily_balances b ON (b.day, b.account, b.kind, b.currency) = (p.day, p.account, p.kind, p.currency)
        AND (b.course_id, b.product_id, b.cohort, b.jurisdiction)
          IS NOT DISTINCT FROM (p.course_id, p.product_id, p.cohort, p.jurisdiction)
      WHERE (p.debit, p.credit, p.postings) IS DISTINCT FROM (b.debit, b.credit, b.postings)`,
  },
  {
    invariant: 'I1',
    says: 'the balances of each month are the sums of its days',
    sql: `SELECT 'account ' || coalesce(d.account, m.account) || ' in ' || coalesce(d.month, m.month) AS what
      FROM (SELECT date_trunc('month', day::timestamp)::date AS month, account, kind, currency, course_id, product_id,
              sum(debit) AS debit, sum(credit) AS credit FROM daily_balances GROUP BY 1, 2, 3, 4, 5, 6) AS d
      FULL JOIN monthly_balances m ON (m.month, m.account, m.kind, m.currency) = (d.month, d.account, d.kind, d.currency)
        AND (m.course_id, m.product_id) IS NOT DISTINCT FROM (d.course_id, d.product_id)
      WHERE (d.debit, d.credit) IS DISTINCT FROM (m.debit, m.credit)`,
  },
  {
    invariant: 'I1',
    says: 'every movement at Stripe is booked once, waits to be, or moved nothing',
    sql: `SELECT b.id || ' of ' || b.net || ' ' || b.currency AS what FROM balance_transactions b
      LEFT JOIN journal_entries e ON e.source_kind = 'balance_transaction' AND e.source_id = b.id AND e.purpose = 'posting'
      LEFT JOIN unposted_transactions u ON u.id = b.id
      WHERE (b.amount <> 0 OR b.fee <> 0) AND (e.number IS NULL) <> (u.id IS NOT NULL)`,
  },
  {
    invariant: 'I1',
    says: 'what an entry says of the Stripe balance is what moved there',
    sql: `SELECT 'entry ' || e.number || ' says ' || coalesce(sum(p.amount), 0) || ', ' || b.id || ' moved ' || b.net AS what
      FROM journal_entries e JOIN balance_transactions b ON b.id = e.source_id
      LEFT JOIN postings p ON p.entry = e.number AND p.account = '1100'
      WHERE e.source_kind = 'balance_transaction' AND e.purpose = 'posting'
      GROUP BY e.number, b.id, b.net HAVING coalesce(sum(p.amount), 0) <> b.net`,
  },
  {
    invariant: 'I1',
    says: 'the suspense account is what is in the suspense queue',
    sql: `SELECT coalesce(p.currency, s.currency) || ': ' || coalesce(p.amount, 0) || ' is not ' || coalesce(s.amount, 0) AS what
      FROM (SELECT currency, sum(amount) AS amount FROM postings WHERE account = '1190' GROUP BY currency) AS p
      FULL JOIN (SELECT b.currency, -sum(b.amount) AS amount FROM suspense_items i
                 JOIN balance_transactions b ON b.id = i.transaction_id WHERE i.resolved_by_entry IS NULL
                 GROUP BY b.currency) AS s USING (currency)
      WHERE coalesce(p.amount, 0) <> coalesce(s.amount, 0)`,
  },
  {
    invariant: 'I1',
    says: 'deferred revenue is what the sub-ledger says of each course, product and month of sale',
    sql: `SELECT 'course ' || coalesce(p.course_id, d.course_id) || ', sold in ' || coalesce(p.cohort, d.cohort) || ': '
        || coalesce(-p.amount, 0) || ' is not ' || coalesce(d.amount, 0) AS what
      FROM (SELECT currency, course_id, product_id, cohort, sum(amount) AS amount FROM postings WHERE account = '2100'
            GROUP BY 1, 2, 3, 4) AS p
      FULL JOIN (SELECT currency, course_id, product_id, cohort, sum(sold - recognised - returned_deferred) AS amount
                 FROM deferrals GROUP BY 1, 2, 3, 4) AS d USING (currency, course_id, product_id, cohort)
      WHERE coalesce(-p.amount, 0) <> coalesce(d.amount, 0)`,
  },
  {
    invariant: 'I1',
    says: 'a deferral is the sum of its moves',
    sql: `SELECT 'line ' || d.order_line_id || ', course ' || d.course_id || ', unit ' || d.unit AS what
      FROM deferrals d LEFT JOIN deferral_moves m USING (order_line_id, course_id, unit)
      GROUP BY d.order_line_id, d.course_id, d.unit
      HAVING (d.sold, d.recognised, d.returned_deferred, d.returned_recognised) IS DISTINCT FROM (
        coalesce(sum(m.amount) FILTER (WHERE m.kind = 'sold'), 0),
        coalesce(sum(m.amount) FILTER (WHERE m.kind = 'recognised'), 0),
        coalesce(sum(m.amount) FILTER (WHERE m.kind = 'returned_deferred'), 0),
        coalesce(sum(m.amount) FILTER (WHERE m.kind = 'returned_recognised'), 0))`,
  },
  {
    invariant: 'I2',
    says: 'a payment that has been booked has one sale entry, over what was paid',
    sql: `SELECT 'order ' || o.number || ': ' || count(e.number) || ' entries' AS what
      FROM payments y JOIN orders o ON o.id = y.order_id
      JOIN balance_transactions b ON b.source = y.charge AND b.category IN ('charge', 'payment')
      LEFT JOIN unposted_transactions u ON u.id = b.id
      LEFT JOIN suspense_items s ON s.transaction_id = b.id AND s.resolved_by_entry IS NULL
      LEFT JOIN journal_entries e ON e.source_kind = 'balance_transaction' AND e.source_id = b.id AND e.order_id = o.id
      WHERE u.id IS NULL AND s.transaction_id IS NULL GROUP BY o.number, y.id HAVING count(e.number) <> 1`,
  },
  {
    invariant: 'I1',
    says: 'nothing was posted into a period after it was closed',
    sql: `SELECT 'entry ' || e.number || ' in ' || e.month AS what FROM journal_entries e JOIN periods p USING (month)
      WHERE p.status = 'closed' AND e.posted_at > (
        SELECT max(m.at) FROM period_moves m WHERE m.month = e.month AND m.move = 'closed')`,
  },
  {
    invariant: 'I1',
    says: 'a month is closed exactly when its newest closing or reopening says so',
    sql: `SELECT p.month || ' is ' || p.status AS what FROM periods p
      WHERE (p.status = 'closed') <> coalesce((SELECT m.move <> 'reopened' FROM period_moves m WHERE m.month = p.month
        AND NOT EXISTS (SELECT FROM period_moves f WHERE f.follows = m.id)), false)`,
  },
  {
    invariant: 'I1',
    says: 'no month is open before one that is closed',
    sql: `SELECT p.month::text AS what FROM periods p WHERE p.status = 'open'
      AND p.month < (SELECT max(month) FROM periods WHERE status = 'closed')`,
  },
  {
    invariant: 'I1',
    says: 'a month was opened again by somebody else than who asked for it',
    sql: `SELECT m.month::text AS what FROM period_moves m JOIN period_moves a ON a.id = m.follows
      WHERE m.move IN ('reopened', 'reopening_declined') AND (a.move <> 'reopening_asked' OR a.by = m.by)`,
  },
];
