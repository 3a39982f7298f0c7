/** What Stripe will be said to have told about each of `count` new unpaid orders, copies of one that was really placed. */
export async function makeOrders(pool, set, count) {
  await pool.query(`CREATE SCHEMA IF NOT EXISTS bench`);
  await pool.query(
    `CREATE TABLE IF NOT EXISTS bench.orders (
       set_name text, at int, order_id uuid DEFAULT uuidv7(), person_id uuid DEFAULT uuidv7(), PRIMARY KEY (set_name, at))`,
  );
  await pool.query('INSERT INTO bench.orders (set_name, at) SELECT $1, generate_series(1, $2::int)', [set, count]);
  const mine = `bench.orders b CROSS JOIN (SELECT * FROM orders WHERE status = 'paid' ORDER BY created_at, id LIMIT 1) o`;
  await pool.query(
    `INSERT INTO people (id, email, name, password_hash, confirmed_at)
     SELECT b.person_id, 'buyer-' || b.person_id || '@bench.glabella.test', 'Bench Buyer', 'none', now()
     FROM bench.orders b WHERE b.set_name = $1`,
    [set],
  );
  await pool.query(
    `INSERT INTO orders (id, number, person_id, status, currency, total, quote, basket, created_at, checkout_expires_at,
       checkout_session_id, checkout_url)
     SELECT b.order_id, 'BENCH-' || b.set_name || '-' || b.at, b.person_id, 'pending', o.currency, o.total, o.quote, o.basket,
       now(), now() + interval '31 minutes', 'cs_bench_' || b.order_id, o.checkout_url
     FROM ${mine} WHERE b.set_name = $1`,
    [set],
  );
  await pool.query(
    `INSERT INTO order_lines (id, order_id, position, product_id, title, amount)
     SELECT uuidv7(), b.order_id, l.position, l.product_id, l.title, l.amount
     FROM ${mine} JOIN order_lines l ON l.order_id = o.id WHERE b.set_name = $1`,
    [set],
  );
  await pool.query(
    `INSERT INTO order_line_courses (order_line_id, course_id, position, title, list_amount, amount)
     SELECT n.id, c.course_id, c.position, c.title, c.list_amount, c.amount
     FROM ${mine} JOIN order_lines l ON l.order_id = o.id JOIN order_line_courses c ON c.order_line_id = l.id
     JOIN order_lines n ON n.order_id = b.order_id AND n.position = l.position WHERE b.set_name = $1`,
    [set],
  );
  const { rows } = await pool.query(
    `SELECT b.at, o.id AS "orderId", o.checkout_session_id AS "sessionId", o.total, o.currency
     FROM bench.orders b JOIN orders o ON o.id = b.order_id WHERE b.set_name = $1 ORDER BY b.at`,
    [set],
  );
  return rows.map(({ at, orderId, sessionId, total, currency }) => ({
    ...{ sessionId, orderId, progress: 'paid', amount: total, subtotal: total, tax: 0, lineTaxes: [], currency },
    ...{ customer: null, billed: null, paymentMethod: null },
    ...{ paymentIntent: `pi_bench_${set}_${at}`, charge: `ch_bench_${set}_${at}`, method: 'Visa ending 4242' },
  }));
}
