import type { Tx } from '../../database/index.js';
import { notFound } from '../../shared/index.js';
import type { Offer } from '../prices/price-history.js';

interface HeldOffer extends Offer {
  currency: string;
  cancelled: boolean;
}

export interface LockedOffer {
  product: { id: string; slug: string };
  offer: HeldOffer;
  /** Of the same product and market, those that were not called off. */
  others: Offer[];
  coolingOffDays: number;
}

interface OfferRow extends Omit<HeldOffer, 'seats' | 'extension'> {
  seats: number | null;
  oldEndsAt: Date | null;
  reason: string | null;
}

/** An offer and its neighbours, held with their product: whoever schedules beside it waits. @throws not_found */
export async function lockOffer(tx: Tx, offerId: string): Promise<LockedOffer> {
  const held = await tx.row<{ id: string; slug: string; coolingOffDays: number }>(
    `SELECT p.id, p.slug, m.cooling_off_days AS "coolingOffDays"
     FROM offers o JOIN products p ON p.id = o.product_id JOIN markets m ON m.name = o.market
     WHERE o.id = $1 FOR UPDATE OF p`,
    [offerId],
  );
  if (!held) throw notFound('offer');
  // A statement of its own: it sees what was committed while this one waited for the lock.
  const rows = await tx.rows<OfferRow>(
    `SELECT o.id, o.name, o.currency, o.amount, lower(o.during) AS "startsAt", upper(o.during) AS "endsAt", o.seats,
       o.cancelled_at IS NOT NULL AS cancelled, x.old_ends_at AS "oldEndsAt", x.reason
     FROM offers asked JOIN offers o USING (product_id, market) LEFT JOIN offer_extensions x ON x.offer_id = o.id
     WHERE asked.id = $1 ORDER BY lower(o.during)`,
    [offerId],
  );
  const offers = rows.map(toHeld);
  const offer = offers.find((each) => each.id === offerId)!;
  const { coolingOffDays, ...product } = held;
  return { product, coolingOffDays, offer, others: offers.filter((each) => each !== offer && !each.cancelled) };
}

const toHeld = ({ seats, oldEndsAt, reason, ...rest }: OfferRow): HeldOffer => ({
  ...rest,
  ...(seats !== null && { seats }),
  ...(oldEndsAt && reason !== null && { extension: { oldEndsAt, reason } }),
});
