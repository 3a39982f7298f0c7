/** Where and by which rules a price holds. One market today; its name stands in every price row. */
export const market = {
  name: 'default',
  currency: 'USD',
  /** The prior price is the lowest one of this many days before the reduction began. */
  priorPriceDays: 30,
  /** Rest between two limited offers of the same product. */
  coolingOffDays: 30,
} as const;

const day = 86_400_000;

export const daysBefore = (at: Date, days: number): Date => new Date(at.getTime() - days * day);
export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * day);
