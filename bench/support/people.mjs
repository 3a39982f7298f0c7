import { createHash, createHmac, randomBytes } from 'node:crypto';

export const sessionSecret = 'only-for-a-benchmark-on-this-machine-0123456789';
export const password = 'glabella-demo-password';

let made = 0;

/**
 * Learners who can sign in with `password` and already are: people, roles and sessions by SQL, since signing up is
 * throttled on purpose.
 */
export async function makeLearners(sql, count) {
  const learners = Array.from({ length: count }, () => {
    const token = randomBytes(32).toString('base64url');
    return { email: `learner-${++made}@bench.glabella.test`, token, cookie: cookieOf(token) };
  });
  const { rows } = await sql.query(
    `WITH made AS (
       INSERT INTO people (id, email, name, password_hash, confirmed_at)
       SELECT uuidv7(), email, 'Bench Learner', (SELECT password_hash FROM people WHERE email = 'learner@demo.glabella.test'), now()
       FROM unnest($1::text[]) AS e (email) RETURNING id, email
     ), roles AS (INSERT INTO person_roles (person_id, role) SELECT id, 'learner' FROM made), sessions AS (
       INSERT INTO sessions (id, token_hash, person_id, expires_at)
       SELECT uuidv7(), t.hash, made.id, now() + interval '1 day'
       FROM made JOIN unnest($1::text[], $2::bytea[]) AS t (email, hash) USING (email)
     ) SELECT id, email FROM made`,
    [learners.map(({ email }) => email), learners.map(({ token }) => createHash('sha256').update(token).digest())],
  );
  const ids = new Map(rows.map(({ id, email }) => [email, id]));
  return learners.map((learner) => ({ ...learner, id: ids.get(learner.email) }));
}

/** Every course, for all of them. */
export async function enroll(sql, learners) {
  await sql.query(
    `WITH enrolled AS (
       INSERT INTO enrollments (id, person_id, course_id, edition_id)
       SELECT uuidv7(), person.id, c.id, c.current_edition_id FROM unnest($1::uuid[]) AS person (id), courses c
       WHERE c.current_edition_id IS NOT NULL RETURNING id
     ) INSERT INTO grants (id, enrollment_id, source_kind, source_id) SELECT uuidv7(), id, 'bench', id FROM enrolled`,
    [learners.map(({ id }) => id)],
  );
}

/** The session cookie as the product signs it. */
function cookieOf(token) {
  const signature = createHmac('sha256', sessionSecret).update(token).digest('base64').replace(/=+$/, '');
  return `glabella=${encodeURIComponent(`s:${token}.${signature}`)}`;
}
