import type { CourseContent } from '../content-reader/index.js';
import type { Tx } from '../../database/index.js';
import { contentHash, newId } from '../../shared/index.js';

interface Current {
  slug: string;
  number: number;
  hash: string;
}

/** Writes the next edition of each course whose content differs from its current one. */
export async function publishEditions(tx: Tx, courses: CourseContent[]): Promise<string[]> {
  const rows = await tx.rows<Current>(
    `SELECT c.slug, (SELECT max(number) FROM editions WHERE course_id = c.id) AS number, e.content_hash AS hash
     FROM courses c JOIN editions e ON e.id = c.current_edition_id WHERE c.slug = ANY($1::text[])`,
    [courses.map(({ slug }) => slug)],
  );
  const current = new Map(rows.map((row) => [row.slug, row]));
  const report: string[] = [];
  for (const course of courses) {
    const before = current.get(course.slug);
    const hash = hashOf(course);
    if (before?.hash === hash) continue;
    const number = (before?.number ?? 0) + 1;
    await publish(tx, course, number, hash);
    report.push(`Course ${course.slug}: edition ${number}, ${course.lessons.length} lessons.`);
  }
  return report;
}

/** Of all that a learner sees. The price and the questions belong to others. */
function hashOf(course: CourseContent): string {
  const { title, summary, audience, reviewed, reviewedBy, objectives, introHtml, outline, lessons, topics } = course;
  const { asksEvaluation } = course;
  const shown = lessons.map((lesson) => ({
    ...lesson,
    file: undefined,
    uploaded: undefined,
    resource: lesson.resource?.article,
  }));
  const told = { title, summary, audience, reviewed, reviewedBy, objectives, introHtml, outline, shown, topics };
  return contentHash({ ...told, asksEvaluation });
}

async function publish(tx: Tx, course: CourseContent, number: number, hash: string): Promise<void> {
  const editionId = newId();
  const written = await tx.row<{ id: string }>(
    `INSERT INTO courses (id, slug, current_edition_id) VALUES ($1, $2, $3)
     ON CONFLICT (slug) DO UPDATE SET current_edition_id = excluded.current_edition_id RETURNING id`,
    [newId(), course.slug, editionId],
  );
  await tx.rows(
    `INSERT INTO editions (id, course_id, number, content_hash, title, summary, audience, reviewed_on, reviewed_by,
       objectives, intro_html, outline, item_count, minutes, topics,
       asks_evaluation)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      ...[editionId, written!.id, number, hash, course.title, course.summary, course.audience, course.reviewed],
      ...[course.reviewedBy, JSON.stringify(course.objectives), course.introHtml, JSON.stringify(course.outline)],
      ...[course.outline.flatMap(({ items }) => items).length, course.minutes, course.topics ?? []],
      course.asksEvaluation ?? false,
    ],
  );
  await publishLessons(tx, editionId, course);
}

async function publishLessons(tx: Tx, editionId: string, { lessons }: CourseContent): Promise<void> {
  const rows = lessons.map((lesson, position) => ({
    ...{
      id: newId(),
      slug: lesson.slug,
      position,
      title: lesson.title,
      summary: lesson.summary,
      minutes: lesson.minutes,
    },
    ...{ reviewed: lesson.reviewed, html: lesson.html, sources: lesson.sources, article: lesson.resource?.article },
    preview: lesson.preview ?? false,
    video: lesson.video,
  }));
  await tx.rows(
    `INSERT INTO lessons (id, edition_id, slug, position, title, summary, minutes, reviewed_on, html, sources, article_slug,
       preview, video)
     SELECT id, $1, slug, position, title, summary, minutes, reviewed, html, sources, article, preview, video
     FROM jsonb_to_recordset($2::jsonb) AS row (id uuid, slug text, position integer, title text, summary text,
       minutes integer, reviewed date, html text, sources jsonb, article text, preview boolean, video jsonb)`,
    [editionId, JSON.stringify(rows)],
  );
}
