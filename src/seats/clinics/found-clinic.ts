import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import { tooManyClinics } from '../seats.errors.js';
import type { Clinic } from './clinic.queries.js';

/** So many clinics does one person set up in a day. */
const perDay = 20;

/** Somebody sets up a clinic and manages it. */
@Injectable()
export class FoundClinic {
  constructor(private readonly db: Database) {}

  /** @throws too_many_clinics */
  execute(founding: { name: string; by: string }): Promise<Clinic> {
    return this.db.transaction((tx) => this.found(tx, founding));
  }

  /** In an open transaction: a clinic is founded together with its first order. */
  async found(tx: Tx, { name, by }: { name: string; by: string }): Promise<Clinic> {
    const today = await tx.row<{ count: number }>(
      `SELECT count(*) FROM clinics WHERE created_by = $1 AND created_at > now() - interval '1 day'`,
      [by],
    );
    if (today!.count >= perDay) throw tooManyClinics(perDay);
    const id = newId();
    await tx.rows('INSERT INTO clinics (id, name, created_by) VALUES ($1, $2, $3)', [id, name, by]);
    await tx.rows('INSERT INTO clinic_managers (id, clinic_id, person_id, added_by) VALUES ($1, $2, $3, $3)', [
      newId(),
      id,
      by,
    ]);
    return { id, name };
  }
}
