import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import { sha256 } from '../../shared/index.js';
import { coursesOfSeat } from '../lots/standing.js';
import { noInvitation } from '../seats.errors.js';
import type { Invitation } from './invitation.js';

@Injectable()
export class InvitationQueries {
  constructor(private readonly db: Database) {}

  /** @throws not_found for a link that never was */
  async byToken(token: string, runner: Runner = this.db): Promise<Invitation> {
    const found = await runner.row<Invitation>(
      `SELECT i.id, a.id AS "assignmentId", s.id AS "seatId", l.id AS "lotId", l.kind, l.title,
         coalesce(c.name, p.name) AS giver, a.message, l.expires_after_days AS "expiresAfterDays",
         l.suspended <> '{}' AS "isPaused", i.replaced_at IS NOT NULL AS "isReplaced",
         a.person_id AS "acceptedBy", a.ended_reason AS "endedReason",
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', sc.course_id, 'title', sc.title, 'slug',
             (SELECT slug FROM courses WHERE id = sc.course_id)) ORDER BY sc.position) FROM ${coursesOfSeat}), '[]') AS courses
       FROM seat_invitations i JOIN seat_assignments a ON a.id = i.assignment_id JOIN seats s ON s.id = a.seat_id
       JOIN seat_lots l ON l.id = s.lot_id JOIN people p ON p.id = l.owner_id LEFT JOIN clinics c ON c.id = l.clinic_id
       WHERE i.token_hash = $1`,
      [sha256(token)],
    );
    if (!found) throw noInvitation();
    return found;
  }
}
