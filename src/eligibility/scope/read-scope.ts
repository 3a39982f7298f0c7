import { Injectable } from '@nestjs/common';
import { jurisdictions } from '../licences/jurisdictions.js';
import { type ScopeKnown, ScopeQueries, type ScopeRow } from './scope.queries.js';

/** Stands for every place that is not named. */
export const elsewhere = 'other';

export interface AskedScope {
  profession?: string | undefined;
  jurisdiction?: string | undefined;
  product?: string;
}

/** A question about oneself, and the answer once it is whole. */
export interface Scope {
  asked: Omit<AskedScope, 'product'>;
  choices: Omit<ScopeKnown, 'rows'>;
  rows?: ScopeRow[];
}

/** Answers who may do what where; a question that names no known profession is not whole. */
@Injectable()
export class ReadScope {
  constructor(private readonly queries: ScopeQueries) {}

  async execute({ profession, jurisdiction, product }: AskedScope): Promise<Scope> {
    const { rows, ...choices } = await this.queries.read(profession ?? '', jurisdiction ?? '', product);
    const asked = {
      profession: choices.professions.some(({ slug }) => slug === profession) ? profession : undefined,
      jurisdiction: jurisdiction && (jurisdictions.has(jurisdiction) ? jurisdiction : elsewhere),
    };
    return asked.profession && asked.jurisdiction ? { asked, choices, rows } : { asked, choices };
  }
}
