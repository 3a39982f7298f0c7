import { z } from 'zod';
import { moneySchema } from '../../shared/index.js';
import { market } from '../prices/market.js';
import type { AdminBundle, OfferRow } from './admin-bundle.queries.js';
import { standingOf } from './standing.js';

const instant = z.iso.datetime();

export const offerAnswer = z.object({
  id: z.uuid(),
  name: z.string(),
  price: moneySchema,
  startsAt: instant,
  endsAt: instant,
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
        price: moneySchema,
        effectiveAt: instant,
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

export function offerAnswerOf(offer: OfferRow, now: Date): z.infer<typeof offerAnswer> {
  const window = { startsAt: new Date(offer.startsAt), endsAt: new Date(offer.endsAt), cancelledAt: offer.cancelledAt };
  return {
    id: offer.id,
    name: offer.name,
    price: money(offer.amount),
    startsAt: window.startsAt.toISOString(),
    endsAt: window.endsAt.toISOString(),
    status: standingOf(window, now),
  };
}

export function adminBundleAnswerOf(bundle: AdminBundle): z.infer<typeof adminBundleAnswer> {
  const { slug, title, summary, body, status, version, courses } = bundle;
  const prices = bundle.prices.map(({ amount, effectiveAt, recordedAt, setBy, reason }) => ({
    price: money(amount),
    effectiveAt: iso(effectiveAt),
    recordedAt: iso(recordedAt),
    setBy,
    reason,
  }));
  const offers = bundle.offers.map((offer) => offerAnswerOf(offer, bundle.now));
  return { slug, title, summary, body, status, version, courses, prices, offers };
}
