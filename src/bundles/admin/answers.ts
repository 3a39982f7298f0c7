import { z } from 'zod';
import { moneySchema } from '../../shared/index.js';
import type { Offer } from '../prices/price-history.js';
import type { AdminBundle } from './admin-bundle.queries.js';
import type { ProductPricing } from './pricing.queries.js';
import { standingOf } from './standing.js';

const instant = z.iso.datetime();

export const offerAnswer = z.object({
  id: z.uuid(),
  name: z.string(),
  price: moneySchema,
  startsAt: instant,
  endsAt: instant,
  seats: z.int().optional().describe('It holds for the first so many'),
  extension: z.object({ oldEndsAt: instant, reason: z.string() }).optional(),
  status: z.enum(['running', 'next', 'ended', 'cancelled']),
});

export const adminBundleAnswer = z.object({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  body: z.string().describe('Markdown'),
  status: z.enum(['draft', 'published']),
  version: z.int().describe('Send it with a change'),
  courses: z.array(z.object({ slug: z.string(), title: z.string() })),
  market: z.string().describe('Where the prices and offers hold'),
  prices: z
    .array(
      z.object({
        id: z.uuid(),
        price: moneySchema,
        effectiveAt: instant,
        withdrawnAt: instant.optional().describe('It will not come'),
        recordedAt: instant,
        setBy: z.string().nullable(),
        reason: z.string(),
      }),
    )
    .describe('The whole history of list prices, newest first'),
  offers: z.array(offerAnswer).describe('The latest first'),
});

/** An offer with the currency of its price, as it stands at `now`. */
export function offerAnswerOf(
  offer: Offer & { cancelledAt?: Date | null },
  currency: string,
  now: Date,
): z.infer<typeof offerAnswer> {
  const { id, name, amount, startsAt, endsAt, seats, extension } = offer;
  return {
    ...{ id, name, price: { amount, currency }, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
    ...(seats && { seats }),
    ...(extension && { extension: { ...extension, oldEndsAt: extension.oldEndsAt.toISOString() } }),
    status: standingOf(offer, now),
  };
}

export function adminBundleAnswerOf(bundle: AdminBundle, pricing: ProductPricing): z.infer<typeof adminBundleAnswer> {
  const { slug, title, summary, body, status, version, courses } = bundle;
  const prices = pricing.prices.map(({ id, amount, currency, effectiveAt, recordedAt, setBy, reason, withdrawal }) => ({
    ...{
      id,
      price: { amount, currency },
      effectiveAt: effectiveAt.toISOString(),
      recordedAt: recordedAt.toISOString(),
    },
    ...{ setBy, reason },
    ...(withdrawal && { withdrawnAt: withdrawal.at.toISOString() }),
  }));
  const offers = pricing.offers.map((offer) => offerAnswerOf(offer, offer.currency, pricing.now));
  return { slug, title, summary, body, status, version, courses, market: pricing.market.name, prices, offers };
}
