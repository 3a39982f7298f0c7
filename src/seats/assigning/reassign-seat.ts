import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation } from '../../database/index.js';
import { findAssignment } from '../invitations/find-assignment.js';
import { InviteHolder } from '../invitations/invite-holder.js';
import { lockLot } from '../lots/lock-lot.js';
import { seatOfAddress, seatPaused } from '../seats.errors.js';
import { type Recalling, RecallSeat } from './recall-seat.js';

/** A seat goes from one person, who has not used it, to another, in one step: nobody else can take it in between. */
@Injectable()
export class ReassignSeat {
  constructor(
    private readonly db: Database,
    private readonly recalling: RecallSeat,
    private readonly inviting: InviteHolder,
  ) {}

  /** @throws not_found, seat_ended, seat_in_use, seat_paused, address_has_seat */
  async execute({ name, email, ...from }: Recalling & { name: string; email: string }): Promise<void> {
    const { lotId } = await findAssignment(this.db, from);
    try {
      await this.db.transaction(async (tx) => {
        const lot = await lockLot(tx, lotId);
        if (lot.suspended.length > 0) throw seatPaused();
        const seatId = await this.recalling.recall(tx, lot, from);
        await this.inviting.give(tx, { lot, seatId, name, email, by: from.by });
      });
    } catch (error) {
      if (isUniqueViolation(error, 'uq_seat_assignments_email')) throw seatOfAddress('email');
      throw error;
    }
  }
}
