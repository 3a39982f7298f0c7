import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { EarnedAward } from './award.js';

@Injectable()
export class EarnedAwardQueries {
  constructor(private readonly db: Database) {}

  /** Awards of completion whose courses this person has all completed, and for which no certificate stands. */
  unissued(personId: string): Promise<EarnedAward[]> {
    return this.db.rows(
      `SELECT a.id, a.slug, a.kind, a.title, a.statement, done.courses,
         (SELECT count(*)::int + 1 FROM certificates x WHERE x.person_id = $1 AND x.award_id = a.id) AS cycle
       FROM awards a CROSS JOIN LATERAL (
         SELECT count(*) AS required, count(e.id) AS completed, max(e.completed_at) AS latest,
         jsonb_agg(jsonb_build_object(
           'slug', c.slug, 'title', ed.title, 'edition', ed.number, 'minutes', ed.minutes,
           'completedOn', to_char(e.completed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')) ORDER BY wanted.position) AS courses
         FROM jsonb_array_elements_text(a.requirements -> 'courses') WITH ORDINALITY AS wanted (slug, position)
           LEFT JOIN courses c ON c.slug = wanted.slug
           LEFT JOIN enrollments e ON e.course_id = c.id AND e.person_id = $1 AND e.completed_at IS NOT NULL
           LEFT JOIN editions ed ON ed.id = e.edition_id
       ) AS done
       WHERE a.kind = 'completion' AND done.required > 0 AND done.completed = done.required
         -- A revoked certificate keeps its place, until courses are completed again after the revocation.
         AND NOT EXISTS (SELECT FROM certificates x LEFT JOIN revocations r ON r.certificate_id = x.id
           WHERE x.person_id = $1 AND x.award_id = a.id AND (r.at IS NULL OR r.at >= done.latest))
       ORDER BY a.slug`,
      [personId],
    );
  }
}
