import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import { money } from '../../shared/index.js';
import type { Code } from './code.js';
import { codeKey } from './code-key.js';

interface CodeRow extends Omit<Code, 'off'> {
  currency: string;
  amount: number | null;
}

@Injectable()
export class CodeQueries {
  constructor(private readonly db: Database) {}

  /** A code as somebody typed it, as it stands for this person in this market. */
  async typed(
    typed: string,
    market: string,
    personId: string | undefined,
    runner: Runner = this.db,
  ): Promise<Code | undefined> {
    const row = await runner.row<CodeRow>(
      `SELECT c.id, c.code, c.percent, lower(c.during) AS "startsAt", upper(c.during) AS "endsAt",
         c.withdrawn_at IS NOT NULL AS withdrawn, c.total_limit AS "totalLimit", c.person_limit AS "personLimit",
         CASE WHEN c.total_limit IS NULL THEN 0 ELSE (
           SELECT count(*) FROM code_claims u WHERE u.code_id = c.id AND u.released_at IS NULL
             AND (u.kept_at IS NOT NULL OR u.person_id IS DISTINCT FROM $3)) END AS used,
         (SELECT count(*) FROM code_claims u
          WHERE u.code_id = c.id AND u.person_id = $3 AND u.kept_at IS NOT NULL) AS "usedByPerson",
         c.every_product AS "everyProduct", c.with_offers AS "withOffers",
         ARRAY(SELECT p.product_id FROM code_products p WHERE p.code_id = c.id) AS "productIds",
         m.currency, a.amount
       FROM codes c CROSS JOIN markets m LEFT JOIN code_amounts a ON a.code_id = c.id AND a.market = m.name
       WHERE c.key = $1 AND m.name = $2`,
      [codeKey(typed), market, personId ?? null],
    );
    if (!row) return undefined;
    const { currency, amount, ...rest } = row;
    return { ...rest, off: amount === null ? null : money(amount, currency) };
  }
}
