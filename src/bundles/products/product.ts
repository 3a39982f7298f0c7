import type { VolumeStep } from '../volume/volume-step.js';
import { type Offer, PriceHistory } from '../prices/price-history.js';
import { type Market, marketJson } from '../markets/market.js';
import { noMarket } from '../bundles.errors.js';

export type ProductKind = 'course' | 'bundle';
export type ProductStatus = 'draft' | 'published';

/** What can be sold: one course, or a bundle of courses, with every price it ever had. */
export interface Product {
  id: string;
  kind: ProductKind;
  slug: string;
  title: string;
  status: ProductStatus;
  courseId: string | null;
  /** The courses it gives, in order. */
  courseIds: string[];
  history: PriceHistory;
  /** How much less many seats cost, in the market of its prices. */
  volume: VolumeStep[];
}

type OfferColumns = [
  ...[id: string, name: string, amount: number, startsAt: string, endsAt: string],
  ...[seats: number | null, taken: number, oldEndsAt: string | null, extendedBecause: string | null],
];

/** A product as `productColumns` selects it; instants inside JSON come as text. */
export interface ProductRow extends Omit<Product, 'history'> {
  prices: [amount: number, effectiveAt: string][];
  offers: OfferColumns[];
  onSale: [startsAt: string, endsAt: string | null][];
  market: Market | null;
}

/** Columns of a `Product` for a `products p` in a FROM. `$1` is the name of the market. */
export const productColumns = `
  p.id, p.kind, p.slug, p.title, p.status, p.course_id AS "courseId",
  CASE WHEN p.kind = 'course' THEN ARRAY[p.course_id]
    ELSE ARRAY(SELECT bc.course_id FROM bundle_courses bc WHERE bc.product_id = p.id ORDER BY bc.position)
  END AS "courseIds",
  (SELECT coalesce(json_agg(json_build_array(l.amount, l.effective_at) ORDER BY l.effective_at, l.recorded_at, l.id), '[]')
   FROM list_prices l WHERE l.product_id = p.id AND l.market = $1
     AND NOT EXISTS (SELECT 1 FROM list_price_withdrawals w WHERE w.list_price_id = l.id)) AS prices,
  (SELECT coalesce(json_agg(json_build_array(o.id, o.name, o.amount, lower(o.during), upper(o.during), o.seats,
     CASE WHEN o.seats IS NULL THEN 0 ELSE (SELECT coalesce(sum(c.quantity), 0) FROM offer_claims c
       WHERE c.offer_id = o.id AND c.released_at IS NULL) END, x.old_ends_at, x.reason) ORDER BY lower(o.during)), '[]')
   FROM offers o LEFT JOIN offer_extensions x ON x.offer_id = o.id
   WHERE o.product_id = p.id AND o.market = $1 AND o.cancelled_at IS NULL) AS offers,
  (SELECT coalesce(json_agg(json_build_array(lower(s.during), upper(s.during)) ORDER BY lower(s.during)), '[]')
   FROM sale_periods s WHERE s.product_id = p.id AND NOT isempty(s.during)) AS "onSale",
  (SELECT ${marketJson} FROM markets m WHERE m.name = $1) AS market,
  coalesce((SELECT v.steps FROM volume_steps v WHERE v.product_id = p.id AND v.market = $1
   ORDER BY v.set_at DESC, v.id DESC LIMIT 1), '[]') AS volume`;

/** @throws market_unknown */
export function toProduct({ prices, offers, onSale, market, ...rest }: ProductRow): Product {
  if (!market) throw noMarket();
  const history = new PriceHistory(
    market,
    prices.map(([amount, effectiveAt]) => ({ amount, effectiveAt: new Date(effectiveAt) })),
    offers.map(toOffer),
    onSale.map(([startsAt, endsAt]) => ({
      startsAt: new Date(startsAt),
      endsAt: endsAt === null ? null : new Date(endsAt),
    })),
  );
  return { ...rest, history };
}

function toOffer([id, name, amount, startsAt, endsAt, seats, taken, oldEndsAt, reason]: OfferColumns): Offer {
  return {
    ...{ id, name, amount, startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
    ...(seats !== null && { seats, seatsLeft: Math.max(0, seats - taken) }),
    ...(oldEndsAt !== null && reason !== null && { extension: { oldEndsAt: new Date(oldEndsAt), reason } }),
  };
}
