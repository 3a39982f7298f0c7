import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { ScopeRule } from './scope.queries.js';

/** Says what a place allows a profession to do. */
@Injectable()
export class ScopeOfPractice {
  constructor(private readonly db: Database) {}

  /**
   * @param procedure its slug, or its kind; a rule for the procedure itself counts before one for its kind
   * @returns null where nobody reviewed it: never to be taken for allowed
   */
  async of(profession: string, jurisdiction: string, procedure: string): Promise<ScopeRule | null> {
    const rule = await this.db.row<ScopeRule>(
      `SELECT allowance, source, reviewed_on::text AS "reviewedOn", note FROM scope_rules
       WHERE profession = $1 AND jurisdiction = $2
         AND procedure IN ($3, (SELECT kind FROM procedures WHERE slug = $3))
       ORDER BY procedure <> $3 LIMIT 1`,
      [profession, jurisdiction, procedure],
    );
    return rule ?? null;
  }
}
