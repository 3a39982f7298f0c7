import type { Tx } from '../../database/index.js';
import type { Facts } from '../../jobs/index.js';
import { newId } from '../../shared/index.js';
import type { Market } from '../markets/market.js';
import type { Offer } from '../prices/price-history.js';

/** Writes an offer whose terms were checked. The database refuses a second one in the same time. */
export async function insertOffer(
  tx: Tx,
  facts: Facts,
  product: { id: string; market: Pick<Market, 'name' | 'currency'> },
  terms: Omit<Offer, 'id' | 'extension'>,
  personId: string | null,
): Promise<Offer> {
  const offer = { id: newId(), ...terms };
  await tx.rows(
    `INSERT INTO offers (id, product_id, currency, market, amount, during, name, seats, created_by)
     VALUES ($1, $2, $3, $4, $5, tstzrange($6, $7), $8, $9, $10)`,
    [
      offer.id,
      product.id,
      product.market.currency,
      product.market.name,
      offer.amount,
      offer.startsAt,
      offer.endsAt,
      offer.name,
      offer.seats ?? null,
      personId,
    ],
  );
  facts.record(tx, 'offer.scheduled', { offerId: offer.id, productId: product.id, personId });
  return offer;
}
