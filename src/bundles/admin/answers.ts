import { z } from 'zod';
import { moneySchema } from '../../shared/index.js';
import { market } from '../prices/market.js';
import type { Offer } from '../prices/price-history.js';
import type { AdminBundle } from './admin-bundle.queries.js';
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

const money = (amount: number) => ({ amount, currency: market.currency });
const iso = (text: string) => new Date(text).toISOString();

/** An offer with the currency of its price, as it stands at `now`. */
export function offerAnswerOf(
  offer: Offer & { cancelledAt?: Date },
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

export function adminBundleAnswerOf(bundle: AdminBundle): z.infer<typeof adminBundleAnswer> {
  const { slug, title, summary, body, status, version, courses } = bundle;
  const prices = bundle.prices.map(({ id, amount, effectiveAt, recordedAt, setBy, reason, withdrawnAt }) => ({
    id,
    price: money(amount),
    effectiveAt: iso(effectiveAt),
    ...(withdrawnAt !== null && { withdrawnAt: iso(withdrawnAt) }),
    recordedAt: iso(recordedAt),
    setBy,
    reason,
  }));
  const offers = bundle.offers.map((offer) => offerAnswerOf(offer, market.currency, bundle.now));
  return { slug, title, summary, body, status, version, courses, prices, offers };
}
