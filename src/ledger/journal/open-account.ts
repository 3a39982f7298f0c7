import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import type { Account } from './account.queries.js';
import { accountTaken } from './journal.errors.js';

/** Adds an account to the chart. Accounts are never taken away. */
@Injectable()
export class OpenAccount {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
  ) {}

  async execute({ code, name, kind, by }: Account & { by: string }): Promise<void> {
    try {
      await this.db.transaction(async (tx) => {
        await tx.rows('INSERT INTO accounts (code, name, kind, opened_by) VALUES ($1, $2, $3, $4)', [
          code,
          name,
          kind,
          by,
        ]);
        this.facts.record(tx, 'account.opened', { code, personId: by });
      });
    } catch (error) {
      throw isUniqueViolation(error) ? accountTaken() : error;
    }
  }
}
