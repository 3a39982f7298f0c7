/** By what a check says: statements that break exactly that, as superuser with triggers and foreign keys off. */
export const plants: Record<string, string> = {
  'a delivered message was taken in its last attempt, and a webhook that was not removed has a secret': `
    INSERT INTO webhook_endpoints (id, url, description, events, added_by)
    SELECT gen_random_uuid(), 'https://example.test', '', '{course.completed}', id FROM people LIMIT 1`,
  'a statement to a record store names its learner by number alone': `
    INSERT INTO xapi_statements (id, person_id, verb, statement, next_at)
    SELECT gen_random_uuid(), id, 'completed', json_build_object('actor', json_build_object('mbox', 'mailto:' || email)), now()
    FROM people LIMIT 1`,
  'who was erased has neither a session nor a token': `
    INSERT INTO api_tokens (id, person_id, name, token_hash, begins_with, scopes, expires_at)
    SELECT gen_random_uuid(), id, 'x', sha256('x'), 'glb_123456', '{orders:read}', now() + interval '1 day'
    FROM people LIMIT 1;
    UPDATE people SET erased_at = now() WHERE id IN (SELECT person_id FROM api_tokens)`,
  'an evaluation is about the edition that its learner studied': `
    INSERT INTO course_evaluations (id, enrollment_id, edition_id, objectives, level, teaching, practice, is_biased, bias, change, improve)
    SELECT gen_random_uuid(), id, gen_random_uuid(), 5, 5, 5, 5, false, '', '', '' FROM enrollments LIMIT 1`,
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
  'no more seats of an order line are assigned than were bought': `
    WITH lot AS (
      INSERT INTO seat_lots (id, source_id, kind, owner_id, product_id, title, quantity)
      SELECT gen_random_uuid(), gen_random_uuid(), 'gift', gen_random_uuid(), gen_random_uuid(), 'A present', 1
      RETURNING id
    ), seat AS (
      INSERT INTO seats (id, lot_id, quantity, number)
      SELECT gen_random_uuid(), lot.id, 2, n FROM lot, generate_series(1, 2) AS n RETURNING id)
    INSERT INTO seat_assignments (id, seat_id, product_id, name, email, assigned_by)
    SELECT gen_random_uuid(), id, id, 'A friend', 'a@example.test', id FROM seat`,
  'access by a seat that has not ended belongs to whoever holds the seat': `
    UPDATE grants SET source_kind = 'seat' WHERE id = (SELECT min(id::text)::uuid FROM grants)`,
  'an invoice is over what was paid, in its currency': 'UPDATE invoices SET gross = gross + 1, net = net + 1',
  'what a document says is what its columns say': `UPDATE invoices SET content = content || '{"gross": 1}'`,
  'the numbers of a series have no gap': 'UPDATE invoice_series SET last = last + 1',
  'a payment has its invoice within the hour': `
    DELETE FROM invoices; UPDATE payments SET paid_at = now() - interval '3 hours'`,
  'a credit note gives back what was refunded, and a refund that failed leaves nothing given back': `
    INSERT INTO refunds (id, order_id, cause, amount, currency, status, settled_at)
    SELECT '00000000-0000-7000-8000-000000000001', order_id, 'staff', 100, 'USD', 'succeeded', now() - interval '2 hours'
    FROM invoices LIMIT 1;
    INSERT INTO invoices SELECT gen_random_uuid(), 'credit_note', series, (SELECT max(position) + 1 FROM invoices), 'CN-X',
      order_id, '00000000-0000-7000-8000-000000000001', issued_at, currency, -1, 0, -1, content || '{"number": "CN-X"}'
    FROM invoices LIMIT 1`,
  'a payout was compared with the sum of the transactions that are kept of it': `
    INSERT INTO payouts (id, amount, currency, status, is_automatic, created_at, arrives_at, read_at, reconciled_at, transactions_net)
    VALUES ('po_1', 100, 'USD', 'paid', true, now(), now(), now(), now(), 100)`,
  'a licence that stands was approved by somebody else than its holder':
    'UPDATE licence_events e SET by = l.person_id FROM licences l WHERE l.id = e.licence_id',
  'a licence is in the state that its last event left it in': `UPDATE licences SET status = 'refused'`,
  'the content of a paper is gone within the hour after its licence was decided on': `
    UPDATE licence_events SET at = at - interval '2 hours';
    INSERT INTO licence_papers (id, licence_id, media_type, size, key_id, wrapped_key, sealed)
    SELECT gen_random_uuid(), id, 'image/png', 1, 'k', 'w', 's' FROM licences`,
  'who is not eligible holds no licence that stands': `
    INSERT INTO ineligibilities (id, person_id, licence_id, by, reason)
    SELECT gen_random_uuid(), person_id, id, person_id, 'r' FROM licences`,
  'what was issued or revoked is in the issuance log within the hours that follow, without a gap':
    "UPDATE certificates SET issued_at = issued_at - interval '1 day'; DELETE FROM issuance_log",
  'the paper of reported hours is gone once they are decided on': `
    WITH hours AS (
      INSERT INTO education_hours (id, person_id, category, minutes, title, provider, held_on, status, decided_at)
      SELECT gen_random_uuid(), id, 'general', 60, 't', 'p', '2026-01-01', 'accepted', now() FROM people LIMIT 1 RETURNING id)
    INSERT INTO hours_papers (hours_id, media_type, size, key_id, wrapped_key, sealed)
    SELECT id, 'image/png', 1, 'k', 'w', 's' FROM hours`,
  'a certificate stands on completed courses': 'UPDATE enrollments SET completed_at = NULL',
  'a certificate is issued once per person, award and cycle, under a number of its own': `
    ALTER TABLE certificates DROP CONSTRAINT uq_certificates_number, DROP CONSTRAINT uq_certificates_status_index;
    INSERT INTO certificates SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'cycle', 2))).*
    FROM certificates c`,
  'a certification was granted, by as many people as it asks for, none of them its holder': `
    INSERT INTO certificates SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'cycle', 9,
      'number', 'GL-PLANTED', 'status_index', 99999, 'award_id', (SELECT id FROM awards WHERE kind = 'certification' LIMIT 1),
      'claim', jsonb_set(jsonb_set(c.claim, '{award,kind}', '"certification"'), '{number}', '"GL-PLANTED"')))).*
    FROM certificates c LIMIT 1`,
  'a refund is the sum of its courses and of its parts': `UPDATE refunds SET amount = amount + 1 WHERE status = 'succeeded'`,
  'of no course more is refunded than was paid for it': 'UPDATE refund_lines SET amount = amount + 100000',
  'of no course more is credited to later orders than was paid for it': `
    INSERT INTO upgrade_credits (order_line_id, from_order_line_id, course_id, amount)
    SELECT l.id, c.order_line_id, c.course_id, c.amount + 1 FROM order_line_courses c, order_lines l
    JOIN orders o ON o.id = l.order_id AND o.status = 'paid' LIMIT 1`,
  'what a refund kept as credit goes back once nothing counts on it any more':
    'UPDATE refund_lines SET credited = 100; DELETE FROM facts',
  'a credit whose money went back was put before staff': `
    INSERT INTO upgrade_credits (order_line_id, from_order_line_id, course_id, amount)
    SELECT l.id, c.order_line_id, c.course_id, 1
    FROM order_lines l JOIN orders o ON o.id = l.order_id AND o.status = 'paid',
      order_line_courses c JOIN order_lines f ON f.id = c.order_line_id JOIN disputes d ON d.order_id = f.order_id LIMIT 1;
    UPDATE disputes SET standing = 'lost'`,
  'what a refund closed is closed': `
    UPDATE grants SET ended_at = NULL, ended_reason = NULL WHERE ended_reason LIKE 'refund:%'`,
  'a refund that failed closed nothing': `UPDATE refunds SET status = 'failed'`,
  'an open dispute pauses all access of its order, and a lost one ends it': `UPDATE grants SET suspended = '{}'`,
  'nothing is paused by a dispute that is over': `UPDATE disputes SET standing = 'won'`,
  'an order is called what happened to it': `UPDATE orders SET status = 'paid' WHERE status = 'disputed'`,
  'what was paid of a plan is what its paid instalments say': `UPDATE orders SET plan = '{"instalments": 2, "everyMonths": 1}' WHERE settled_at IS NOT NULL`,
  'no offer has more claims than seats': `
    UPDATE offers SET seats = 1;
    INSERT INTO offer_claims (offer_id, holder_id, quantity) SELECT id, gen_random_uuid(), 1 FROM offers`,
  'no code has more uses than it may have, in all and per person': `
    INSERT INTO codes (id, code, percent, note, during, total_limit, with_offers, every_product)
    VALUES (gen_random_uuid(), 'PLANTED', 10, 'x', tstzrange(now(), now() + interval '1 day'), 1, true, true);
    INSERT INTO code_claims (code_id, holder_id, person_id)
    SELECT id, gen_random_uuid(), gen_random_uuid() FROM codes, generate_series(1, 2) WHERE code = 'PLANTED'`,
  'an order that was paid keeps what its price counted on, and one that expired holds none of it':
    'UPDATE offer_claims SET kept_at = NULL',
  'an order whose price counts on an offer holds a seat of it, or let it go': `
    DELETE FROM offer_claims; INSERT INTO offer_claims (offer_id, holder_id, quantity, claimed_at)
    SELECT id, gen_random_uuid(), 1, now() - interval '1 year' FROM offers LIMIT 1`,
  'a graded attempt has one mark for each question of its paper, and they sum to its marks':
    'UPDATE marks SET awarded = possible',
  'who passed reached the cut without failing a critical item, and who reached it so passed':
    'UPDATE attempts SET passed = true WHERE graded_at IS NOT NULL',
  'the log of an attempt is the one that was written': `UPDATE attempt_events SET data = '{}' WHERE seq = 2`,
  'what a version of a logbook says is what was sealed': `
    UPDATE logbook_versions SET content = content || '{"lot": "forged"}'`,
  'nobody signed their own practical work, nor that of a learner who was never given to them':
    'UPDATE logbook_entries e SET person_id = s.preceptor_id FROM sign_offs s WHERE s.entry_id = e.id',
  'a sign-off stands on the authority of its preceptor on the day of signing':
    'UPDATE preceptor_authorities SET until_on = from_on',
  'somebody had authority on the day of a signed procedure': 'UPDATE preceptor_authorities SET from_on = until_on',
  'a signed entry was told of once, and is neither signed nor refused again nor taken back': `
    INSERT INTO logbook_withdrawals (entry_id, reason, withdrawn_by) SELECT entry_id, 'r', preceptor_id FROM sign_offs`,
  'the postings of an entry sum to zero in each currency': 'UPDATE postings SET amount = amount + 1 WHERE position = 1',
  'the journal has no gap and no entry without postings': 'DELETE FROM postings WHERE entry = 1',
  'the balances of each day are the sums of its postings': 'UPDATE daily_balances SET debit = debit + 1',
  'the balances of each month are the sums of its days': 'UPDATE monthly_balances SET credit = credit + 1',
  'every movement at Stripe is booked once, waits to be, or moved nothing':
    'INSERT INTO unposted_transactions (id, at) SELECT id, at FROM balance_transactions LIMIT 1',
  'what an entry says of the Stripe balance is what moved there':
    'UPDATE balance_transactions SET net = net + 1, amount = amount + 1',
  'the suspense account is what is in the suspense queue': `
    INSERT INTO suspense_items (transaction_id, entry) SELECT id, 1 FROM balance_transactions LIMIT 1`,
  'deferred revenue is what the sub-ledger says of each course, product and month of sale':
    'UPDATE deferrals SET sold = sold + 1',
  'a deferral is the sum of its moves': 'UPDATE deferral_moves SET amount = amount + 1',
  'a payment that has been booked has one sale entry, over what was paid': `
    UPDATE journal_entries SET order_id = NULL WHERE kind = 'sale'`,
  'nothing was posted into a period after it was closed': `
    UPDATE periods SET status = 'closed';
    INSERT INTO period_moves (id, month, move, by, at, seen)
    SELECT gen_random_uuid(), month, 'closed', gen_random_uuid(), now() - interval '1 year', '{}' FROM periods`,
  'a month is closed exactly when its newest closing or reopening says so': `UPDATE periods SET status = 'closed'`,
  'no month is open before one that is closed': `
    INSERT INTO periods (month, status) VALUES ('2001-01-01', 'open'), ('2001-02-01', 'closed')`,
  'a month was opened again by somebody else than who asked for it': `
    WITH asked AS (
      INSERT INTO period_moves (id, month, move, by) SELECT gen_random_uuid(), month, 'reopening_asked', gen_random_uuid()
      FROM periods LIMIT 1 RETURNING id, month, by)
    INSERT INTO period_moves (id, month, move, by, follows) SELECT gen_random_uuid(), month, 'reopened', by, id FROM asked`,
  'a draft was published after somebody approved it who did not write in it': `
    WITH draft AS (INSERT INTO drafts (id, course, begun_by) SELECT gen_random_uuid(), 'any', id FROM people LIMIT 1 RETURNING id, begun_by)
    INSERT INTO draft_moves (id, draft_id, move, edition_id)
    SELECT gen_random_uuid(), draft.id, 'published', (SELECT id FROM editions LIMIT 1) FROM draft`,
  'the saves of a file of a draft are numbered without a gap': `
    WITH draft AS (INSERT INTO drafts (id, course, begun_by) SELECT gen_random_uuid(), 'any', id FROM people LIMIT 1 RETURNING id, begun_by)
    INSERT INTO draft_saves (id, draft_id, path, rev, how, by)
    SELECT gen_random_uuid(), id, 'course.md', 2, 'written', begun_by FROM draft`,
  'the current edition of a course was not withdrawn': `
    INSERT INTO edition_withdrawals (edition_id, reason, by)
    SELECT current_edition_id, 'r', (SELECT id FROM people LIMIT 1) FROM courses LIMIT 1`,
  'an address that was confirmed for a book stands with the consents that it gave, and no other does': `
    INSERT INTO ebook_requests (id, ebook, address, token_hash, news, words_version, expires_at, confirmed_at)
    VALUES (gen_random_uuid(), 'a-book', sha256('a'), 'x', false, 1, now(), now())`,
  'every lesson, article, edition and bundle can be found under its title, and free lessons by everybody': `
    UPDATE search_documents SET title = 'Other' WHERE key = (SELECT key FROM search_documents LIMIT 1)`,
  'an answer stands at the place of what it answers, which is no answer itself': `
    WITH begun AS (
      INSERT INTO comments (id, place, person_id, text, standing)
      SELECT gen_random_uuid(), '/articles/one', id, 't', 'shown' FROM people LIMIT 1 RETURNING id, person_id)
    INSERT INTO comments (id, place, answers, person_id, text, standing)
    SELECT gen_random_uuid(), '/articles/other', id, person_id, 't', 'shown' FROM begun`,
  'nobody saw more of a video than the time in which it was watched can hold, at double speed': `
    INSERT INTO video_watches (enrollment_id, lesson, sha256, placed_at, began_at, heard_at, seen)
    VALUES (gen_random_uuid(), 'a', 'b', now(), now() - interval '1 minute', now(), '{[0,120500)}')`,
  'every piece of an uploaded video is there, and together they are as long as it': `
    INSERT INTO video_files (sha256, size, type, name, uploaded_by)
    VALUES (repeat('0', 64), 5, 'video/mp4', 'a.mp4', gen_random_uuid())`,
  'what a package saved was saved one after the other, and nothing of it is missing': `
    INSERT INTO package_states (id, registration_id, item, rev, data, completed, seconds)
    VALUES (gen_random_uuid(), gen_random_uuid(), 'one', 2, '{}', false, 0)`,
};
