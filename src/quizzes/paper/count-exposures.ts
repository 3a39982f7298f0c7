import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Every } from '../../jobs/index.js';
import { putUses, type QuestionUse } from '../../questions/index.js';

/** Papers of so many days count: what was worn out then may be fresh again. */
const days = 90;

/** Counts how many of the papers of late held each question, and tells the bank. */
@Injectable()
export class CountExposures {
  constructor(private readonly db: Database) {}

  @Every('*/15 * * * *', 'quizzes.count-exposures')
  async execute(): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.lock('exposures');
      await tx.rows('DELETE FROM exposures');
      await tx.rows(
        `WITH papers AS (
           SELECT a.id, a.quiz_id, a.paper FROM attempts a
           WHERE a.started_at > now() - make_interval(days => $1) AND a.void_counts IS NOT FALSE
         ), sums AS (SELECT quiz_id, count(*) AS papers FROM papers GROUP BY quiz_id)
         INSERT INTO exposures (quiz_id, question_id, drawn, papers)
         SELECT a.quiz_id, v.question_id, count(DISTINCT a.id), s.papers
         FROM papers a CROSS JOIN jsonb_to_recordset(a.paper) AS p ("versionId" uuid)
           JOIN question_versions v ON v.id = p."versionId" JOIN sums s ON s.quiz_id = a.quiz_id
         GROUP BY a.quiz_id, v.question_id, s.papers`,
        [days],
      );
      await putUses(
        tx,
        await tx.rows<QuestionUse>(
          `SELECT e.question_id AS "questionId", c.slug || '.' || q.slug AS quiz, q.title, e.drawn, e.papers,
             q.exposure_cap AS cap
           FROM exposures e JOIN quizzes q ON q.id = e.quiz_id JOIN courses c ON c.id = q.course_id`,
        ),
      );
    });
  }
}
