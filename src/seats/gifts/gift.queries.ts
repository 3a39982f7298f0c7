import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { seatStands } from '../lots/standing.js';

/** A gift, as its giver sees it. */
export interface Gift {
  id: string;
  title: string;
  courses: string[];
  /** As the giver typed them. */
  recipient: { name: string; email: string };
  message: string;
  sentAt: Date;
  openedAt: Date | null;
  acceptedAt: Date | null;
  remindedAt: Date | null;
  /** It was paid back. */
  isWithdrawn: boolean;
  isPaused: boolean;
}

const gift = `SELECT a.id, l.title, a.message, a.accepted_at AS "acceptedAt", a.reminded_at AS "remindedAt",
    jsonb_build_object('name', a.name, 'email', a.email) AS recipient, l.suspended <> '{}' AS "isPaused",
    ARRAY(SELECT title FROM seat_lot_courses WHERE lot_id = l.id ORDER BY position) AS courses,
    (SELECT max(sent_at) FROM seat_invitations WHERE assignment_id = a.id AND sent_by IS NOT NULL) AS "sentAt",
    (SELECT max(opened_at) FROM seat_invitations WHERE assignment_id = a.id AND replaced_at IS NULL) AS "openedAt",
    NOT ${seatStands} AS "isWithdrawn"
  FROM seat_lots l JOIN seats s ON s.lot_id = l.id JOIN seat_assignments a ON a.seat_id = s.id
  WHERE l.kind = 'gift' AND l.owner_id = $1`;

@Injectable()
export class GiftQueries {
  constructor(private readonly db: Database) {}

  /** What this person gave, newest first. `after` is the gift last seen. */
  givenBy(personId: string, limit: number, after?: string): Promise<Gift[]> {
    return this.db.rows(`${gift} AND ($3::uuid IS NULL OR a.id < $3) ORDER BY a.id DESC LIMIT $2`, [
      personId,
      limit,
      after ?? null,
    ]);
  }

  one(personId: string, giftId: string): Promise<Gift | undefined> {
    return this.db.row(`${gift} AND a.id = $2`, [personId, giftId]);
  }
}
