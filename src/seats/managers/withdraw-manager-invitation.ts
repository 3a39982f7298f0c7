import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { ClinicQueries } from '../clinics/clinic.queries.js';
import { noManager } from '../seats.errors.js';

/** The link that was sent to a future manager stops working. */
@Injectable()
export class WithdrawManagerInvitation {
  constructor(
    private readonly db: Database,
    private readonly clinics: ClinicQueries,
  ) {}

  /** @throws not_found, also for one that was accepted or withdrawn before */
  async execute({ clinicId, invitationId, by }: { clinicId: string; invitationId: string; by: string }): Promise<void> {
    await this.clinics.managed(clinicId, by);
    const withdrawn = await this.db.row(
      `UPDATE manager_invitations SET ended_at = now(), ended_by = $3
       WHERE id = $1 AND clinic_id = $2 AND accepted_at IS NULL AND ended_at IS NULL RETURNING id`,
      [invitationId, clinicId, by],
    );
    if (!withdrawn) throw noManager();
  }
}
