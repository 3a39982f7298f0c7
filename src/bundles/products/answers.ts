import { z } from 'zod';
import { moneySchema } from '../../shared/index.js';
import type { PriceNow } from '../prices/price-history.js';
import type { Ownership } from './ownership.js';
import type { Offering } from './offering.js';
import { outlineAnswer } from './outline-answer.js';
import type { Taught } from './product-page.queries.js';

const course = z.object({ slug: z.string(), title: z.string() });

const priceFields = {
  listPrice: moneySchema.describe('With no offer'),
  price: moneySchema.describe('Now'),
  priorPrice: moneySchema
    .optional()
    .describe('The lowest price of the days before the offer began, 30 at least, if known'),
  regularPrice: moneySchema
    .optional()
    .describe('The list price during an offer, if it cost less on at most half of the last 90 days'),
  percentOff: z.int().optional().describe('Whole percent below the prior price, rounded down'),
  offer: z
    .object({
      name: z.string(),
      startsAt: z.iso.datetime(),
      endsAt: z.iso.datetime(),
      seatsLeft: z.int().optional().describe('Of an offer for the first so many, at this moment'),
      extension: z.object({ oldEndsAt: z.iso.datetime(), reason: z.string() }).optional(),
    })
    .optional()
    .describe('Holds from `startsAt`, and no longer at `endsAt`'),
};

const offeringFields = { slug: z.string(), title: z.string(), summary: z.string(), minutes: z.int(), lessons: z.int() };

const yours = {
  yours: z
    .object({
      every: z.boolean().describe('You have all of it: there is nothing to buy'),
      courses: z.array(
        z.object({ title: z.string(), credit: moneySchema.optional(), orderNumber: z.string().optional() }),
      ),
      price: moneySchema.optional().describe('What is left for you to pay'),
    })
    .optional()
    .describe('What you have of it, if you are signed in and have some'),
};

export const yoursOf = (ownership: Ownership | undefined) =>
  ownership && {
    yours: {
      every: ownership.every,
      courses: ownership.courses.map(({ title, credit }) => ({
        title,
        ...(credit && { credit: credit.off, orderNumber: credit.orderNumber }),
      })),
      ...(ownership.price && { price: ownership.price }),
    },
  };

export const catalogueItem = z.object({
  kind: z.enum(['bundle', 'course']),
  ...offeringFields,
  ...priceFields,
  courses: z.array(course).optional().describe('Of a bundle'),
});

export const bundleAnswer = z.object({
  ...offeringFields,
  courses: z.array(course),
  ...priceFields,
  ...yours,
  separately: moneySchema.optional().describe('What its courses cost now, each bought alone'),
});

export const courseAnswer = z.object({
  ...offeringFields,
  ...yours,
  ...priceFields,
  edition: z.int(),
  audience: z.string(),
  reviewedOn: z.iso.date(),
  objectives: z.array(z.string()),
  outline: outlineAnswer,
  bundles: z.array(course).describe('On sale, with this course in them'),
});

export function priceOf({ offer, ...rest }: PriceNow) {
  if (!offer) return rest;
  const { name, startsAt, endsAt, seatsLeft, extension } = offer;
  return {
    ...rest,
    offer: {
      ...{ name, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
      ...(seatsLeft !== undefined && { seatsLeft }),
      ...(extension && { extension: { ...extension, oldEndsAt: extension.oldEndsAt.toISOString() } }),
    },
  };
}

export const catalogueItemOf = (offering: Offering): z.infer<typeof catalogueItem> => ({
  kind: offering.kind,
  ...textOf(offering),
  ...priceOf(offering.price),
  ...(offering.kind === 'bundle' && { courses: offering.courses }),
});

export const bundleAnswerOf = (offering: Offering): z.infer<typeof bundleAnswer> => ({
  ...textOf(offering),
  courses: offering.courses,
  ...priceOf(offering.price),
  ...(offering.saving && { separately: offering.saving.separately }),
});

export function courseAnswerOf(
  offering: Offering,
  taught: Taught,
  bundles: { slug: string; title: string }[],
): z.infer<typeof courseAnswer> {
  const { number: edition, audience, reviewedOn, objectives, outline } = taught;
  const inBundles = bundles.map(({ slug, title }) => ({ slug, title }));
  return {
    ...textOf(offering),
    ...priceOf(offering.price),
    edition,
    audience,
    reviewedOn,
    objectives,
    outline,
    bundles: inBundles,
  };
}

const textOf = ({ slug, title, summary, minutes, lessons }: Offering) => ({ slug, title, summary, minutes, lessons });
