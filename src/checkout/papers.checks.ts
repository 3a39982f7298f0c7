import type { DataCheck } from '../database/index.js';

/** What must hold of invoices, credit notes and payouts. */
export const paperChecks: DataCheck[] = [
  {
    invariant: 'I1',
    says: 'an invoice is over what was paid, in its currency',
    sql: `SELECT i.number || ': ' || i.gross || ' ' || i.currency || ', paid ' || coalesce(y.amount || ' ' || y.currency, 'never') AS what
      FROM invoices i LEFT JOIN payments y ON y.id = i.source_id
      WHERE i.kind = 'invoice' AND (y.amount, y.currency) IS DISTINCT FROM (i.gross, i.currency)`,
  },
  {
    invariant: 'I1',
    says: 'what a document says is what its columns say',
    sql: `SELECT i.number AS what FROM invoices i
      WHERE (i.content ->> 'gross')::bigint <> i.gross OR (i.content ->> 'tax')::bigint <> i.tax
        OR (SELECT sum((part ->> 'gross')::bigint) FROM jsonb_array_elements(i.content -> 'lines') AS part) <> i.gross
        OR (SELECT sum((rate ->> 'amount')::bigint) FROM jsonb_array_elements(i.content -> 'taxes') AS rate) <> i.tax`,
  },
  {
    invariant: 'I1',
    says: 'the numbers of a series have no gap',
    sql: `SELECT s.code || ' counts ' || s.last || ', has ' || count(i.id) || ' up to ' || coalesce(max(i.position), 0) AS what
      FROM invoice_series s LEFT JOIN invoices i ON i.series = s.code
      GROUP BY s.code, s.last HAVING count(i.id) <> s.last OR coalesce(max(i.position), 0) <> s.last`,
  },
  {
    invariant: 'I2',
    says: 'a payment has its invoice within the hour',
    sql: `SELECT 'payment ' || y.payment_intent AS what FROM payments y
      WHERE y.paid_at BETWEEN now() - interval '14 days' AND now() - interval '2 hours'
        AND NOT EXISTS (SELECT FROM invoices i WHERE i.kind = 'invoice' AND i.source_id = y.id)`,
  },
  {
    invariant: 'I4',
    says: 'a credit note gives back what was refunded, and a refund that failed leaves nothing given back',
    sql: `SELECT 'refund ' || f.id || ' is ' || f.status || ', its papers say ' || sum(i.gross) AS what
      FROM refunds f JOIN invoices i ON i.source_id = f.id AND i.kind <> 'invoice'
      GROUP BY f.id HAVING sum(i.gross) <> CASE f.status WHEN 'failed' THEN 0 ELSE -f.amount END
        AND coalesce(f.settled_at, f.created_at) < now() - interval '1 hour'`,
  },
  {
    invariant: 'I1',
    says: 'a payout was compared with the sum of the transactions that are kept of it',
    sql: `SELECT t.id || ': ' || t.transactions_net || ' is not ' || coalesce(sum(m.net), 0) AS what
      FROM payouts t LEFT JOIN payout_transactions m ON m.payout_id = t.id WHERE t.transactions_net IS NOT NULL
      GROUP BY t.id HAVING coalesce(sum(m.net), 0) <> t.transactions_net`,
  },
];
