import { z } from 'zod';
import type { Money } from '../../shared/index.js';
import type { Market } from '../markets/market.js';
import { marketField } from '../markets/market.schemas.js';
import { typedPrice } from '../offers/typed-price.js';
import {
  type NewPolicy,
  newPolicySchema,
  type NewTerms,
  newTermsSchema,
  type NewVolume,
  newVolumeSchema,
} from './terms.schemas.js';

const nothing = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(nothing, schema.optional());
const typedNumber = z
  .string('Enter a whole number.')
  .trim()
  .regex(/^\d{1,6}$/, 'Enter a whole number.')
  .transform(Number);
const { name, days, maxProgressPercent, reason } = newPolicySchema.shape;

export const feeField = (market: string): string => `fee.${market}`;

/** What the form of a refund policy sends, with one field for a fixed fee in each of these markets. */
export function policyForm(markets: readonly Pick<Market, 'name' | 'currency'>[]) {
  const fees = Object.fromEntries(
    markets.map((market) => [feeField(market.name), optional(typedPrice(market.currency))]),
  );
  return z
    .strictObject({
      ...{ name, reason, days: typedNumber.pipe(days), maxProgressPercent: typedNumber.pipe(maxProgressPercent) },
      feePercent: typedNumber.pipe(newPolicySchema.shape.feePercent.unwrap()),
    })
    .extend(fees)
    .transform((form): NewPolicy => {
      const typed = form as Record<string, unknown>;
      const sums = markets.flatMap((market) => {
        const fee = typed[feeField(market.name)] as Money | undefined;
        return fee && fee.amount > 0 ? [{ market: market.name, fee }] : [];
      });
      const rest: object = Object.fromEntries(Object.entries(form).filter(([field]) => !(field in fees)));
      return { ...(rest as Omit<NewPolicy, 'fees'>), fees: sums };
    });
}

const { plan } = newTermsSchema.shape;
const planShape = plan.unwrap().unwrap().shape;

/** All three fields of a plan, or none. */
export const termsForm = z
  .strictObject({
    refundPolicy: newTermsSchema.shape.refundPolicy,
    accessDays: optional(typedNumber.pipe(newTermsSchema.shape.accessDays.unwrap().unwrap())),
    instalments: optional(typedNumber.pipe(planShape.instalments)),
    everyMonths: optional(typedNumber.pipe(planShape.everyMonths)),
    graceDays: optional(typedNumber.pipe(planShape.graceDays)),
    reason,
  })
  .transform(({ instalments, everyMonths, graceDays, accessDays, ...rest }, context): NewTerms => {
    const fields = { instalments, everyMonths, graceDays };
    const given = Object.values(fields).filter((value) => value !== undefined).length;
    if (given > 0 && given < 3) {
      for (const [field, value] of Object.entries(fields)) {
        if (value === undefined)
          context.addIssue({ code: 'custom', path: [field], message: 'Fill in all of a plan, or none.' });
      }
    }
    const complete = instalments !== undefined && everyMonths !== undefined && graceDays !== undefined;
    return { ...rest, accessDays: accessDays ?? null, plan: complete ? { instalments, everyMonths, graceDays } : null };
  });

/** "5: 10" per line: from 5 seats on 10% less. */
const typedSteps = z
  .string()
  .max(200)
  .transform((text, context): NewVolume['steps'] => {
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const read = lines.map((line) => /^(\d{1,4})\s*:\s*(\d{1,3})\s*%?$/.exec(line));
    if (read.includes(null)) {
      context.addIssue({ code: 'custom', message: 'Write one step per line, as in “5: 10”.' });
      return z.NEVER;
    }
    return read.map((match) => ({ quantity: Number(match![1]), percent: Number(match![2]) }));
  });

export const volumeForm = z
  .strictObject({ market: marketField, steps: typedSteps, reason })
  .transform((form, context): NewVolume => {
    const parsed = newVolumeSchema.safeParse(form);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', path: ['steps'], message: parsed.error.issues[0]!.message });
    return z.NEVER;
  });

export const stepsAsTyped = (steps: readonly { quantity: number; percent: number }[]): string =>
  steps.map(({ quantity, percent }) => `${quantity}: ${percent}`).join('\n');
