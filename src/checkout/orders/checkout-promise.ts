import { z } from 'zod';
import { type Quote, refundPolicySchema, type RefundPolicy, type SaleTerms } from '../../bundles/index.js';
import { moneySchema } from '../../shared/index.js';
import { planSchedule } from '../plans/plan-schedule.js';

export const promiseSchema = z
  .object({
    refund: refundPolicySchema,
    access: z.object({ days: z.int().nullable().describe('From the day it opens; null: no end') }),
    editions: z.array(z.object({ courseId: z.uuid(), editionId: z.uuid(), title: z.string(), number: z.int() })),
    certificate: z.string(),
    price: z.object({
      lockedUntil: z.iso.datetime(),
      offer: z.object({ name: z.string(), endsAt: z.iso.datetime() }).optional(),
    }),
    plan: z
      .object({
        instalments: z.array(z.object({ dueAt: z.iso.datetime(), amount: moneySchema })),
        graceDays: z.int(),
      })
      .optional(),
  })
  .describe('What holds for this order, whatever changes later');

/** What a buyer was promised beside the price, frozen with the order. */
export type CheckoutPromise = z.infer<typeof promiseSchema>;

/** The edition of a course that is current at the order. */
export type PromisedEdition = CheckoutPromise['editions'][number];

interface Sale {
  quote: Quote;
  /** Those of each line. */
  terms: readonly SaleTerms[];
  editions: PromisedEdition[];
  lockedUntil: Date;
  /** Whether the buyer pays in instalments. */
  inInstalments: boolean;
}

const certificate =
  'Completing a course gives a certificate of completion. It does not expire, and it stays yours when access ends.';

export function promiseOf({ quote, terms, editions, lockedUntil, inInstalments }: Sale): CheckoutPromise {
  const offer = quote.lines.flatMap(({ reasons }) => reasons.filter(({ reason }) => reason === 'offer'))[0];
  const plan = inInstalments ? planOf(quote, terms) : undefined;
  return {
    refund: kindestPolicy(terms.map(({ refund }) => refund)),
    access: { days: longest(terms.map(({ accessDays }) => accessDays)) },
    editions,
    certificate,
    price: {
      lockedUntil: lockedUntil.toISOString(),
      ...(offer?.endsAt && { offer: { name: offer.label, endsAt: offer.endsAt } }),
    },
    ...(plan && {
      plan: { instalments: planSchedule(quote.total, plan, new Date(quote.at)), graceDays: plan.graceDays },
    }),
  };
}

/** Where the products of one order are sold on different terms, the kinder ones hold for all of it. */
export function kindestPolicy(policies: readonly RefundPolicy[]): RefundPolicy {
  const kinder = (a: RefundPolicy, b: RefundPolicy) =>
    b.days - a.days ||
    b.maxProgressPercent - a.maxProgressPercent ||
    a.feePercent - b.feePercent ||
    a.feeFixed - b.feeFixed;
  return [...policies].sort(kinder)[0]!;
}

const longest = (days: readonly (number | null)[]): number | null =>
  days.some((each) => each === null) ? null : Math.max(...(days as number[]));

/**
 * The plan in which an order may be paid: all its products are sold with the same one, for the buyer themselves, and
 * where no tax is collected, because Stripe computes tax for whole sessions only.
 */
export function planOf(quote: Quote, terms: readonly SaleTerms[]): SaleTerms['plan'] {
  const [first, ...others] = terms.map(({ plan }) => plan);
  const isOne = first && others.every((plan) => JSON.stringify(plan) === JSON.stringify(first));
  return isOne && quote.tax === 'none' && quote.total.amount > 0 ? first : null;
}
