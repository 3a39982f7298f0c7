import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { notFound } from '../../shared/index.js';
import { offerBegun } from '../bundles.errors.js';

/** Calls an offer off before it begins. Nobody was ever shown its price; the row stays on record. */
@Injectable()
export class CancelOffer {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
  ) {}

  async execute(offerId: string, personId: string): Promise<{ product: string }> {
    return this.db.transaction(async (tx) => {
      const offer = await tx.row<{ product: string; productId: string; cancelled: boolean; begun: boolean }>(
        `SELECT p.slug AS product, p.id AS "productId", o.cancelled_at IS NOT NULL AS cancelled,
           lower(o.during) <= clock_timestamp() AS begun
         FROM offers o JOIN products p ON p.id = o.product_id WHERE o.id = $1 FOR UPDATE OF o`,
        [offerId],
      );
      if (!offer) throw notFound('offer');
      if (offer.cancelled) return { product: offer.product };
      if (offer.begun) throw offerBegun();
      await tx
        .rows('UPDATE offers SET cancelled_at = now(), cancelled_by = $2 WHERE id = $1', [offerId, personId])
        .catch(
          // It began between the two statements: the database's clock decides.
          (error: Error & { constraint?: string }) => {
            throw error.constraint === 'tg_offers_begun' ? offerBegun() : error;
          },
        );
      this.facts.record(tx, 'offer.cancelled', { offerId, productId: offer.productId, personId });
      return { product: offer.product };
    });
  }
}
