import { Injectable } from '@nestjs/common';
import { type Quote, type SaleTerms, SaleTermsQueries } from '../../bundles/index.js';
import { Database, type Runner } from '../../database/index.js';
import type { PromisedEdition } from './checkout-promise.js';

/** What a promise is made of: the terms of each line, and the editions that are current. */
@Injectable()
export class PromiseQueries {
  constructor(
    private readonly db: Database,
    private readonly saleTerms: SaleTermsQueries,
  ) {}

  async of(quote: Quote, runner: Runner = this.db): Promise<{ terms: SaleTerms[]; editions: PromisedEdition[] }> {
    const known = await this.saleTerms.of(
      quote.lines.map(({ product }) => product.id),
      quote.market,
      runner,
    );
    const editions = await runner.rows<PromisedEdition>(
      `SELECT c.id AS "courseId", e.id AS "editionId", e.title, e.number
       FROM unnest($1::uuid[]) WITH ORDINALITY AS w (id, place)
       JOIN courses c ON c.id = w.id JOIN editions e ON e.id = c.current_edition_id ORDER BY w.place`,
      [quote.lines.flatMap(({ courses }) => courses.map(({ id }) => id))],
    );
    return { terms: quote.lines.map(({ product }) => known.get(product.id)!), editions };
  }
}
