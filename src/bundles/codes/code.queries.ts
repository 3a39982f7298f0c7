import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import { type Code, normalCode } from './code.js';

@Injectable()
export class CodeQueries {
  constructor(private readonly db: Database) {}

  /** The code as typed, with what it is worth in a market and how often it was used. */
  byText(typed: string, market: string, personId: string | null, runner: Runner = this.db): Promise<Code | undefined> {
    return runner.row<Code>(
      `SELECT c.id, c.code, c.percent, a.amount, lower(c.during) AS "startsAt", upper(c.during) AS "endsAt",
         c.total_limit AS "totalLimit", c.person_limit AS "personLimit", c.with_offers AS "withOffers",
         c.every_product AS "everyProduct", c.withdrawn_at IS NOT NULL AS withdrawn,
         ARRAY(SELECT p.product_id FROM code_products p WHERE p.code_id = c.id) AS "productIds",
         (SELECT count(*)::int FROM code_claims u WHERE u.code_id = c.id AND u.released_at IS NULL) AS used,
         (SELECT count(*)::int FROM code_claims u
          WHERE u.code_id = c.id AND u.released_at IS NULL AND u.person_id = $3) AS "usedByPerson"
       FROM codes c LEFT JOIN code_amounts a ON a.code_id = c.id AND a.market = $2
       WHERE c.code = $1`,
      [normalCode(typed), market, personId],
    );
  }
}
