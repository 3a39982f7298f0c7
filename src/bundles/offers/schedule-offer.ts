import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { Clock } from '../../shared/index.js';
import type { Offer } from '../prices/price-history.js';
import { insertOffer } from './insert-offer.js';
import { instantField, notInPast } from './instant-field.js';
import { lockProduct } from './lock-product.js';
import { checkOffer, overlapRefusal } from './offer-rules.js';
import type { NewOffer } from './price.schemas.js';

/** A lower price during `[startsAt, endsAt)`, the same for everybody. */
@Injectable()
export class ScheduleOffer {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly facts: Facts,
  ) {}

  async execute(slug: string, input: NewOffer, personId: string): Promise<Offer> {
    const { name, price, zone, seats } = input;
    const typedStart = instantField('startsAt', input.startsAt, zone);
    const endsAt = instantField('endsAt', input.endsAt, zone);
    let others: readonly Offer[] = [];
    try {
      return await this.db.transaction(async (tx) => {
        const { id, history } = await lockProduct(tx, slug, input.market);
        others = history.offers;
        const startsAt = notInPast('startsAt', typedStart, await this.clock.now(tx));
        checkOffer({ price, startsAt, endsAt }, history);
        return insertOffer(
          tx,
          this.facts,
          { id, market: history.market },
          { name, amount: price.amount, startsAt, endsAt, seats },
          personId,
        );
      });
    } catch (error) {
      if ((error as { constraint?: string }).constraint !== 'ex_offers_one_at_a_time') throw error;
      throw overlapRefusal({ startsAt: typedStart, endsAt }, others);
    }
  }
}
