import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { defaultMarket, type Market, marketJson } from '../markets/market.js';
import type { OfferClaims } from './evidence.js';
import type { Offer } from '../prices/price-history.js';
import type { ProductKind, ProductStatus } from '../products/product.js';

/** One list price as it was recorded. */
export interface PriceRow {
  id: string;
  market: string;
  currency: string;
  amount: number;
  effectiveAt: Date;
  recordedAt: Date;
  source: 'admin' | 'content' | 'demo';
  setBy: string | null;
  reason: string;
  /** Until it begins a price can be taken back. */
  withdrawal: { at: Date; by: string; reason: string } | null;
}

/** One offer as it was scheduled, with what became of it. */
export interface OfferRow extends Offer {
  market: string;
  currency: string;
  createdBy: string | null;
  createdAt: Date;
  cancelledAt: Date | null;
  cancelledBy: string | null;
  extendedBy: string | null;
  extendedAt: Date | null;
}

/** All prices of one product in one market. `now` is the database's, at which the rows were read. */
export interface ProductPricing {
  id: string;
  kind: ProductKind;
  slug: string;
  title: string;
  status: ProductStatus;
  market: Market;
  now: Date;
  /** Newest first. */
  prices: PriceRow[];
  /** The latest first. */
  offers: OfferRow[];
}

type Json<T> = { [Key in keyof T]: T[Key] extends Date | null ? string | Extract<T[Key], null> : T[Key] };
type PriceJson = Json<Omit<PriceRow, 'withdrawal'>> & { withdrawal: Json<NonNullable<PriceRow['withdrawal']>> | null };
type OfferJson = Json<Omit<OfferRow, 'seats' | 'extension'>> & {
  seats: number | null;
  oldEndsAt: string | null;
  extendedBecause: string | null;
};

@Injectable()
export class PricingQueries {
  constructor(private readonly db: Database) {}

  /** Of all courses and bundles, in the order of the catalogue. */
  all(market = defaultMarket): Promise<ProductPricing[]> {
    return this.read('m.name = $1', [market]);
  }

  async ofProduct(slug: string, market = defaultMarket): Promise<ProductPricing | undefined> {
    return (await this.read('p.slug = $1 AND m.name = $2', [slug, market]))[0];
  }

  async ofOffer(id: string): Promise<ProductPricing | undefined> {
    return (await this.read('(p.id, m.name) = (SELECT product_id, market FROM offers WHERE id = $1)', [id]))[0];
  }

  async ofPrice(id: string): Promise<ProductPricing | undefined> {
    return (await this.read('(p.id, m.name) = (SELECT product_id, market FROM list_prices WHERE id = $1)', [id]))[0];
  }

  async claimsOf(offerId: string): Promise<OfferClaims> {
    const claims = await this.db.row<OfferClaims>(
      `SELECT coalesce(sum(quantity) FILTER (WHERE kept_at IS NULL AND released_at IS NULL), 0)::int AS held,
         coalesce(sum(quantity) FILTER (WHERE kept_at IS NOT NULL), 0)::int AS kept,
         coalesce(sum(quantity) FILTER (WHERE released_at IS NOT NULL), 0)::int AS released
       FROM offer_claims WHERE offer_id = $1`,
      [offerId],
    );
    return claims!;
  }

  private async read(where: string, parameters: string[]): Promise<ProductPricing[]> {
    const rows = await this.db.rows<
      Omit<ProductPricing, 'prices' | 'offers'> & { prices: PriceJson[]; offers: OfferJson[] }
    >(
      `SELECT p.id, p.kind, p.slug, p.title, p.status, ${marketJson} AS market, date_trunc('milliseconds', now()) AS now,
         (SELECT coalesce(json_agg(json_build_object('id', l.id, 'market', l.market, 'currency', l.currency, 'amount', l.amount,
            'effectiveAt', l.effective_at, 'recordedAt', l.recorded_at, 'source', l.source, 'setBy', setter.name, 'reason', l.reason,
            'withdrawal', CASE WHEN w.list_price_id IS NOT NULL THEN json_build_object(
              'at', w.withdrawn_at, 'by', withdrawer.name, 'reason', w.reason) END)
            ORDER BY l.effective_at DESC, l.recorded_at DESC, l.id DESC), '[]')
          FROM list_prices l LEFT JOIN people setter ON setter.id = l.set_by
          LEFT JOIN list_price_withdrawals w ON w.list_price_id = l.id
          LEFT JOIN people withdrawer ON withdrawer.id = w.withdrawn_by
          WHERE l.product_id = p.id AND l.market = m.name) AS prices,
         (SELECT coalesce(json_agg(json_build_object('id', o.id, 'market', o.market, 'currency', o.currency, 'name', o.name,
            'amount', o.amount, 'startsAt', lower(o.during), 'endsAt', upper(o.during), 'seats', o.seats,
            'createdBy', creator.name, 'createdAt', o.created_at, 'cancelledAt', o.cancelled_at, 'cancelledBy', canceller.name,
            'oldEndsAt', x.old_ends_at, 'extendedBecause', x.reason, 'extendedBy', extender.name, 'extendedAt', x.extended_at)
            ORDER BY lower(o.during) DESC), '[]')
          FROM offers o LEFT JOIN people creator ON creator.id = o.created_by
          LEFT JOIN people canceller ON canceller.id = o.cancelled_by
          LEFT JOIN offer_extensions x ON x.offer_id = o.id LEFT JOIN people extender ON extender.id = x.extended_by
          WHERE o.product_id = p.id AND o.market = m.name) AS offers
       FROM products p CROSS JOIN markets m WHERE ${where} ORDER BY p.kind, p.created_at, p.id`,
      parameters,
    );
    return rows.map((row) => ({ ...row, prices: row.prices.map(toPrice), offers: row.offers.map(toOffer) }));
  }
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

function toPrice({ effectiveAt, recordedAt, withdrawal, ...rest }: PriceJson): PriceRow {
  return {
    ...rest,
    effectiveAt: new Date(effectiveAt),
    recordedAt: new Date(recordedAt),
    withdrawal: withdrawal && { ...withdrawal, at: new Date(withdrawal.at) },
  };
}

function toOffer({ seats, oldEndsAt, extendedBecause, ...row }: OfferJson): OfferRow {
  const [startsAt, endsAt, createdAt] = [new Date(row.startsAt), new Date(row.endsAt), new Date(row.createdAt)];
  const [cancelledAt, extendedAt] = [instant(row.cancelledAt), instant(row.extendedAt)];
  const extension = oldEndsAt !== null && { oldEndsAt: new Date(oldEndsAt), reason: extendedBecause ?? '' };
  return {
    ...{ ...row, startsAt, endsAt, createdAt, cancelledAt, extendedAt },
    ...(seats !== null && { seats }),
    ...(extension && { extension }),
  };
}
