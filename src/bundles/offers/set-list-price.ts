import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { Clock, type Money, newId } from '../../shared/index.js';
import { wrongCurrency } from '../bundles.errors.js';
import { instantField, notInPast } from './instant-field.js';
import { lockProduct } from './lock-product.js';
import type { NewListPrice } from './price.schemas.js';

/** Adds a row to the price history of a course or bundle, from now on or from a later instant. */
@Injectable()
export class SetListPrice {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly facts: Facts,
  ) {}

  async execute(
    slug: string,
    input: NewListPrice,
    personId: string,
  ): Promise<{ id: string; price: Money; effectiveAt: Date }> {
    return this.db.transaction(async (tx) => {
      const { id: productId, history } = await lockProduct(tx, slug, input.market);
      if (input.price.currency !== history.currency) throw wrongCurrency('price', history.currency);
      const now = await this.clock.now(tx);
      const effectiveAt = input.effectiveAt
        ? notInPast('effectiveAt', instantField('effectiveAt', input.effectiveAt, input.zone), now)
        : now;
      const id = newId();
      await tx.rows(
        `INSERT INTO list_prices (id, product_id, currency, market, amount, effective_at, source, set_by, reason)
         VALUES ($1, $2, $3, $4, $5, $6, 'admin', $7, $8)`,
        [id, productId, history.currency, history.market.name, input.price.amount, effectiveAt, personId, input.reason],
      );
      this.facts.record(tx, 'price.set', { productId: productId, ...input.price, effectiveAt, personId });
      return { id, price: input.price, effectiveAt };
    });
  }
}
