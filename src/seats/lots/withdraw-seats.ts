import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { EndAccess, ReopenAccess } from '../../enrollment/index.js';
import { newId } from '../../shared/index.js';
import { SeatMails } from '../seat.mails.js';
import { heldBy } from './held-seats.js';
import { lockLotOf } from './lock-lot.js';
import { titlesOf } from './lot-courses.js';
import { seatStands } from './standing.js';

/** Which seats and courses of an order line; left out: all of them. */
export interface SeatChoice {
  sourceId: string;
  seatIds?: string[] | undefined;
  courseIds?: string[] | undefined;
}

/** Takes bought seats back, and what their holders had by them: their price was refunded or lost. Repeatable. */
@Injectable()
export class WithdrawSeats {
  constructor(
    private readonly ending: EndAccess,
    private readonly reopening: ReopenAccess,
    private readonly mails: SeatMails,
  ) {}

  async withdraw(tx: Tx, { reason, at, ...choice }: SeatChoice & { reason: string; at: Date }): Promise<void> {
    const lot = await lockLotOf(tx, choice.sourceId);
    if (!lot) return;
    const held = await heldBy(tx, lot.id, choice.seatIds);
    await insertWithdrawals(tx, lot.id, choice, reason, at);
    for (const { id: sourceId, personId, ...holder } of held) {
      if (!personId) continue;
      const closed = await this.ending.end(tx, {
        sourceKind: 'seat',
        sourceId,
        courseIds: choice.courseIds,
        reason,
        at,
      });
      if (closed.length === 0) continue;
      const titles = await titlesOf(
        tx,
        lot.id,
        closed.map(({ courseId }) => courseId),
      );
      await this.mails.withdrawn(tx, lot, { id: sourceId, ...holder }, { titles, reason });
    }
    await tx.rows(
      `UPDATE seat_assignments a SET ended_at = $2, ended_reason = $3 FROM seats s
       WHERE s.id = a.seat_id AND s.lot_id = $1 AND a.ended_at IS NULL AND NOT ${seatStands}`,
      [lot.id, at, reason],
    );
  }

  /** Undoes a withdrawal that had exactly this reason. Who was given another seat meanwhile keeps that one. */
  async reopen(tx: Tx, { reason, ...choice }: SeatChoice & { reason: string }): Promise<void> {
    const lot = await lockLotOf(tx, choice.sourceId);
    if (!lot) return;
    await tx.rows(
      `UPDATE seat_withdrawals SET reopened_at = now()
       WHERE lot_id = $1 AND reason = $2 AND reopened_at IS NULL AND ($3::uuid[] IS NULL OR seat_id = ANY($3))
         AND ($4::uuid[] IS NULL OR course_id = ANY($4))`,
      [lot.id, reason, choice.seatIds ?? null, choice.courseIds ?? null],
    );
    await tx.rows(
      `UPDATE seat_assignments a SET ended_at = NULL, ended_reason = NULL FROM seats s
       WHERE s.id = a.seat_id AND s.lot_id = $1 AND a.ended_reason = $2 AND ${seatStands}
         AND NOT EXISTS (SELECT FROM seat_assignments o WHERE o.ended_at IS NULL AND (o.seat_id = a.seat_id
           OR o.clinic_id = a.clinic_id AND o.product_id = a.product_id
             AND (o.person_id = a.person_id OR lower(o.email) = lower(a.email))))`,
      [lot.id, reason],
    );
    for (const { id: sourceId } of await heldBy(tx, lot.id, choice.seatIds)) {
      await this.reopening.reopen(tx, { sourceKind: 'seat', sourceId, courseIds: choice.courseIds, reason });
    }
  }
}

/** One row for each seat and course that was named. A withdrawal that was undone holds again. */
async function insertWithdrawals(
  tx: Tx,
  lotId: string,
  { seatIds, courseIds }: SeatChoice,
  reason: string,
  at: Date,
): Promise<void> {
  const pairs = (seatIds ?? [null]).flatMap((seat) => (courseIds ?? [null]).map((course) => ({ seat, course })));
  await tx.rows(
    `INSERT INTO seat_withdrawals (id, lot_id, seat_id, course_id, reason, withdrawn_at)
     SELECT w.id, $1, w.seat_id, w.course_id, $2, $3 FROM unnest($4::uuid[], $5::uuid[], $6::uuid[]) AS w (id, seat_id, course_id)
     ON CONFLICT ON CONSTRAINT uq_seat_withdrawals DO UPDATE SET reopened_at = NULL`,
    [lotId, reason, at, pairs.map(() => newId()), pairs.map(({ seat }) => seat), pairs.map(({ course }) => course)],
  );
}
