import { Injectable } from '@nestjs/common';
import { type ContentFolder, CourseQueries, type QuizContent } from '../../courses/index.js';
import { Database, type Tx } from '../../database/index.js';
import { PutQuestions } from '../../questions/index.js';
import { contentHash, newId } from '../../shared/index.js';

/**
 * Brings the quizzes, and the pools that are theirs alone, to what the content says. No running attempt notices: it
 * holds on to its rules and to the versions of its paper.
 */
@Injectable()
export class ImportQuizzes {
  constructor(
    private readonly db: Database,
    private readonly courses: CourseQueries,
    private readonly pools: PutQuestions,
  ) {}

  /** @returns the slugs of the quizzes that changed */
  execute(content: Pick<ContentFolder, 'courses'>): Promise<string[]> {
    return this.db.transaction((tx) => this.within(tx, content));
  }

  /** The same in an open transaction. */
  async within(tx: Tx, content: Pick<ContentFolder, 'courses'>): Promise<string[]> {
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
        await importQuiz(this.pools, tx, { ...quiz, courseId, position, hash });
        changed.push(quiz.slug);
      }
    }
    return changed;
  }
}

async function knownHashes(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.rows<{ name: string; hash: string }>(
    `SELECT course_id || '/' || slug AS name, content_hash AS hash FROM quizzes`,
  );
  return new Map(rows.map(({ name, hash }) => [name, hash]));
}

type Placed = QuizContent & { courseId: string; position: number; hash: string };

async function importQuiz(
  pools: PutQuestions,
  tx: Tx,
  { slug, quiz, courseId, position, hash }: Placed,
): Promise<void> {
  const language = quiz.language;
  if (!quiz.blueprint) await pools.put(tx, { slug, title: quiz.title, language, questions: quiz.questions });
  const blueprint = quiz.blueprint ?? [{ pool: slug, count: quiz.draw }];
  await tx.rows(
    `INSERT INTO quizzes (id, course_id, slug, position, title, intro, kind, language, pass_percent, blueprint, minutes,
       attempts, cool_down_hours, exposure_cap, review, content_hash, content_blueprint)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $10)
     ON CONFLICT ON CONSTRAINT uq_quizzes_course_slug DO UPDATE SET position = excluded.position, title = excluded.title,
       intro = excluded.intro, kind = excluded.kind, language = excluded.language, pass_percent = excluded.pass_percent,
       minutes = excluded.minutes, attempts = excluded.attempts,
       cool_down_hours = excluded.cool_down_hours, exposure_cap = excluded.exposure_cap, review = excluded.review,
       content_hash = excluded.content_hash, imported_at = now()`,
    [
      newId(),
      courseId,
      slug,
      position,
      quiz.title,
      quiz.intro,
      quiz.kind,
      language,
      quiz.passPercent,
      JSON.stringify(blueprint),
      quiz.minutes ?? null,
      quiz.attempts ?? null,
      quiz.coolDownHours,
      quiz.exposureCap ?? null,
      JSON.stringify(quiz.review),
      hash,
    ],
  );
  await takeBlueprint(tx, courseId, slug, JSON.stringify(blueprint));
}

/** A blueprint that the file changed wins over what the desk said; one that it left as it was undoes nothing. */
async function takeBlueprint(tx: Tx, courseId: string, slug: string, blueprint: string): Promise<void> {
  await tx.rows(
    `WITH changed AS (
       UPDATE quizzes SET blueprint = $3, content_blueprint = $3, blueprint_rev = blueprint_rev + 1
       WHERE course_id = $1 AND slug = $2 AND content_blueprint <> $3::jsonb RETURNING id, blueprint_rev
     )
     INSERT INTO blueprint_changes (quiz_id, rev, blueprint) SELECT id, blueprint_rev, $3 FROM changed`,
    [courseId, slug, blueprint],
  );
}
