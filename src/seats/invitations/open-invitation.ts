import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { EnrollmentQueries } from '../../enrollment/index.js';
import { type Invitation, type InvitationState, stateOf } from './invitation.js';
import { InvitationQueries } from './invitation.queries.js';

/** What a link leads to, for whoever looks. */
export interface OpenedInvitation extends Invitation {
  state: InvitationState;
  /** Courses of it that this person has already. */
  ownedIds: string[];
}

/** Somebody follows the link of a mail. That it was opened is kept once: the giver is told so. */
@Injectable()
export class OpenInvitation {
  constructor(
    private readonly db: Database,
    private readonly invitations: InvitationQueries,
    private readonly enrollments: EnrollmentQueries,
  ) {}

  /** @throws not_found for a link that never was */
  async execute(token: string, personId: string | null): Promise<OpenedInvitation> {
    const invitation = await this.invitations.byToken(token);
    const state = stateOf(invitation, personId);
    if (state === 'open') {
      await this.db.rows('UPDATE seat_invitations SET opened_at = now() WHERE id = $1 AND opened_at IS NULL', [
        invitation.id,
      ]);
    }
    const owned = personId ? await this.enrollments.ownedCourseIds(personId) : [];
    const ownedIds = invitation.courses.map(({ id }) => id).filter((id) => owned.includes(id));
    return { ...invitation, state, ownedIds };
  }
}
