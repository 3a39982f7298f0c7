import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { Clock } from '../../shared/index.js';
import { offerEnded } from '../bundles.errors.js';
import type { Offer } from '../prices/price-history.js';
import { checkExtension } from './extension-rules.js';
import { instantField } from './instant-field.js';
import { lockOffer } from './lock-offer.js';
import type { Extension } from './price.schemas.js';

/** Lets an offer end later than it said: once, before it ends, with a reason that everybody can read. */
@Injectable()
export class ExtendOffer {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly facts: Facts,
  ) {}

  async execute(offerId: string, input: Extension, personId: string): Promise<Offer & { currency: string }> {
    const endsAt = instantField('endsAt', input.endsAt, input.zone);
    const { reason } = input;
    try {
      return await this.db.transaction(async (tx) => {
        const locked = await lockOffer(tx, offerId);
        const { endsAt: oldEndsAt } = locked.offer;
        checkExtension(locked, endsAt, await this.clock.now(tx));
        await tx.rows(
          `INSERT INTO offer_extensions (offer_id, old_ends_at, new_ends_at, reason, extended_by) VALUES ($1, $2, $3, $4, $5)`,
          [offerId, oldEndsAt, endsAt, reason, personId],
        );
        this.facts.record(tx, 'offer.extended', { offerId, productId: locked.product.id, oldEndsAt, endsAt, personId });
        return { ...locked.offer, endsAt, extension: { oldEndsAt, reason } };
      });
    } catch (error) {
      // It ended between the check and the commit: the database's clock decides.
      if ((error as { constraint?: string }).constraint === 'tg_offer_extensions_in_time') throw offerEnded();
      throw error;
    }
  }
}
