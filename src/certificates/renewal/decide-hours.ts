import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { discardPaper } from './keep-paper.js';
import { hoursDecided, noHours, ownHours } from './hours.errors.js';

export interface HoursDecision {
  id: string;
  verdict: 'accept' | 'refuse';
  reason: string;
  by: string;
}

/** Accepts or refuses reported hours, once; what their paper says is then deleted. */
@Injectable()
export class DecideHours {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
  ) {}

  /** @throws not_found · own_hours · already_decided */
  async execute({ id, verdict, reason, by }: HoursDecision): Promise<void> {
    await this.db.transaction(async (tx) => {
      const found = await tx.row<{ personId: string; status: string }>(
        'SELECT person_id AS "personId", status FROM education_hours WHERE id = $1 FOR UPDATE',
        [id],
      );
      if (!found) throw noHours();
      if (found.personId === by) throw ownHours();
      if (found.status !== 'reported') throw hoursDecided();
      await tx.rows(
        'UPDATE education_hours SET status = $2, decided_by = $3, decided_at = now(), reason = $4 WHERE id = $1',
        [id, verdict === 'accept' ? 'accepted' : 'refused', by, reason || null],
      );
      await discardPaper(tx, id);
      this.facts.record(tx, 'hours.counted', { personId: found.personId });
    });
  }
}
