import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { ClinicQueries } from '../clinics/clinic.queries.js';
import { lastManager, noManager } from '../seats.errors.js';

/** A manager leaves, or is removed by another one. */
@Injectable()
export class EndManagement {
  constructor(
    private readonly db: Database,
    private readonly clinics: ClinicQueries,
  ) {}

  /** @throws not_found, last_manager */
  async execute({ clinicId, personId, by }: { clinicId: string; personId: string; by: string }): Promise<void> {
    await this.db.transaction(async (tx) => {
      // Two managers who leave together would each still see the other one.
      await tx.rows('SELECT id FROM clinics WHERE id = $1 FOR UPDATE', [clinicId]);
      await this.clinics.managed(clinicId, by, tx);
      const managers = await tx.rows<{ personId: string }>(
        'SELECT person_id AS "personId" FROM clinic_managers WHERE clinic_id = $1 AND ended_at IS NULL',
        [clinicId],
      );
      if (!managers.some((each) => each.personId === personId)) throw noManager();
      if (managers.length === 1) throw lastManager();
      await tx.rows(
        `UPDATE clinic_managers SET ended_at = now(), ended_by = $3
         WHERE clinic_id = $1 AND person_id = $2 AND ended_at IS NULL`,
        [clinicId, personId, by],
      );
    });
  }
}
