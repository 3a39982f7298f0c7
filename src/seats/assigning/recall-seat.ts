import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { EndAccess } from '../../enrollment/index.js';
import { Facts } from '../../jobs/index.js';
import { Clock } from '../../shared/index.js';
import { type FoundAssignment, findAssignment } from '../invitations/find-assignment.js';
import { heldBy } from '../lots/held-seats.js';
import { type Lot, lockLot } from '../lots/lock-lot.js';
import { coursesOf } from '../lots/lot-courses.js';
import { seatFact } from '../seat-fact.js';
import { SeatMails } from '../seat.mails.js';
import { seatEnded, seatInUse } from '../seats.errors.js';
import { begunSince } from './begun.js';

export interface Recalling {
  clinicId: string;
  assignmentId: string;
  by: string;
}

/** A clinic takes back a seat that nobody uses yet. What the seat gave ends; what another source gives stays. */
@Injectable()
export class RecallSeat {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ending: EndAccess,
    private readonly mails: SeatMails,
    private readonly facts: Facts,
  ) {}

  /** @throws not_found, seat_ended, seat_in_use */
  async execute(recalling: Recalling): Promise<void> {
    const { lotId } = await findAssignment(this.db, recalling);
    await this.db.transaction(async (tx) => this.recall(tx, await lockLot(tx, lotId), recalling));
  }

  /** The lot is locked. Answers with the seat that is free now. */
  async recall(tx: Tx, lot: Lot, recalling: Recalling): Promise<string> {
    const found = await findAssignment(tx, recalling);
    if (found.endedAt) throw seatEnded();
    if (await isBegun(tx, found.id)) throw seatInUse();
    const at = await this.clock.now(tx);
    const [holder] = await heldBy(tx, lot.id, [found.seatId]);
    await tx.rows(`UPDATE seat_assignments SET ended_at = $2, ended_by = $3, ended_reason = 'recalled' WHERE id = $1`, [
      found.id,
      at,
      recalling.by,
    ]);
    const closed = await this.close(tx, found, at);
    await this.mails.recalled(tx, lot, holder!, closed);
    this.facts.record(tx, 'seat.recalled', seatFact(lot, found.id));
    return found.seatId;
  }

  /** Titles of the courses that are closed to its holder by it. */
  private async close(tx: Tx, found: FoundAssignment, at: Date): Promise<string[]> {
    if (!found.acceptedAt) return [];
    const source = { sourceKind: 'seat', sourceId: found.id };
    const closed = await this.ending.end(tx, { ...source, reason: 'recalled', at });
    const courses = await coursesOf(tx, found.seatId);
    return courses.filter(({ id }) => closed.some(({ courseId }) => courseId === id)).map(({ title }) => title);
  }
}

async function isBegun(tx: Tx, assignmentId: string): Promise<boolean> {
  const begun = await tx.row(
    `SELECT FROM seat_assignments a JOIN seats s ON s.id = a.seat_id JOIN seat_lot_courses c ON c.lot_id = s.lot_id
     JOIN enrollments e ON e.person_id = a.person_id AND e.course_id = c.course_id
     WHERE a.id = $1 AND ${begunSince}`,
    [assignmentId],
  );
  return begun !== undefined;
}
