import { Injectable } from '@nestjs/common';
import { type ContentFolder, contentHash, CourseQueries, type QuizContent } from '../../courses/index.js';
import { Database, type Tx } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import { splitQuestion } from './split-question.js';

/**
 * Brings the bank to what the content says. Unchanged questions keep their version, changed ones get the next one,
 * missing ones are retired. No running attempt notices: it holds on to the versions of its paper.
 */
@Injectable()
export class ImportQuizzes {
  constructor(
    private readonly db: Database,
    private readonly courses: CourseQueries,
  ) {}

  /** @returns the slugs of the quizzes that changed */
  execute(content: Pick<ContentFolder, 'courses'>): Promise<string[]> {
    return this.db.transaction(async (tx) => {
      await tx.lock('quizzes.import');
      const courseIds = await this.courses.idsBySlug(
        content.courses.map(({ slug }) => slug),
        tx,
      );
      const known = await knownHashes(tx);
      const changed: string[] = [];
      for (const course of content.courses) {
        const courseId = courseIds.get(course.slug);
        if (!courseId) throw new Error(`The course ${course.slug} is not imported yet.`);
        for (const [position, quiz] of course.quizzes.entries()) {
          const hash = contentHash([position, quiz.quiz]);
          if (known.get(`${courseId}/${quiz.slug}`) === hash) continue;
          await importQuiz(tx, { ...quiz, courseId, position, hash });
          changed.push(quiz.slug);
        }
      }
      return changed;
    });
  }
}

async function knownHashes(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.rows<{ name: string; hash: string }>(
    `SELECT course_id || '/' || slug AS name, content_hash AS hash FROM quizzes`,
  );
  return new Map(rows.map(({ name, hash }) => [name, hash]));
}

type Placed = QuizContent & { courseId: string; position: number; hash: string };

async function importQuiz(tx: Tx, { slug, quiz, courseId, position, hash }: Placed): Promise<void> {
  const { id: quizId } = (await tx.row<{ id: string }>(
    `INSERT INTO quizzes (id, course_id, slug, position, title, intro, pass_percent, draw, minutes, attempts, review, content_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT ON CONSTRAINT uq_quizzes_course_slug DO UPDATE SET position = excluded.position, title = excluded.title,
       intro = excluded.intro, pass_percent = excluded.pass_percent, draw = excluded.draw, minutes = excluded.minutes,
       attempts = excluded.attempts, review = excluded.review, content_hash = excluded.content_hash, imported_at = now()
     RETURNING id`,
    [
      newId(),
      courseId,
      slug,
      position,
      quiz.title,
      quiz.intro,
      quiz.passPercent,
      quiz.draw,
      quiz.minutes,
      quiz.attempts,
      JSON.stringify({ after: quiz.review }),
      hash,
    ],
  ))!;
  const written = quiz.questions.map((question) => ({ id: newId(), versionId: newId(), ...splitQuestion(question) }));
  await tx.rows(
    `WITH retired AS (
       UPDATE questions SET retired_at = now() WHERE quiz_id = $1 AND slug <> ALL ($3::text[]) AND retired_at IS NULL
     )
     INSERT INTO questions (id, quiz_id, slug) SELECT id, $1, slug FROM unnest($2::uuid[], $3::text[]) AS w (id, slug)
     ON CONFLICT ON CONSTRAINT uq_questions_quiz_slug DO UPDATE SET retired_at = NULL WHERE questions.retired_at IS NOT NULL`,
    [quizId, written.map(({ id }) => id), written.map(({ slug: name }) => name)],
  );
  await tx.rows(
    `INSERT INTO question_versions (id, question_id, number, content_hash, type, topic, marks, body, key)
     SELECT w."versionId", q.id, coalesce(last.number, 0) + 1, w.hash, w.type, w.topic, w.marks, w.body, w.key
     FROM jsonb_to_recordset($2) AS w ("versionId" uuid, slug text, hash text, type text, topic text, marks integer, body jsonb, key jsonb)
     JOIN questions q ON q.quiz_id = $1 AND q.slug = w.slug
     LEFT JOIN LATERAL (
       SELECT v.number, v.content_hash FROM question_versions v WHERE v.question_id = q.id ORDER BY v.number DESC LIMIT 1
     ) last ON true
     WHERE last.content_hash IS DISTINCT FROM w.hash`,
    [quizId, JSON.stringify(written)],
  );
}
