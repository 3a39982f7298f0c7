import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { isLive } from '../enrollment.queries.js';

export interface SentPlace {
  personId: string;
  courseSlug: string;
  lesson: string;
  device: string;
  rev: number;
  block: string;
  fraction: number;
}

/** More devices than anybody reads on; of the others the oldest places go. */
const devicesKept = 6;

/**
 * Keeps where somebody is in a lesson. Every device has a place of its own, so none overwrites another's; the newest, by the
 * clock of the database, is where they go on. What a device sent earlier and arrives later changes nothing.
 */
@Injectable()
export class SavePlace {
  constructor(private readonly db: Database) {}

  /** False when there is no such lesson, or no access to it. */
  async execute({ personId, courseSlug, lesson, ...place }: SentPlace): Promise<boolean> {
    const { found } = (await this.db.row<{ found: boolean }>(save, [
      ...[personId, courseSlug, lesson, place.device, place.rev, place.block, place.fraction],
      devicesKept,
    ]))!;
    return found;
  }
}

const save = `WITH mine AS (
    SELECT e.id FROM enrollments e JOIN courses c ON c.id = e.course_id
      JOIN lessons l ON l.edition_id = e.edition_id AND l.slug = $3
    WHERE e.person_id = $1 AND c.slug = $2 AND ${isLive}
  ), kept AS (
    INSERT INTO lesson_places AS p (enrollment_id, lesson, device, rev, block, fraction)
    SELECT mine.id, $3, $4, $5::bigint, $6, $7::real FROM mine
    ON CONFLICT (enrollment_id, lesson, device) DO UPDATE
      SET rev = excluded.rev, block = excluded.block, fraction = excluded.fraction, saved_at = now()
      WHERE p.rev < excluded.rev
  ), gone AS (
    DELETE FROM lesson_places p USING mine WHERE p.enrollment_id = mine.id AND p.lesson = $3 AND p.device <> $4
      AND p.device IN (SELECT o.device FROM lesson_places o WHERE o.enrollment_id = mine.id AND o.lesson = $3
        AND o.device <> $4 ORDER BY o.saved_at DESC OFFSET $8::integer - 1)
  )
  SELECT EXISTS (SELECT FROM mine) AS found`;
