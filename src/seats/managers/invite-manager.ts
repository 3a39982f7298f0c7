import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation, type Tx } from '../../database/index.js';
import { newId, randomToken, sha256 } from '../../shared/index.js';
import { ClinicQueries } from '../clinics/clinic.queries.js';
import { SeatMails } from '../seat.mails.js';
import { alreadyManages, invitedBefore, tooManyMails, unconfirmed } from '../seats.errors.js';

const mailsPerDay = 20;

/** A manager asks somebody to manage the clinic with them. */
@Injectable()
export class InviteManager {
  constructor(
    private readonly db: Database,
    private readonly clinics: ClinicQueries,
    private readonly mails: SeatMails,
  ) {}

  /** `confirmed`: whether the manager has shown that their own address is theirs: strangers get no mail from nobody.
   * @throws not_found, unconfirmed, already_manages, invited_before, too_many_mails */
  async execute(asked: { clinicId: string; by: string; confirmed: boolean; email: string }): Promise<void> {
    const { clinicId, by, confirmed, email } = asked;
    await this.db.transaction(async (tx) => {
      const clinic = await this.clinics.managed(clinicId, by, tx);
      if (!confirmed) throw unconfirmed('email');
      await refuseManager(tx, clinicId, email);
      await refuseFlood(tx, clinicId);
      const token = randomToken();
      const id = await insertInvitation(tx, { clinicId, by, email, token });
      await this.mails.management(tx, clinic, { id, email, token, by });
    });
  }
}

async function refuseManager(tx: Tx, clinicId: string, email: string): Promise<void> {
  const manages = await tx.row(
    `SELECT FROM clinic_managers m JOIN people p ON p.id = m.person_id
     WHERE m.clinic_id = $1 AND m.ended_at IS NULL AND lower(p.email) = lower($2)`,
    [clinicId, email],
  );
  if (manages) throw alreadyManages('email');
}

async function refuseFlood(tx: Tx, clinicId: string): Promise<void> {
  const sent = await tx.row<{ count: number }>(
    `SELECT count(*) FROM manager_invitations WHERE clinic_id = $1 AND invited_at > now() - interval '1 day'`,
    [clinicId],
  );
  if (sent!.count >= mailsPerDay) throw tooManyMails(mailsPerDay);
}

async function insertInvitation(
  tx: Tx,
  { clinicId, by, email, token }: { clinicId: string; by: string; email: string; token: string },
): Promise<string> {
  const id = newId();
  try {
    await tx.rows(
      'INSERT INTO manager_invitations (id, clinic_id, email, token_hash, invited_by) VALUES ($1, $2, $3, $4, $5)',
      [id, clinicId, email, sha256(token), by],
    );
    return id;
  } catch (error) {
    if (isUniqueViolation(error, 'uq_manager_invitations_open')) throw invitedBefore('email');
    throw error;
  }
}
