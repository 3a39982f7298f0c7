import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { Profession } from '../professions/profession.queries.js';
import type { Allowance } from './scope-content.js';

/** What a place allows a profession to do. */
export interface ScopeRule {
  allowance: Allowance;
  source: string;
  /** YYYY-MM-DD */
  reviewedOn: string;
  note: string;
}

/** One procedure; `rule` is null where nobody reviewed what holds, which is never the same as allowed. */
export interface ScopeRow {
  procedure: string;
  rule: ScopeRule | null;
}

export interface ScopeKnown {
  professions: Profession[];
  /** Codes of the places of which anything was reviewed. */
  jurisdictions: string[];
  /** Whether the product that was named needs a licence. */
  isLicensed: boolean;
  rows: ScopeRow[];
}

@Injectable()
export class ScopeQueries {
  constructor(private readonly db: Database) {}

  /** What can be chosen, and every procedure of which anything is known anywhere with what holds here. */
  async read(profession: string, jurisdiction: string, product = ''): Promise<ScopeKnown> {
    const known = await this.db.row<ScopeKnown>(
      `SELECT
         ARRAY(SELECT json_build_object('slug', slug, 'title', title) FROM professions ORDER BY position, slug) AS professions,
         ARRAY(SELECT DISTINCT jurisdiction FROM scope_rules) AS jurisdictions,
         EXISTS (SELECT FROM licensed_products WHERE product_slug = $3) AS "isLicensed",
         ARRAY(SELECT json_build_object('procedure', p.procedure, 'rule',
             CASE WHEN r.procedure IS NOT NULL THEN json_build_object('allowance', r.allowance, 'source', r.source,
               'reviewedOn', r.reviewed_on, 'note', r.note) END)
           FROM (SELECT DISTINCT procedure FROM scope_rules) p
           LEFT JOIN scope_rules r ON r.procedure = p.procedure AND r.profession = $1 AND r.jurisdiction = $2
           ORDER BY p.procedure) AS rows`,
      [profession, jurisdiction, product],
    );
    return known!;
  }
}
