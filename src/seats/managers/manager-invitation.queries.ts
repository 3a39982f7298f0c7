import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import { sha256 } from '../../shared/index.js';

/** What the link to manage a clinic says. */
export interface ManagerInvitation {
  id: string;
  clinicId: string;
  clinicName: string;
  inviter: string;
  acceptedBy: string | null;
  isWithdrawn: boolean;
}

@Injectable()
export class ManagerInvitationQueries {
  constructor(private readonly db: Database) {}

  byToken(token: string, runner: Runner = this.db): Promise<ManagerInvitation | undefined> {
    return runner.row(
      `SELECT i.id, c.id AS "clinicId", c.name AS "clinicName", p.name AS inviter, i.accepted_by AS "acceptedBy",
         i.ended_at IS NOT NULL AS "isWithdrawn"
       FROM manager_invitations i JOIN clinics c ON c.id = i.clinic_id JOIN people p ON p.id = i.invited_by
       WHERE i.token_hash = $1`,
      [sha256(token)],
    );
  }
}
