import type { Runner } from '../../database/index.js';
import { coursesOfSeat } from './standing.js';

/** A course that a seat gives, in the edition that was promised with it. */
export interface SeatCourse {
  id: string;
  title: string;
  editionId: string | null;
}

/** The courses a seat still gives. */
export function coursesOf(runner: Runner, seatId: string): Promise<SeatCourse[]> {
  return runner.rows(
    `SELECT sc.course_id AS id, sc.title, sc.edition_id AS "editionId"
     FROM seats s, LATERAL (SELECT sc.* FROM ${coursesOfSeat}) sc WHERE s.id = $1 ORDER BY sc.position`,
    [seatId],
  );
}

/** The titles of these courses of a lot, in its order. */
export async function titlesOf(runner: Runner, lotId: string, courseIds: readonly string[]): Promise<string[]> {
  const rows = await runner.rows<{ title: string }>(
    'SELECT title FROM seat_lot_courses WHERE lot_id = $1 AND course_id = ANY($2::uuid[]) ORDER BY position',
    [lotId, courseIds],
  );
  return rows.map(({ title }) => title);
}
