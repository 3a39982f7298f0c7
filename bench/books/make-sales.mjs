/**
 * Settled orders of one line, bundles and single courses, with what Stripe's balance tells of their payments; none of it is
 * booked. In lots, `bench.sales(lot, transaction)`, of `size` each.
 */
export async function makeSales(pool, lots, size) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    // The rows fit by how they are made.
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query('CREATE SCHEMA IF NOT EXISTS bench');
    await client.query(
      `CREATE TABLE bench.sold AS
       SELECT n, n / $2::int AS lot, 'txn_bench_' || n AS transaction, uuidv7() AS order_id, uuidv7() AS line_id, s.*,
         now() - interval '1 day' + n * interval '1 ms' AS at
       FROM generate_series(0, $1::int * $2::int - 1) AS n JOIN LATERAL (
         SELECT p.id AS product_id, courses, cardinality(courses) * 4900 AS net, cardinality(courses) * 980 AS tax FROM (
           SELECT p.id, CASE p.kind WHEN 'course' THEN ARRAY[p.course_id]
             ELSE ARRAY(SELECT b.course_id FROM bundle_courses b WHERE b.product_id = p.id ORDER BY b.position) END AS courses
           FROM products p) AS p
         -- Half of them bundles, as many in each lot.
         WHERE cardinality(courses) > 0 ORDER BY (cardinality(courses) > 1) = (n % 2 = 0) DESC, p.id LIMIT 1) AS s ON true`,
      [lots, size],
    );
    await client.query(
      `INSERT INTO orders (id, number, person_id, status, currency, total, tax, tax_display, billed, quote, basket, created_at,
         checkout_expires_at, settled_at)
       SELECT order_id, 'BOOKS-' || n, uuidv7(), 'paid', 'USD', net + tax, tax, 'added', '{"country":"US","state":"CA"}',
         jsonb_build_object('lines', jsonb_build_array(jsonb_build_object('reasons', jsonb_build_array(
           jsonb_build_object('reason', 'list', 'amount', jsonb_build_object('amount', net, 'currency', 'USD')))))),
         'x', at, at, at FROM bench.sold`,
    );
    await client.query(
      `INSERT INTO order_lines (id, order_id, position, product_id, title, amount)
       SELECT line_id, order_id, 0, product_id, 'Bench', net FROM bench.sold`,
    );
    await client.query(
      `INSERT INTO order_line_courses (order_line_id, course_id, position, title, list_amount, amount)
       SELECT line_id, c.id, c.at, 'Bench', 4900, 4900 FROM bench.sold, unnest(courses) WITH ORDINALITY AS c (id, at)`,
    );
    await client.query(
      `INSERT INTO order_line_taxes (order_line_id, course_id, amount)
       SELECT line_id, course_id, 980 FROM bench.sold, unnest(courses) AS course_id`,
    );
    await client.query(
      `INSERT INTO payments (id, order_id, payment_intent, charge, method, amount, currency, paid_at)
       SELECT uuidv7(), order_id, 'pi_books_' || n, 'ch_books_' || n, 'Visa ending 4242', net + tax, 'USD', at FROM bench.sold`,
    );
    await client.query(
      `INSERT INTO balance_transactions (id, type, category, source, amount, fee, net, currency, at)
       SELECT transaction, 'charge', 'charge', 'ch_books_' || n, net + tax, fee, net + tax - fee, 'USD', at
       FROM (SELECT *, (net + tax) * 29 / 1000 + 30 AS fee FROM bench.sold) AS s`,
    );
    await client.query('COMMIT');
    await client.query(
      'VACUUM (ANALYZE) orders, order_lines, order_line_courses, order_line_taxes, payments, balance_transactions',
    );
  } finally {
    client.release();
  }
}

/** What Stripe has just told of: a lot goes on the list of what is to be booked. */
export const tell = (pool, lot) =>
  pool.query(
    'INSERT INTO unposted_transactions (id, at) SELECT transaction, at FROM bench.sold WHERE lot = $1 ORDER BY n',
    [lot],
  );
