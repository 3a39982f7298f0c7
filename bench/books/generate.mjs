import { inParallel } from '../support/client.mjs';

const months = 36;
const perDay = 2; // payouts, one for each currency
/** Of the rows that SQL makes up: what may follow from the number of an entry alone does. */
const hash = (number, about) => `(hashint8(${number} * 8 + ${about}) & 2147483647)`;
const uuid = (number) => `lpad(to_hex(${number}), 32, '0')::uuid`;

/**
 * Thirty-six months of entries, straight into the journal: sales of courses and of a bundle in two currencies with tax of
 * twenty jurisdictions, refunds, payouts and what each month earned. The sums of the days are left to the rebuild.
 * @param pool as owner of a migrated database with content and without entries
 * @param payments how many sales
 */
export async function generateBooks(pool, payments) {
  await shelve(pool);
  const parts = await monthsOf(pool, payments);
  await pool.query('INSERT INTO periods (month) SELECT unnest($1::date[]) ON CONFLICT DO NOTHING', [
    parts.map(({ first }) => first),
  ]);
  await inParallel(2, parts, (part) => fillMonth(pool, part));
  await pool.query('VACUUM (ANALYZE) journal_entries');
  await pool.query('VACUUM (ANALYZE) postings');
}

/** What is for sale: with its courses, half of the sales being bundles of many. */
async function shelve(pool) {
  await pool.query('CREATE SCHEMA IF NOT EXISTS bench');
  await pool.query(
    `CREATE TABLE bench.shelf AS
     SELECT row_number() OVER (ORDER BY kind, id) - 1 AS place, id AS product_id, courses FROM (
       SELECT p.id, p.kind, CASE p.kind WHEN 'course' THEN ARRAY[p.course_id]
         ELSE ARRAY(SELECT b.course_id FROM bundle_courses b WHERE b.product_id = p.id ORDER BY b.position) END AS courses
       FROM products p) AS s WHERE cardinality(courses) > 0`,
  );
  await pool.query(
    `CREATE TABLE bench.places AS SELECT 'US-' || code AS name, row_number() OVER () - 1 AS place
     FROM unnest('{AZ,CA,CO,FL,GA,IL,MA,MI,NC,NJ,NV,NY,OH,OR,PA,TX,UT,VA,WA,WI}'::text[]) AS code`,
  );
}

/** The months, last one until yesterday, each with its share of the sales and where its entries begin to be numbered. */
async function monthsOf(pool, payments) {
  const { rows } = await pool.query(
    `SELECT to_char(m, 'YYYY-MM-DD') AS first, least(m::date + interval '1 month', current_date)::date - m::date AS days
     FROM generate_series(date_trunc('month', current_date - 1) - interval '${months - 1} months',
       date_trunc('month', current_date - 1), '1 month') AS m ORDER BY 1`,
  );
  let base = 1;
  return rows.map(({ first, days }, at) => {
    const sales = Math.floor(((at + 1) * payments) / months) - Math.floor((at * payments) / months);
    const part = { first, days, base, sales, refunds: Math.floor(sales / 32) };
    base += part.sales + part.refunds + 2 * perDay * days + 1;
    return part;
  });
}

async function fillMonth(pool, part) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    // The rows fit by how they are made; asking the triggers about each would take longer than the measuring.
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query('SET LOCAL synchronous_commit = off');
    for (const fill of [sales, refunds, payouts, recognition]) await fill(client, part);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

const entryColumns = 'number, date, month, kind, description, source_kind, source_id, purpose, order_id';
const insertEntries = (kind, words, source, from, order = 'NULL::uuid') => `
  INSERT INTO journal_entries (${entryColumns})
  SELECT number, date, date_trunc('month', date)::date, ${kind}, ${words} || number, ${source}, 'bench_' || number, 'posting', ${order}
  FROM ${from}`;
const insertPostings = (from, legs) => `
  INSERT INTO postings (entry, position, date, account, currency, amount, course_id, product_id, cohort, jurisdiction)
  SELECT number, leg.position, date, leg.account, currency, leg.amount, leg.course_id, leg.product_id, leg.cohort, leg.jurisdiction
  FROM ${from} CROSS JOIN LATERAL (${legs.join(' UNION ALL ')}) AS leg (position, account, amount, course_id, product_id, cohort, jurisdiction)
  WHERE leg.amount <> 0`;
const leg = (position, account, amount, jurisdiction = 'NULL::text') =>
  `SELECT (${position})::int, '${account}', (${amount})::bigint, NULL::uuid, NULL::uuid, NULL::date, ${jurisdiction}`;

/** Sales or refunds: numbers, days, currencies, products and amounts. Of $1 entries from $2, in $3 days from $4. */
const traded = `(
  SELECT number, date, currency, s.product_id, s.courses, each, net, tax, (net + tax) * 29 / 1000 + 30 AS fee, j.name AS jurisdiction,
    date_trunc('month', date)::date AS month
  FROM (
    SELECT $2::bigint + n AS number, $4::date + (n * $3::bigint / $1::bigint)::int AS date,
      CASE WHEN ${hash('($2::bigint + n)', 0)} % 3 = 0 THEN 'EUR' ELSE 'USD' END AS currency,
      3000 + 100 * (${hash('($2::bigint + n)', 1)} % 13) AS each, ${hash('($2::bigint + n)', 2)} % 100 AS what,
      CASE WHEN ${hash('($2::bigint + n)', 3)} % 3 > 0 THEN ${hash('($2::bigint + n)', 4)} % 20 END AS place
    FROM generate_series(0, $1::bigint - 1) AS n
  ) AS t
  JOIN bench.shelf s ON s.place = CASE WHEN what < 40 THEN 0 ELSE what % (SELECT count(*) FROM bench.shelf) END
  LEFT JOIN bench.places j ON j.place = t.place
  CROSS JOIN LATERAL (SELECT each * cardinality(s.courses) AS net,
    CASE WHEN t.place IS NULL THEN 0 ELSE each * cardinality(s.courses) / 5 END AS tax) AS total
) AS t`;

/** One leg for each course, against the month of sale that is so many months back. */
const courseLegs = (account, amount, from, back = '0') => `
  SELECT (${from} + c.at)::int, '${account}', (${amount})::bigint, c.id, t.product_id,
    (t.month - (${back}) * interval '1 month')::date, NULL::text FROM unnest(t.courses) WITH ORDINALITY AS c (id, at)`;

async function sales(client, { sales: count, base, days, first }) {
  if (count === 0) return;
  const values = [count, base, days, first];
  const words = [`'sale'`, `'Sale '`, `'balance_transaction'`];
  await client.query(insertEntries(...words, traded, uuid('number')), values);
  const legs = [leg(1, '1100', 'net + tax - fee'), leg(2, '5000', 'fee'), leg(3, '2200', '-tax', 't.jurisdiction')];
  await client.query(insertPostings(traded, [...legs, courseLegs('2100', '-each', 3)]), values);
}

/** A fifth of what goes back had been earned; one in four was sold the month before. */
async function refunds(client, { refunds: count, sales, base, days, first }) {
  if (count === 0) return;
  const values = [count, base + sales, days, first];
  const words = [`'refund'`, `'Refund '`, `'balance_transaction'`];
  await client.query(insertEntries(...words, traded, uuid('number')), values);
  const back = `${hash('number', 5)} % 4 / 3`;
  const legs = [leg(1, '1100', '-net - tax'), leg(2, '2200', 'tax', 't.jurisdiction')];
  const courses = [
    courseLegs('2100', 'each - each / 5', 2, back),
    courseLegs('4100', 'each / 5', '2 + cardinality(t.courses)', back),
  ];
  await client.query(insertPostings(traded, [...legs, ...courses]), values);
}

/** Each day, in each currency, what the day took leaves Stripe and arrives. */
async function payouts(client, { refunds, sales, base, days, first }) {
  const paid = `(
    SELECT $1::bigint + n AS number, $2::date + (n / ${2 * perDay})::int AS date, n % 2 AS arrived,
      CASE WHEN n / 2 % 2 = 0 THEN 'EUR' ELSE 'USD' END AS currency, greatest($4::bigint * 9000 / $3::bigint, 1) AS amount
    FROM generate_series(0, $3::bigint * ${2 * perDay} - 1) AS n
  ) AS t`;
  const values = [base + sales + refunds, first, days, sales];
  const kind = `CASE arrived WHEN 1 THEN 'payout_arrival' ELSE 'payout' END`;
  const entries = insertEntries(kind, `'Payout '`, `'balance_transaction'`, paid.replace('$4::bigint', '0'));
  await client.query(entries, values.slice(0, 3));
  const legs = [
    `SELECT 1, CASE arrived WHEN 1 THEN '1000' ELSE '1050' END, t.amount, NULL::uuid, NULL::uuid, NULL::date, NULL::text`,
    `SELECT 2, CASE arrived WHEN 1 THEN '1050' ELSE '1100' END, -t.amount, NULL::uuid, NULL::uuid, NULL::date, NULL::text`,
  ];
  await client.query(insertPostings(paid, legs), values);
}

/** On the last day of the month: a twelfth of each of the last twelve months' sales, by product and course. */
async function recognition(client, { refunds, sales, base, days, first }) {
  const number = base + sales + refunds + 2 * perDay * days;
  const one = `(SELECT $1::bigint AS number, $2::date + $3::int - 1 AS date) AS t`;
  await client.query(insertEntries(`'recognition'`, `'Earned '`, `'period'`, one), [number, first, days]);
  await client.query(
    `INSERT INTO postings (entry, position, date, account, currency, amount, course_id, product_id, cohort)
     SELECT $1, row_number() OVER (), $2::date + $3::int - 1, side.account, currency,
       side.sign * greatest($4::bigint * 10 * CASE s.place WHEN 0 THEN 4 ELSE 1 END, 1), course_id, s.product_id, cohort
     FROM bench.shelf s, unnest(s.courses) AS course_id, unnest('{EUR,USD}'::text[]) AS currency,
       (SELECT ($2::date - back * interval '1 month')::date AS cohort FROM generate_series(0, 11) AS back) AS cohorts,
       (VALUES ('2100', 1), ('4000', -1)) AS side (account, sign)
     WHERE cohort >= (SELECT min(month) FROM periods)`,
    [number, first, days, sales],
  );
}
