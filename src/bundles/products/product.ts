import { type Offer, PriceHistory } from '../prices/price-history.js';
import { market } from '../prices/market.js';
import type { VolumeStep } from '../quote/priced-line.js';

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
  /** What many seats at once cost less, smallest first. */
  volume: VolumeStep[];
}

type OfferColumns = [
  ...[id: string, name: string, amount: number, startsAt: string, endsAt: string],
  ...[seats: number | null, seatsLeft: number | null, oldEndsAt: string | null, extendedBecause: string | null],
];

/** A product as `productColumns` selects it; instants inside JSON come as text. */
export interface ProductRow extends Omit<Product, 'history'> {
  prices: [amount: number, effectiveAt: string][];
  offers: OfferColumns[];
  onSale: [startsAt: string, endsAt: string | null][];
}

/** Columns of a `Product` for a `products p` in a FROM. `$1` is the currency, `$2` the market. */
export const productColumns = `
  p.id, p.kind, p.slug, p.title, p.status, p.course_id AS "courseId",
  CASE WHEN p.kind = 'course' THEN ARRAY[p.course_id]
    ELSE ARRAY(SELECT bc.course_id FROM bundle_courses bc WHERE bc.product_id = p.id ORDER BY bc.position)
  END AS "courseIds",
  (SELECT coalesce(json_agg(json_build_array(l.amount, l.effective_at) ORDER BY l.effective_at, l.recorded_at, l.id), '[]')
   FROM list_prices l WHERE l.product_id = p.id AND l.currency = $1 AND l.market = $2
     AND NOT EXISTS (SELECT 1 FROM list_price_withdrawals w WHERE w.list_price_id = l.id)) AS prices,
  (SELECT coalesce(json_agg(json_build_array(o.id, o.name, o.amount, lower(o.during), upper(o.during), o.seats,
     o.seats - (SELECT coalesce(sum(c.quantity), 0) FROM offer_claims c WHERE c.offer_id = o.id AND c.released_at IS NULL),
     x.old_ends_at, x.reason) ORDER BY lower(o.during)), '[]')
   FROM offers o LEFT JOIN offer_extensions x ON x.offer_id = o.id WHERE o.product_id = p.id AND o.currency = $1 AND o.market = $2 AND o.cancelled_at IS NULL) AS offers,
  (SELECT coalesce(json_agg(json_build_array(lower(s.during), upper(s.during)) ORDER BY lower(s.during)), '[]')
   FROM sale_periods s WHERE s.product_id = p.id AND NOT isempty(s.during)) AS "onSale",
  coalesce((SELECT v.steps FROM volume_steps v WHERE v.product_id = p.id ORDER BY v.set_at DESC, v.id DESC LIMIT 1), '[]')
    AS volume`;

export const productParameters = [market.currency, market.name] as const;

export function toProduct({ prices, offers, onSale, ...rest }: ProductRow): Product {
  const history = new PriceHistory(
    market.currency,
    prices.map(([amount, effectiveAt]) => ({ amount, effectiveAt: new Date(effectiveAt) })),
    offers.map(toOffer),
    onSale.map(([startsAt, endsAt]) => ({
      startsAt: new Date(startsAt),
      endsAt: endsAt === null ? null : new Date(endsAt),
    })),
  );
  return { ...rest, history };
}

function toOffer([id, name, amount, startsAt, endsAt, seats, seatsLeft, oldEndsAt, reason]: OfferColumns): Offer {
  return {
    ...{ id, name, amount, startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
    ...(seats !== null && seatsLeft !== null && { seats, seatsLeft }),
    ...(oldEndsAt !== null && reason !== null && { extension: { oldEndsAt: new Date(oldEndsAt), reason } }),
  };
}
