import { Injectable } from '@nestjs/common';
import { renderMarkdown } from '../../courses/index.js';
import { Database } from '../../database/index.js';
import { Clock, invalidField, newId } from '../../shared/index.js';
import { noEdition, noLesson, suspendTooSoon } from './recall.errors.js';
import { type TypedRecall, typedQuestions } from './recall.schemas.js';

/** Days people have before certifications are suspended. */
const leastDays = 14;

/** Writes down that a lesson taught something wrong. It reaches nobody before somebody else has published it. */
@Injectable()
export class OpenRecall {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws lesson_unknown · edition_unknown · too_soon · invalid_input */
  async execute(typed: TypedRecall, by: string): Promise<{ id: string }> {
    const { html, problems } = renderMarkdown({
      markdown: typed.body,
      firstLine: 1,
      idPrefix: 'h-',
      pictures: new Map(),
    });
    if (problems[0]) throw invalidField('body', `Line ${problems[0].line}: ${problems[0].message}`);
    const earliest = new Date((await this.clock.now()).getTime() + leastDays * 86_400_000).toISOString().slice(0, 10);
    if (typed.suspendOn && typed.suspendOn < earliest) throw suspendTooSoon();
    const lessons = await this.db.rows<{ courseId: string; edition: number; title: string }>(
      `SELECT c.id AS "courseId", e.number AS edition, l.title FROM courses c JOIN editions e ON e.course_id = c.id
       JOIN lessons l ON l.edition_id = e.id WHERE c.slug = $1 AND l.slug = $2 ORDER BY e.number DESC`,
      [typed.course, typed.lesson],
    );
    const [latest] = lessons;
    if (!latest) throw noLesson();
    const until = typed.untilEdition ?? latest.edition;
    const taught = lessons.find(({ edition }) => edition === until);
    if (!taught) throw noEdition();
    const questions = typedQuestions(typed)
      .filter(({ text }) => text)
      .map(({ text, right, wrong }) => ({ text, right, wrong }));
    const id = newId();
    await this.db.rows(
      `INSERT INTO recalls (id, course_id, lesson_slug, lesson_title, until_edition, wrong, correct, source, body_html,
         questions, suspend_on, opened_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[id, taught.courseId, typed.lesson, taught.title, until, typed.wrong, typed.correct, typed.source, html],
        ...[JSON.stringify(questions), typed.suspendOn ?? null, by],
      ],
    );
    return { id };
  }
}
