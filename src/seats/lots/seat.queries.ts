import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import { type SourceStudy, StudyBySourceQueries } from '../../enrollment/index.js';
import { seatStands } from './standing.js';

/** Whom the seats of an order line give access now, and how far they got with it. */
export interface SeatEffects {
  /** Seats that were not taken back. */
  seats: number;
  /** Of these, held for somebody. */
  assigned: number;
  /** Holders who opened anything. */
  begun: number;
  people: { name: string; courses: { id: string; title: string; progressPercent: number }[] }[];
}

export interface SeatAssignment {
  sourceId: string;
  number: number;
  id: string;
}

@Injectable()
export class SeatQueries {
  constructor(
    private readonly db: Database,
    private readonly study: StudyBySourceQueries,
  ) {}

  /** Whoever held the seats of some lines, by the number of the seat. */
  assignments(sourceIds: readonly string[], runner: Runner = this.db): Promise<SeatAssignment[]> {
    return runner.rows<SeatAssignment>(
      `SELECT l.source_id AS "sourceId", s.number, a.id FROM seat_lots l JOIN seats s ON s.lot_id = l.id
       JOIN seat_assignments a ON a.seat_id = s.id WHERE l.source_id = ANY($1::uuid[]) AND a.accepted_at IS NOT NULL`,
      [sourceIds],
    );
  }

  /** What a withdrawal would take, before it does. `courseIds`: only these, if not all. */
  async effects(sourceId: string, runner: Runner = this.db, courseIds?: readonly string[]): Promise<SeatEffects> {
    const seats = await runner.rows<{ assignmentId: string | null }>(
      `SELECT a.id AS "assignmentId" FROM seat_lots l JOIN seats s ON s.lot_id = l.id
       LEFT JOIN seat_assignments a ON a.seat_id = s.id AND a.ended_at IS NULL
       WHERE l.source_id = $1 AND ${seatStands} ORDER BY s.number`,
      [sourceId],
    );
    const assigned = seats.flatMap(({ assignmentId }) => (assignmentId ? [assignmentId] : []));
    const held = assigned.length > 0 ? await this.study.of('seat', assigned, runner) : [];
    const people = byPerson(held.filter(({ courseId }) => !courseIds || courseIds.includes(courseId)));
    return {
      seats: seats.length,
      assigned: assigned.length,
      begun: people.filter(({ begun }) => begun).length,
      people: people.map(({ name, courses }) => ({ name, courses })),
    };
  }
}

type HolderStudy = SeatEffects['people'][number] & { begun: boolean };

function byPerson(held: SourceStudy[]): HolderStudy[] {
  const people = new Map<string, HolderStudy>();
  for (const { personId, name, courseId, title, progressPercent, begun } of held) {
    const person = people.get(personId) ?? { name, courses: [], begun: false };
    person.courses.push({ id: courseId, title, progressPercent });
    people.set(personId, { ...person, begun: person.begun || begun });
  }
  return [...people.values()];
}
