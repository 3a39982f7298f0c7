import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';

/** Where somebody stopped in a lesson. */
export interface Place {
  lesson: string;
  /** The id of the block they were reading, in the edition they study. */
  block: string;
  /** How much of that block was above the top of the screen, 0 to 1. */
  fraction: number;
  /** Which of their devices it was, by a number that the device drew. */
  device: string;
  rev: number;
  savedAt: Date;
}

export const placeColumns = `p.lesson, p.block, p.fraction, p.device, p.rev, p.saved_at AS "savedAt"`;

/** SQL: the newest place of an enrollment `e` in one lesson as JSON, on whatever device. */
export const newestPlaceIn = (
  lesson: string,
) => `(SELECT to_jsonb(newest) FROM (SELECT ${placeColumns} FROM lesson_places p
  WHERE p.enrollment_id = e.id AND p.lesson = ${lesson} ORDER BY p.saved_at DESC, p.rev DESC LIMIT 1) newest)`;

@Injectable()
export class PlaceQueries {
  constructor(private readonly db: Database) {}

  /** Of each course that somebody studies, the newest. */
  async ofCourses(personId: string): Promise<Map<string, Place>> {
    const rows = await this.db.rows<Place & { enrollmentId: string }>(
      `SELECT DISTINCT ON (e.id) e.id AS "enrollmentId", ${placeColumns}
       FROM enrollments e JOIN lesson_places p ON p.enrollment_id = e.id
       WHERE e.person_id = $1 ORDER BY e.id, p.saved_at DESC, p.rev DESC`,
      [personId],
    );
    return new Map(rows.map(({ enrollmentId, ...place }) => [enrollmentId, place]));
  }

  /** In a course. */
  newest(enrollmentId: string): Promise<Place | undefined> {
    return this.db.row(
      `SELECT ${placeColumns} FROM lesson_places p WHERE p.enrollment_id = $1 ORDER BY p.saved_at DESC, p.rev DESC LIMIT 1`,
      [enrollmentId],
    );
  }

  inLesson(enrollmentId: string, lesson: string): Promise<Place | undefined> {
    return this.db.row(
      `SELECT ${placeColumns} FROM lesson_places p WHERE p.enrollment_id = $1 AND p.lesson = $2
       ORDER BY p.saved_at DESC, p.rev DESC LIMIT 1`,
      [enrollmentId, lesson],
    );
  }
}
