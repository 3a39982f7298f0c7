import { z } from 'zod';

/** On which terms money goes back; amounts in minor units of the order's currency. */
export const refundPolicySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  days: z.int().describe('From the payment'),
  maxProgressPercent: z.int().describe('Studied at most so much'),
  feePercent: z.int(),
  feeFixed: z.int(),
});

export const paymentPlanSchema = z.object({
  instalments: z.int().min(2).max(12),
  everyMonths: z.int().min(1).max(6),
  graceDays: z.int().min(1).max(60),
});

export type RefundPolicy = z.infer<typeof refundPolicySchema>;
export type PaymentPlan = z.infer<typeof paymentPlanSchema>;

/** The terms on which a product is sold now; an order freezes them. */
export interface SaleTerms {
  refund: RefundPolicy;
  /** Access ends so many days after it was given; null: it does not end. */
  accessDays: number | null;
  plan: PaymentPlan | null;
}
