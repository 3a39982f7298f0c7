import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';

/**
 * Whom a recall concerns: who completed the lesson in an edition that taught it wrong, whatever became of their access
 * since, and whose certificate stands on such an edition.
 */
@Injectable()
export class FindRecalled {
  /** Writes down who is not yet on its list. */
  async execute(tx: Tx, recallId: string): Promise<void> {
    await tx.rows(
      `INSERT INTO recall_people (recall_id, person_id, certified)
       SELECT $1, found.person_id, bool_or(found.certified) FROM (
         SELECT n.person_id, false AS certified FROM recalls r
           JOIN enrollments n ON n.course_id = r.course_id
           JOIN editions e ON e.id = n.edition_id AND e.number <= r.until_edition
           JOIN lessons l ON l.edition_id = e.id AND l.slug = r.lesson_slug
         WHERE r.id = $1 AND (n.completed_at IS NOT NULL OR EXISTS (SELECT FROM progress p
           WHERE p.enrollment_id = n.id AND p.item_slug = r.lesson_slug AND p.completed_at IS NOT NULL))
         UNION ALL
         SELECT c.person_id, true FROM recalls r JOIN courses k ON k.id = r.course_id
           JOIN certificates c ON c.claim -> 'courses' @> jsonb_build_array(jsonb_build_object('slug', k.slug))
           JOIN certificate_standing s ON s.certificate_id = c.id AND s.status IN ('valid', 'suspended')
           JOIN people p ON p.id = c.person_id
           CROSS JOIN LATERAL jsonb_array_elements(c.claim -> 'courses') AS claimed
           JOIN editions e ON e.course_id = k.id AND e.number = (claimed ->> 'edition')::int AND e.number <= r.until_edition
           JOIN lessons l ON l.edition_id = e.id AND l.slug = r.lesson_slug
         WHERE r.id = $1 AND claimed ->> 'slug' = k.slug
       ) AS found GROUP BY found.person_id
       ON CONFLICT DO NOTHING`,
      [recallId],
    );
  }
}
