import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { newId, notFound } from '../../shared/index.js';

/** A clinic one manages, or the name of one to be founded. */
export type ClinicWish = { id: string } | { name: string };

/** Finds the clinic that seats are bought for. A new name founds it, managed by who buys; the same name again is the same clinic. */
@Injectable()
export class ClinicForPurchase {
  constructor(private readonly db: Database) {}

  /** @throws not_found for a clinic that is not managed by this person */
  execute(personId: string, wish: ClinicWish): Promise<string> {
    return 'id' in wish ? this.managed(personId, wish.id) : this.named(personId, wish.name);
  }

  private async managed(personId: string, id: string): Promise<string> {
    const clinic = await this.db.row(
      'SELECT FROM clinic_managers WHERE clinic_id = $1 AND person_id = $2 AND ended_at IS NULL',
      [id, personId],
    );
    if (!clinic) throw notFound('clinic');
    return id;
  }

  private named(personId: string, name: string): Promise<string> {
    return this.db.transaction(async (tx) => {
      // Two tabs found one clinic.
      await tx.lock(`clinics:${personId}`);
      const known = await tx.row<{ id: string }>(
        `SELECT c.id FROM clinics c JOIN clinic_managers m ON m.clinic_id = c.id
         WHERE m.person_id = $1 AND m.ended_at IS NULL AND lower(c.name) = lower($2) ORDER BY c.id LIMIT 1`,
        [personId, name],
      );
      if (known) return known.id;
      const id = newId();
      await tx.rows('INSERT INTO clinics (id, name, created_by) VALUES ($1, $2, $3)', [id, name, personId]);
      await tx.rows('INSERT INTO clinic_managers (id, clinic_id, person_id, added_by) VALUES ($1, $2, $3, $3)', [
        newId(),
        id,
        personId,
      ]);
      return id;
    });
  }
}
