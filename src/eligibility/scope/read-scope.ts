import { Injectable } from '@nestjs/common';
import { jurisdictions } from '../licences/jurisdictions.js';
import { type ScopeChoices, ScopeQueries, type ScopeRow } from './scope.queries.js';

/** Stands for every place that is not named. */
export const elsewhere = 'other';

export interface AskedScope {
  profession?: string | undefined;
  jurisdiction?: string | undefined;
}

/** A question about oneself, and the answer once it is whole. */
export interface Scope {
  asked: AskedScope;
  choices: ScopeChoices;
  rows?: ScopeRow[];
}

/** Answers who may do what where; a question that names no known profession is not whole. */
@Injectable()
export class ReadScope {
  constructor(private readonly queries: ScopeQueries) {}

  async execute({ profession, jurisdiction }: AskedScope): Promise<Scope> {
    const choices = await this.queries.choices();
    const asked = {
      profession: choices.professions.some(({ slug }) => slug === profession) ? profession : undefined,
      jurisdiction: jurisdiction && (jurisdictions.has(jurisdiction) ? jurisdiction : elsewhere),
    };
    if (!asked.profession || !asked.jurisdiction) return { asked, choices };
    return { asked, choices, rows: await this.queries.rows(asked.profession, asked.jurisdiction) };
  }
}
