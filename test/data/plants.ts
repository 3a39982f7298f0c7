/** By what a check says: statements that break exactly that, as superuser with triggers and foreign keys off. */
export const plants: Record<string, string> = {
  'the courses of a line cost together what the line costs':
    'UPDATE order_line_courses SET amount = amount + 1 WHERE position = 0',
  'the lines of an order sum to its total': 'UPDATE order_lines SET amount = amount + 1',
  'the taxes of the lines sum to the tax of the order': 'UPDATE orders SET tax = 1 WHERE settled_at IS NOT NULL',
  'an order is settled exactly when it has its one receipt': 'DELETE FROM receipts',
  'a settled order was told of once': `DELETE FROM facts WHERE name = 'order.settled'`,
  'what was paid for an order in one payment is its total with tax, in its currency':
    'UPDATE payments SET amount = amount - 1',
  'an order over money that is settled has a payment, and no other order has one': 'DELETE FROM payments',
  'a settled order for oneself gave each of its courses once':
    'DELETE FROM grants WHERE id = (SELECT min(id::text)::uuid FROM grants)',
  'access by an order comes from an order that was settled':
    'UPDATE grants SET source_id = gen_random_uuid() WHERE id = (SELECT min(id::text)::uuid FROM grants)',
  'an invoice is over what was paid, in its currency': 'UPDATE invoices SET gross = gross + 1, net = net + 1',
  'what a document says is what its columns say': `UPDATE invoices SET content = content || '{"gross": 1}'`,
  'the numbers of a series have no gap': 'UPDATE invoice_series SET last = last + 1',
  'a payment has its invoice within the hour': `
    DELETE FROM invoices; UPDATE payments SET paid_at = now() - interval '3 hours'`,
  'a credit note gives back what was refunded, and a refund that failed leaves nothing given back': `
    INSERT INTO refunds (id, order_id, cause, amount, currency, status, settled_at)
    SELECT gen_random_uuid(), order_id, 'staff', 100, 'USD', 'succeeded', now() - interval '2 hours' FROM invoices LIMIT 1;
    INSERT INTO invoices SELECT gen_random_uuid(), 'credit_note', series, position + 1, 'CN-X', order_id,
      (SELECT id FROM refunds LIMIT 1), issued_at, currency, -1, 0, -1, content || '{"number": "CN-X"}' FROM invoices LIMIT 1`,
  'a payout was compared with the sum of the transactions that are kept of it': `
    INSERT INTO payouts (id, amount, currency, status, is_automatic, created_at, arrives_at, read_at, reconciled_at, transactions_net)
    VALUES ('po_1', 100, 'USD', 'paid', true, now(), now(), now(), now(), 100)`,
  'a certificate stands on completed courses': 'UPDATE enrollments SET completed_at = NULL',
  'a certificate is issued once per person, award and cycle, under a number of its own': `
    ALTER TABLE certificates DROP CONSTRAINT uq_certificates_number, DROP CONSTRAINT uq_certificates_status_index;
    INSERT INTO certificates SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'cycle', 2))).*
    FROM certificates c`,
};
