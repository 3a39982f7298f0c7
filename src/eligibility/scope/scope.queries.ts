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

export interface ScopeChoices {
  professions: Profession[];
  /** Codes of the places of which anything was reviewed. */
  jurisdictions: string[];
}

@Injectable()
export class ScopeQueries {
  constructor(private readonly db: Database) {}

  /** Every procedure of which anything is known anywhere, and what holds here. */
  rows(profession: string, jurisdiction: string): Promise<ScopeRow[]> {
    return this.db.rows<ScopeRow>(
      `SELECT p.procedure, CASE WHEN r.procedure IS NOT NULL THEN json_build_object('allowance', r.allowance,
         'source', r.source, 'reviewedOn', r.reviewed_on, 'note', r.note) END AS rule
       FROM (SELECT DISTINCT procedure FROM scope_rules) p
       LEFT JOIN scope_rules r ON r.procedure = p.procedure AND r.profession = $1 AND r.jurisdiction = $2
       ORDER BY p.procedure`,
      [profession, jurisdiction],
    );
  }

  async choices(): Promise<ScopeChoices> {
    const [professions, places] = await Promise.all([
      this.db.rows<Profession>('SELECT slug, title FROM professions ORDER BY position, slug'),
      this.db.rows<{ code: string }>('SELECT DISTINCT jurisdiction AS code FROM scope_rules'),
    ]);
    return { professions, jurisdictions: places.map(({ code }) => code) };
  }

  async isLicensed(product: string): Promise<boolean> {
    return (await this.db.row('SELECT 1 FROM licensed_products WHERE product_slug = $1', [product])) !== undefined;
  }
}
