import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { isUuid } from '../attempts/lock-attempt.js';
import { noSuchAccommodation } from '../quizzes.errors.js';
import { applyAccommodations } from './apply-accommodation.js';

/** Ends an accommodation; running attempts get the time that applies without it. Ending it twice changes nothing. */
@Injectable()
export class EndAccommodation {
  constructor(private readonly db: Database) {}

  /** @returns how many running attempts it changed */
  execute(id: string, by: string): Promise<{ running: number }> {
    if (!isUuid(id)) throw noSuchAccommodation();
    return this.db.transaction(async (tx) => {
      const ended = await tx.row<{ personId: string; now: boolean }>(
        `WITH ended AS (
           UPDATE accommodations SET ended_at = now(), ended_by = $2 WHERE id = $1 AND ended_at IS NULL RETURNING id
         )
         SELECT person_id AS "personId", EXISTS (SELECT FROM ended) AS now FROM accommodations WHERE id = $1`,
        [id, by],
      );
      if (!ended) throw noSuchAccommodation();
      return { running: ended.now ? await applyAccommodations(tx, ended.personId) : 0 };
    });
  }
}
