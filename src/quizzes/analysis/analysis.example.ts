import type { Database } from '../../database/index.js';

/** The mark of one question in one attempt, by the slug of the question. */
export interface ExampleMark {
  slug: string;
  awarded: number;
  chosen?: string[];
  finding?: string;
}

export interface ExampleAttempt {
  /** People are named by small numbers; each of a person's attempts is the next. */
  person: number;
  marks: ExampleMark[];
  passed?: boolean;
  voided?: boolean;
}

/** Writes graded attempts as if they had been sat, with these marks; `cut` in marks. */
export async function writeAttempts(db: Database, quizId: string, attempts: ExampleAttempt[], cut = 1): Promise<void> {
  await db.rows(
    `WITH given AS (
       SELECT a.*, gen_random_uuid() AS id, row_number() OVER (PARTITION BY person ORDER BY at)::integer AS number
       FROM jsonb_to_recordset($2) AS a (at integer, person integer, marks jsonb, passed boolean, voided boolean)
     ), people AS (
       INSERT INTO people (id, email, name, password_hash)
       SELECT md5('sat' || person)::uuid, 'sat-' || person || '@analysis.test', 'Somebody', 'none'
       FROM (SELECT DISTINCT person FROM given) p ON CONFLICT DO NOTHING
     ), enrolled AS (
       SELECT id FROM enrollments LIMIT 1
     ), sat AS (
       INSERT INTO attempts (id, person_id, enrollment_id, quiz_id, number, status, idempotency_key, seed, algorithm, paper,
         settings, lease_token, finished_at, graded_at, marks_awarded, marks_possible, cut, passed,
         voided_at, voided_by, void_reason, void_counts)
       SELECT g.id, md5('sat' || g.person)::uuid, e.id, $1, g.number, 'submitted', g.id::text, 1, 'example', '[]',
         '{}', 'none', now(), now(), 0, jsonb_array_length(g.marks), $3, coalesce(g.passed, false),
         v.at, CASE WHEN g.voided THEN md5('sat' || g.person)::uuid END, CASE WHEN g.voided THEN 'example' END,
         CASE WHEN g.voided THEN false END
       FROM given g CROSS JOIN enrolled e CROSS JOIN LATERAL (SELECT CASE WHEN g.voided THEN now() END AS at) v
     )
     INSERT INTO marks (attempt_id, question_id, question_version_id, awarded, possible, chosen, finding)
     SELECT g.id, gen_random_uuid(), v.id, m.awarded, v.marks, m.chosen, m.finding
     FROM given g CROSS JOIN jsonb_to_recordset(g.marks) AS m (slug text, awarded numeric, chosen text[], finding text)
     JOIN questions q ON q.slug = m.slug JOIN question_versions v ON v.question_id = q.id`,
    [quizId, JSON.stringify(attempts.map((attempt, at) => ({ at, ...attempt }))), cut],
  );
}
