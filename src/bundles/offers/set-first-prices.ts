import type { Tx } from '../../database/index.js';
import type { Facts } from '../../jobs/index.js';
import { type Money, newId } from '../../shared/index.js';
import { defaultMarket } from '../markets/market.js';

export interface FirstPrice {
  slug: string;
  listPrice: Money;
}

/** Gives each product that never had a list price its first one, from now on. */
export async function setFirstPrices(tx: Tx, facts: Facts, prices: readonly FirstPrice[]): Promise<void> {
  const set = await tx.rows<{ productId: string; amount: number; currency: string; effectiveAt: Date }>(
    `INSERT INTO list_prices (id, product_id, currency, market, amount, effective_at, source, reason)
     SELECT given.id, p.id, given.currency, $5, given.amount, date_trunc('milliseconds', now()), 'content',
       'First list price, from the content'
     FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[]) AS given (id, slug, amount, currency)
     JOIN products p ON p.slug = given.slug
     WHERE NOT EXISTS (SELECT 1 FROM list_prices old WHERE old.product_id = p.id)
     RETURNING product_id AS "productId", amount, currency, effective_at AS "effectiveAt"`,
    [
      prices.map(() => newId()),
      prices.map((price) => price.slug),
      prices.map((price) => price.listPrice.amount),
      prices.map((price) => price.listPrice.currency),
      defaultMarket,
    ],
  );
  for (const price of set) facts.record(tx, 'price.set', price);
}
