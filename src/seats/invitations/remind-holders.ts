import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Every } from '../../jobs/index.js';
import { lockLot } from '../lots/lock-lot.js';
import { seatStands } from '../lots/standing.js';
import { InviteHolder, type WaitingSeat } from './invite-holder.js';

/** How long a gift and a seat of a clinic wait before their holder is reminded, once. */
const waiting = { gift: '60 days', clinic: '14 days' };
const atOnce = 200;

/** Reminds those who have not accepted yet. The link of the first mail goes on working. */
@Injectable()
export class RemindHolders {
  constructor(
    private readonly db: Database,
    private readonly inviting: InviteHolder,
  ) {}

  @Every('17 9 * * *', 'seats.remind')
  async execute(): Promise<void> {
    const due = await this.db.rows<{ id: string; lotId: string }>(
      `SELECT a.id, s.lot_id AS "lotId" FROM seat_assignments a JOIN seats s ON s.id = a.seat_id JOIN seat_lots l ON l.id = s.lot_id
       WHERE a.accepted_at IS NULL AND a.ended_at IS NULL AND a.reminded_at IS NULL AND l.suspended = '{}'
         AND a.assigned_at <= now() - CASE l.kind WHEN 'gift' THEN $1::interval ELSE $2::interval END AND ${seatStands}
       ORDER BY a.assigned_at LIMIT ${atOnce}`,
      [waiting.gift, waiting.clinic],
    );
    for (const { id, lotId } of due) await this.remind(id, lotId);
    if (due.length === atOnce) await this.execute();
  }

  private async remind(assignmentId: string, lotId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const lot = await lockLot(tx, lotId);
      const reminded = await tx.row<WaitingSeat>(
        `UPDATE seat_assignments SET reminded_at = now()
         WHERE id = $1 AND accepted_at IS NULL AND ended_at IS NULL AND reminded_at IS NULL
         RETURNING id, seat_id AS "seatId", name, email, message`,
        [assignmentId],
      );
      if (reminded) await this.inviting.write(tx, lot, reminded, null);
    });
  }
}
