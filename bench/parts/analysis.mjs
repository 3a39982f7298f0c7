import { randomUUID } from 'node:crypto';
import { request } from '../support/client.mjs';
import { memoryOf, spent } from '../support/cpu.mjs';
import { makeLearners } from '../support/people.mjs';

const items = 40;
const attempts = Number(process.env.BENCH_ANALYSED ?? 100_000);

/** Item analysis of one exam of 40 items that a hundred thousand people have sat, as an examiner asks for it. */
export async function measureAnalysis({ sql, product, postgres }) {
  const quiz = await makeExam(sql);
  const [examiner] = await makeLearners(sql, 1);
  await sql.query(`INSERT INTO person_roles (person_id, role) VALUES ($1, 'examiner')`, [examiner.id]);
  const url = `${product.url}/api/examiners/analysis/${quiz}`;
  const headers = { cookie: examiner.cookie };
  const before = memoryOf(product.pid).now;
  let highest = before;
  const watch = setInterval(() => (highest = Math.max(highest, memoryOf(product.pid).now)), 20);
  const asked = spent(product.pid, postgres.pid, async () => {
    await request(url, { method: 'POST', headers });
    for (;;) {
      const { body } = await request(url, { headers });
      if (body.status === 'computed') return body;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
  const { result, elapsed, app, postgres: database } = await asked.finally(() => clearInterval(watch));
  const { summary } = result;
  const right = summary.attempts === attempts && result.items.length === items;
  return {
    attempts,
    items,
    elapsed,
    app,
    postgres: database,
    before,
    highest,
    right,
    consistency: summary.consistency,
  };
}

/** Everything by SQL: attempts of people of all abilities, on items from easy to hard. */
async function makeExam(sql) {
  const [quiz, pool] = [randomUUID(), randomUUID()];
  const [questions, versions] = [0, 1].map(() => Array.from({ length: items }, () => randomUUID()));
  const client = await sql.connect();
  try {
    await client.query('BEGIN');
    // The rows fit by how they are made; checking each of four million foreign keys would take longer than the measuring.
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query(`INSERT INTO pools (id, slug, title) VALUES ($1, 'bench-exam', 'Bench')`, [pool]);
    await client.query(
      `INSERT INTO quizzes (id, course_id, slug, position, title, intro, pass_percent, blueprint,
         content_blueprint, review, content_hash, kind)
       SELECT $1, id, 'bench-exam', 99, 'Bench exam', 'Bench', 60, '[]', '[]', '{}', '', 'exam' FROM courses LIMIT 1`,
      [quiz],
    );
    await client.query(
      `INSERT INTO questions (id, pool_id, slug) SELECT id, $1, 'q-' || n FROM unnest($2::uuid[]) WITH ORDINALITY AS q (id, n)`,
      [pool, questions],
    );
    await client.query(
      `INSERT INTO question_versions (id, question_id, number, content_hash, type, topic, marks, body, key)
       SELECT id, question, 1, '', 'single', 'bench', 1,
         '{"text":"Which?","options":[{"id":"a","text":"A"},{"id":"b","text":"B"},{"id":"c","text":"C"},{"id":"d","text":"D"}]}',
         '{"right":{"correct":["a"]},"feedback":"","source":""}' FROM unnest($1::uuid[], $2::uuid[]) AS v (id, question)`,
      [versions, questions],
    );
    await client.query(
      `INSERT INTO people (id, email, name, password_hash)
       SELECT md5('bench-p' || n)::uuid, 'sat-' || n || '@bench.glabella.test', 'Bench', '' FROM generate_series(1, $1::integer) n`,
      [attempts],
    );
    await client.query(
      `INSERT INTO attempts (id, person_id, enrollment_id, quiz_id, number, status, idempotency_key, seed, algorithm, paper,
         settings, lease_token, finished_at, graded_at, marks_awarded, marks_possible, cut, passed)
       SELECT lpad(to_hex(n), 32, '0')::uuid, md5('bench-p' || n)::uuid, (SELECT id FROM enrollments LIMIT 1), $1, 1, 'submitted',
         n::text, 1, 'bench', '[]', '{}', '', now(), now(), 0, $3::integer, 24, n % 3 > 0 FROM generate_series(1, $2::integer) n`,
      [quiz, attempts, items],
    );
    await client.query(
      `INSERT INTO marks (attempt_id, question_id, question_version_id, awarded, possible, chosen)
       SELECT attempt, md5(attempt::text || i)::uuid, ($3::uuid[])[i], (r < ability)::integer, 1,
         ARRAY[CASE WHEN r < ability THEN 'a' ELSE chr(98 + (r * 1000)::integer % 3) END]
       FROM (
         SELECT lpad(to_hex(n), 32, '0')::uuid AS attempt, i, random() AS r, 0.25 + (n % 1000) / 2000.0 + i / 160.0 AS ability
         FROM generate_series(1, $1::integer) n, generate_series(1, $2::integer) i ORDER BY n, i
       ) answered`,
      [attempts, items, versions],
    );
    await client.query('COMMIT');
    await client.query('ANALYZE attempts, marks, question_versions');
  } finally {
    client.release();
  }
  return quiz;
}
