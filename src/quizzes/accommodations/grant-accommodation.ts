import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import { notForYourself, noSuchPerson } from '../quizzes.errors.js';
import { applyAccommodations } from './apply-accommodation.js';

export interface AccommodationToGrant {
  /** The person it is for, by e-mail. */
  email: string;
  /** A quiz by its id; null for all of them. */
  quizId: string | null;
  multiplier: number;
  extraMinutes: number;
  breakMinutes: number;
  reason: string;
  by: string;
}

/** Grants more time or breaks. It takes the place of an earlier one of the same reach, and reaches running attempts. */
@Injectable()
export class GrantAccommodation {
  constructor(private readonly db: Database) {}

  /** @returns its id, and how many running attempts it changed */
  execute(grant: AccommodationToGrant): Promise<{ id: string; running: number }> {
    return this.db.transaction(async (tx) => {
      const person = await tx.row<{ id: string }>('SELECT id FROM people WHERE lower(email) = lower($1)', [
        grant.email,
      ]);
      if (!person) throw noSuchPerson();
      if (person.id === grant.by) throw notForYourself();
      await tx.lock(`accommodations:${person.id}`);
      await tx.rows(
        `UPDATE accommodations SET ended_at = now(), ended_by = $3
         WHERE person_id = $1 AND quiz_id IS NOT DISTINCT FROM $2 AND ended_at IS NULL`,
        [person.id, grant.quizId, grant.by],
      );
      const id = newId();
      await tx.rows(
        `INSERT INTO accommodations (id, person_id, quiz_id, multiplier, extra_minutes, break_minutes, reason, granted_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          ...[id, person.id, grant.quizId, grant.multiplier, grant.extraMinutes],
          ...[grant.breakMinutes, grant.reason, grant.by],
        ],
      );
      return { id, running: await applyAccommodations(tx, person.id) };
    });
  }
}
