import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { newId, randomToken, sha256 } from '../../shared/index.js';
import type { Lot } from '../lots/lock-lot.js';
import { seatFact } from '../seat-fact.js';
import { coursesOf } from '../lots/lot-courses.js';
import { SeatMails } from '../seat.mails.js';

/** Who is to have a seat; `by`: who says so. The lot is locked. */
export interface NewHolder {
  lot: Lot;
  seatId: string;
  name: string;
  email: string;
  message?: string;
  by: string;
}

/** A seat that waits for its holder, and where they are written to. */
export interface WaitingSeat {
  id: string;
  seatId: string;
  name: string;
  email: string;
  message: string;
}

/** Holds a seat for somebody and writes to them. The link in the mail is the only thing that lets it be accepted. */
@Injectable()
export class InviteHolder {
  constructor(
    private readonly mails: SeatMails,
    private readonly facts: Facts,
  ) {}

  async give(tx: Tx, { lot, seatId, name, email, message = '', by }: NewHolder): Promise<void> {
    const id = newId();
    await tx.rows(
      `INSERT INTO seat_assignments (id, seat_id, clinic_id, product_id, name, email, message, assigned_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, seatId, lot.clinicId, lot.productId, name, email, message, by],
    );
    await this.write(tx, lot, { id, seatId, name, email, message }, by);
    this.tell(tx, lot, id);
  }

  /** Writes an invitation with a link of its own. `by`: who asked for it; null: a reminder. */
  async write(tx: Tx, lot: Lot, waiting: WaitingSeat, by: string | null): Promise<void> {
    const [id, token] = [newId(), randomToken()];
    await tx.rows(
      `INSERT INTO seat_invitations (id, assignment_id, email, token_hash, sent_by) VALUES ($1, $2, $3, $4, $5)`,
      [id, waiting.id, waiting.email, sha256(token), by],
    );
    const courses = await coursesOf(tx, waiting.seatId);
    const titles = courses.map(({ title }) => title);
    await this.mails.invitation(tx, lot, { ...waiting, courses: titles }, { id, token, isReminder: by === null });
  }

  tell(tx: Tx, lot: Lot, assignmentId: string): void {
    this.facts.record(tx, lot.kind === 'gift' ? 'gift.sent' : 'seat.assigned', seatFact(lot, assignmentId));
  }
}
