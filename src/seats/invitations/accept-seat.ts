import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation, type Tx } from '../../database/index.js';
import { EnrollmentQueries, GrantAccess } from '../../enrollment/index.js';
import { Facts } from '../../jobs/index.js';
import { Clock } from '../../shared/index.js';
import { type Lot, lockLot } from '../lots/lock-lot.js';
import { coursesOf } from '../lots/lot-courses.js';
import { seatFact } from '../seat-fact.js';
import { SeatMails } from '../seat.mails.js';
import { nothingNew, ownGift, seatPaused, seatTaken, secondSeat } from '../seats.errors.js';
import { InvitationQueries } from './invitation.queries.js';
import { stateOf } from './invitation.js';

const day = 86_400_000;

export interface Accepted {
  kind: Lot['kind'];
  title: string;
}

/** The holder of a link takes the seat: it opens its courses once, for one person. */
@Injectable()
export class AcceptSeat {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly invitations: InvitationQueries,
    private readonly enrollments: EnrollmentQueries,
    private readonly granting: GrantAccess,
    private readonly mails: SeatMails,
    private readonly facts: Facts,
  ) {}

  /**
   * Accepting again what is one's own already changes nothing.
   * @throws not_found, seat_taken, seat_withdrawn, link_replaced, seat_paused, own_gift, already_owned, second_seat
   */
  async execute(personId: string, token: string): Promise<Accepted> {
    const found = await this.invitations.byToken(token);
    return this.db.transaction(async (tx) => {
      const lot = await lockLot(tx, found.lotId);
      const invitation = await this.invitations.byToken(token, tx);
      const accepted = { kind: lot.kind, title: lot.title };
      const state = stateOf(invitation, personId);
      if (state === 'yours') return accepted;
      if (state !== 'open') throw seatTaken(state);
      if (lot.kind === 'gift' && lot.ownerId === personId) throw ownGift();
      if (lot.suspended.length > 0) throw seatPaused();
      await this.take(tx, lot, invitation, personId);
      return accepted;
    });
  }

  private async take(
    tx: Tx,
    lot: Lot,
    { assignmentId, seatId }: { assignmentId: string; seatId: string },
    personId: string,
  ): Promise<void> {
    const courses = await coursesOf(tx, seatId);
    const courseIds = courses.map(({ id }) => id);
    if (lot.kind === 'gift') await this.refuseIfOwned(tx, personId, courseIds);
    const now = await this.clock.now(tx);
    await this.markAccepted(tx, assignmentId, personId, now);
    await this.granting.grant(tx, {
      personId,
      sourceKind: 'seat',
      sourceId: assignmentId,
      courseIds,
      editions: Object.fromEntries(courses.flatMap(({ id, editionId }) => (editionId ? [[id, editionId]] : []))),
      expiresAt: lot.expiresAfterDays === null ? null : new Date(now.getTime() + lot.expiresAfterDays * day),
    });
    if (lot.kind === 'gift') await this.mails.claimed(tx, lot, assignmentId);
    this.facts.record(tx, lot.kind === 'gift' ? 'gift.claimed' : 'seat.accepted', seatFact(lot, assignmentId));
  }

  /** A gift is not used up on somebody whom it gives nothing. */
  private async refuseIfOwned(tx: Tx, personId: string, courseIds: string[]): Promise<void> {
    const owned = await this.enrollments.ownedCourseIds(personId, tx);
    if (courseIds.every((id) => owned.includes(id))) throw nothingNew();
  }

  private async markAccepted(tx: Tx, assignmentId: string, personId: string, now: Date): Promise<void> {
    try {
      await tx.rows('UPDATE seat_assignments SET person_id = $2, accepted_at = $3 WHERE id = $1', [
        assignmentId,
        personId,
        now,
      ]);
    } catch (error) {
      if (isUniqueViolation(error, 'uq_seat_assignments_person')) throw secondSeat();
      throw error;
    }
  }
}
