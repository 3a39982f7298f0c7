import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { ScopeRule } from './scope.queries.js';

/** Says what a place allows a profession to do. */
@Injectable()
export class ScopeOfPractice {
  constructor(private readonly db: Database) {}

  /** @returns null where nobody reviewed it: never to be taken for allowed */
  async of(profession: string, jurisdiction: string, procedure: string): Promise<ScopeRule | null> {
    const rule = await this.db.row<ScopeRule>(
      `SELECT allowance, source, reviewed_on::text AS "reviewedOn", note FROM scope_rules
       WHERE profession = $1 AND jurisdiction = $2 AND procedure = $3`,
      [profession, jurisdiction, procedure],
    );
    return rule ?? null;
  }
}
