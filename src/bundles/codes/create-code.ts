import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation, type Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { formatMoney, invalidField, newId } from '../../shared/index.js';
import { codeTaken, noMarket, refused, wrongCurrency } from '../bundles.errors.js';
import { MarketQueries } from '../markets/market.queries.js';
import { instantField } from '../offers/instant-field.js';
import type { NewCode } from './code.schemas.js';

/** Gives a code out. Its terms never change: to change one, withdraw it and give out another. */
@Injectable()
export class CreateCode {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
    private readonly markets: MarketQueries,
  ) {}

  /** @throws code_taken, code_worth, code_ends_before_start, product_unknown, market_unknown, currency_unknown */
  async execute(input: NewCode, personId: string): Promise<{ id: string }> {
    const startsAt = instantField('startsAt', input.startsAt, input.zone);
    const endsAt = instantField('endsAt', input.endsAt, input.zone);
    if (endsAt <= startsAt) throw refused('code_ends_before_start', 'endsAt', 'The code must end after it starts.');
    if ((input.percent === undefined) === (input.off.length === 0)) {
      throw refused('code_worth', 'percent', 'Enter either a percentage or a sum off.');
    }
    const id = newId();
    try {
      await this.db.transaction(async (tx) => {
        await this.checkSums(tx, input);
        await tx.rows(
          `INSERT INTO codes (id, code, percent, note, during, total_limit, person_limit, with_offers, every_product, created_by)
           VALUES ($1, $2, $3, $4, tstzrange($5, $6), $7, $8, $9, $10, $11)`,
          [
            ...[id, input.code, input.percent ?? null, input.note, startsAt, endsAt],
            ...[input.totalLimit ?? null, input.personLimit ?? null, input.withOffers, input.products.length === 0],
            personId,
          ],
        );
        await place(tx, id, input);
        this.facts.record(tx, 'code.created', { codeId: id, code: input.code, personId });
      });
    } catch (error) {
      if (isUniqueViolation(error, 'uq_codes_code') || isUniqueViolation(error, 'uq_codes_key')) throw codeTaken();
      throw error;
    }
    return { id };
  }

  private async checkSums(tx: Tx, { off }: NewCode): Promise<void> {
    const markets = await this.markets.all(tx);
    for (const { market, off: sum } of off) {
      const known = markets.find(({ name }) => name === market);
      if (!known) throw noMarket();
      if (sum.currency !== known.currency) throw wrongCurrency(`off.${market}`, known.currency);
      if (sum.amount <= 0)
        throw invalidField(`off.${market}`, `Enter more than ${formatMoney({ ...sum, amount: 0 })}.`);
    }
    if (new Set(off.map(({ market }) => market)).size < off.length)
      throw refused('code_worth', 'off', 'One sum per market.');
  }
}

/** What it takes off where, and what it is for. */
async function place(tx: Tx, id: string, { off, products }: NewCode): Promise<void> {
  await tx.rows(
    'INSERT INTO code_amounts (code_id, market, amount) SELECT $1, * FROM unnest($2::text[], $3::bigint[])',
    [id, off.map(({ market }) => market), off.map(({ off: sum }) => sum.amount)],
  );
  const placed = await tx.rows<{ slug: string }>(
    `WITH meant AS (SELECT id, slug FROM products WHERE slug = ANY($2)),
     placed AS (INSERT INTO code_products (code_id, product_id) SELECT $1, id FROM meant)
     SELECT slug FROM meant`,
    [id, products],
  );
  const unknown = products.find((slug) => !placed.some((each) => each.slug === slug));
  if (unknown !== undefined) throw invalidField('products', `There is no product “${unknown}”.`, 'product_unknown');
}
