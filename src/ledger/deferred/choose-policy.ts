import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { newId } from '../../shared/index.js';
import type { LifetimePolicy } from './recognition-policies.js';

/** Chooses how lifetime access is earned that is sold from now on. What was sold keeps its own. */
@Injectable()
export class ChoosePolicy {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
  ) {}

  async execute({ policy, days, note, by }: LifetimePolicy & { note: string; by: string }): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.rows(
        'INSERT INTO recognition_policies (id, lifetime, days, note, chosen_by) VALUES ($1, $2, $3, $4, $5)',
        [newId(), policy, days, note, by],
      );
      this.facts.record(tx, 'recognition-policy.chosen', { policy, personId: by });
    });
  }
}
