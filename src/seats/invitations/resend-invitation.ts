import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation, type Tx } from '../../database/index.js';
import { lockLot } from '../lots/lock-lot.js';
import { cannotResend, seatOfAddress, tooManyMails } from '../seats.errors.js';
import { type FoundAssignment, findAssignment, type WhoseAssignment } from './find-assignment.js';
import { InviteHolder } from './invite-holder.js';

const mailsPerDay = 5;

/** Sends the link once more, to a corrected address if one is given. Links of earlier mails die. */
@Injectable()
export class ResendInvitation {
  constructor(
    private readonly db: Database,
    private readonly inviting: InviteHolder,
  ) {}

  /** @throws not_found, not_waiting, too_many_mails, address_has_seat */
  async execute(whose: WhoseAssignment, corrected: { name?: string; email?: string } = {}): Promise<void> {
    const { lotId } = await findAssignment(this.db, whose);
    await this.db.transaction(async (tx) => {
      const lot = await lockLot(tx, lotId);
      const found = await findAssignment(tx, whose);
      if (found.acceptedAt || found.endedAt) throw cannotResend();
      const { name = found.name, email = found.email } = corrected;
      await this.refuseFlood(tx, found);
      await this.correct(tx, found, name, email);
      await this.inviting.write(tx, lot, { ...found, name, email }, whose.by);
      this.inviting.tell(tx, lot, found.id);
    });
  }

  private async refuseFlood(tx: Tx, { id }: FoundAssignment): Promise<void> {
    const sent = await tx.row<{ count: number }>(
      `SELECT count(*) FROM seat_invitations WHERE assignment_id = $1 AND sent_at > now() - interval '1 day'`,
      [id],
    );
    if (sent!.count >= mailsPerDay) throw tooManyMails(mailsPerDay);
  }

  private async correct(tx: Tx, { id }: FoundAssignment, name: string, email: string): Promise<void> {
    await tx.rows('UPDATE seat_invitations SET replaced_at = now() WHERE assignment_id = $1 AND replaced_at IS NULL', [
      id,
    ]);
    try {
      await tx.rows('UPDATE seat_assignments SET name = $2, email = $3 WHERE id = $1', [id, name, email]);
    } catch (error) {
      if (isUniqueViolation(error, 'uq_seat_assignments_email')) throw seatOfAddress('email');
      throw error;
    }
  }
}
