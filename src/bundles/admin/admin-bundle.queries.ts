import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { ProductStatus } from '../products/product.js';
import { market } from '../prices/market.js';
import type { Offer } from '../prices/price-history.js';

export interface PriceRow {
  id: string;
  amount: number;
  effectiveAt: string;
  recordedAt: string;
  source: 'admin' | 'content' | 'demo';
  setBy: string | null;
  reason: string;
  /** Until it begins a price can be taken back. */
  withdrawnAt: string | null;
  withdrawnBecause: string | null;
}

export interface OfferRow extends Offer {
  cancelledAt?: Date;
}

type OfferJson = [
  ...[id: string, name: string, amount: number, startsAt: string, endsAt: string],
  ...[seats: number | null, oldEndsAt: string | null, reason: string | null, cancelledAt: string | null],
];

/** A bundle as those who run it see it. `now` is the database's, at which the rows were read. */
export interface AdminBundle {
  id: string;
  slug: string;
  title: string;
  status: ProductStatus;
  summary: string;
  body: string;
  version: number;
  editedBy: string | null;
  editedAt: Date | null;
  courses: { slug: string; title: string }[];
  /** Courses that could be added. */
  others: { slug: string; title: string }[];
  /** Newest first. */
  prices: PriceRow[];
  /** The latest first. */
  offers: OfferRow[];
  now: Date;
}

@Injectable()
export class AdminBundleQueries {
  constructor(private readonly db: Database) {}

  /** All about one bundle in one query. */
  async bySlug(slug: string): Promise<AdminBundle | undefined> {
    const row = await this.db.row<Omit<AdminBundle, 'offers'> & { offers: OfferJson[] }>(
      `SELECT p.id, p.slug, p.title, p.status, b.summary, b.body_markdown AS body, b.version, b.edited_at AS "editedAt",
         (SELECT name FROM people WHERE id = b.edited_by) AS "editedBy", date_trunc('milliseconds', now()) AS now,
         (SELECT coalesce(json_agg(json_build_object('slug', part.slug, 'title', part.title) ORDER BY bc.position), '[]')
          FROM bundle_courses bc JOIN products part ON part.course_id = bc.course_id WHERE bc.product_id = p.id) AS courses,
         (SELECT coalesce(json_agg(json_build_object('slug', other.slug, 'title', other.title) ORDER BY other.created_at, other.id), '[]')
          FROM products other WHERE other.kind = 'course' AND NOT EXISTS (
            SELECT 1 FROM bundle_courses bc WHERE bc.product_id = p.id AND bc.course_id = other.course_id)) AS others,
         (SELECT coalesce(json_agg(json_build_object('id', l.id, 'amount', l.amount, 'effectiveAt', l.effective_at, 'recordedAt', l.recorded_at,
            'source', l.source, 'setBy', setter.name, 'reason', l.reason, 'withdrawnAt', w.withdrawn_at, 'withdrawnBecause', w.reason)
            ORDER BY l.effective_at DESC, l.recorded_at DESC, l.id DESC), '[]')
          FROM list_prices l LEFT JOIN people setter ON setter.id = l.set_by
            LEFT JOIN list_price_withdrawals w ON w.list_price_id = l.id
          WHERE l.product_id = p.id AND l.currency = $2 AND l.market = $3) AS prices,
         (SELECT coalesce(json_agg(json_build_array(o.id, o.name, o.amount, lower(o.during), upper(o.during), o.seats,
            x.old_ends_at, x.reason, o.cancelled_at) ORDER BY lower(o.during) DESC), '[]')
          FROM offers o LEFT JOIN offer_extensions x ON x.offer_id = o.id
          WHERE o.product_id = p.id AND o.currency = $2 AND o.market = $3) AS offers
       FROM products p JOIN bundles b ON b.product_id = p.id WHERE p.slug = $1`,
      [slug, market.currency, market.name],
    );
    return row && { ...row, offers: row.offers.map(toOffer) };
  }
}

function toOffer([id, name, amount, startsAt, endsAt, seats, oldEndsAt, reason, cancelledAt]: OfferJson): OfferRow {
  return {
    ...{ id, name, amount, startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
    ...(seats !== null && { seats }),
    ...(oldEndsAt !== null && reason !== null && { extension: { oldEndsAt: new Date(oldEndsAt), reason } }),
    ...(cancelledAt !== null && { cancelledAt: new Date(cancelledAt) }),
  };
}
