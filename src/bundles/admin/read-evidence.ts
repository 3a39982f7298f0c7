import { Injectable } from '@nestjs/common';
import { notFound } from '../../shared/index.js';
import { ProductQueries } from '../products/product.queries.js';
import { type Evidence, evidenceOf } from './evidence.js';
import { SalesFigures } from './figures.js';
import { PricingQueries } from './pricing.queries.js';

/** Puts together what is known of an offer. Reads only. @throws not_found */
@Injectable()
export class ReadEvidence {
  constructor(
    private readonly pricing: PricingQueries,
    private readonly products: ProductQueries,
    private readonly sales: SalesFigures,
  ) {}

  async execute(offerId: string): Promise<Evidence> {
    const product = await this.pricing.ofOffer(offerId);
    const offer = product?.offers.find((each) => each.id === offerId);
    if (!product || !offer) throw notFound('offer');
    const [found, sales, claims] = await Promise.all([
      this.products.withParts([product.slug], undefined, product.market.name),
      this.sales.underOffer(offerId),
      this.pricing.claimsOf(offerId),
    ]);
    const { history } = found.find((each) => each.id === product.id)!;
    return evidenceOf(product, offer, history, { sales, claims });
  }
}
