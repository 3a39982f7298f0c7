import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import { managementGone, noManagement } from '../seats.errors.js';
import { type ManagerInvitation, ManagerInvitationQueries } from './manager-invitation.queries.js';

/** Somebody who was asked becomes a manager of the clinic. */
@Injectable()
export class AcceptManagement {
  constructor(
    private readonly db: Database,
    private readonly invitations: ManagerInvitationQueries,
  ) {}

  /** Accepting again changes nothing. @throws not_found, link_gone */
  execute(personId: string, token: string): Promise<ManagerInvitation> {
    return this.db.transaction(async (tx) => {
      const found = await this.invitations.byToken(token, tx);
      if (!found) throw noManagement();
      if (found.acceptedBy === personId) return found;
      const taken = await tx.row(
        `UPDATE manager_invitations SET accepted_at = now(), accepted_by = $2
         WHERE id = $1 AND accepted_at IS NULL AND ended_at IS NULL RETURNING id`,
        [found.id, personId],
      );
      if (!taken) throw managementGone();
      await tx.rows(
        `INSERT INTO clinic_managers (id, clinic_id, person_id, added_by)
         SELECT $1, clinic_id, $2, invited_by FROM manager_invitations WHERE id = $3 ON CONFLICT DO NOTHING`,
        [newId(), personId, found.id],
      );
      return found;
    });
  }
}
