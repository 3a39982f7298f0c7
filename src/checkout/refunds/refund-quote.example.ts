import fc from 'fast-check';
import type { RefundPolicy } from '../../bundles/index.js';
import type { RefundShare } from './open-refund.js';
import type { SoldOrder } from './refund-case.js';
import type { PaidCourse } from './refund-quote.js';

/** What examples differ in; amounts in minor units. */
export interface Bought {
  lines: { courses: { gross: number; tax: number; credit?: number }[]; progress: number }[];
  credited: boolean;
  policy?: Partial<RefundPolicy>;
}

const course = fc
  .record({ gross: fc.integer({ min: 0, max: 60_000 }), rate: fc.nat(25), credit: fc.nat(60_000) })
  .map(({ gross, rate, credit }) => ({
    gross,
    tax: Math.floor((gross * rate) / 125),
    credit: Math.min(credit, gross),
  }));

export const bought: fc.Arbitrary<Bought> = fc.record({
  lines: fc.array(fc.record({ courses: fc.array(course, { minLength: 1, maxLength: 5 }), progress: fc.nat(100) }), {
    minLength: 1,
    maxLength: 4,
  }),
  credited: fc.boolean(),
  policy: fc.record({ maxProgressPercent: fc.nat(100), feePercent: fc.nat(30), feeFixed: fc.nat(2_000) }),
});

const policy: RefundPolicy = {
  ...{ id: '00000000-0000-7000-8000-000000000001', name: '14 days' },
  ...{ days: 14, maxProgressPercent: 100, feePercent: 0, feeFixed: 0 },
};

/** An order of 1 March 2026 that was paid at once. */
export function exampleCase(sold: Bought): SoldOrder {
  const lines = sold.lines.map((line, at) => ({
    ...{ id: `line-${at}`, title: `Line ${at}`, progressPercent: line.progress },
    effects: { seats: 1, assigned: 1, begun: 0, people: [] },
    courses: line.courses.map(({ gross, tax, credit = 0 }, position) => ({
      ...{ id: `course-${at}-${position}`, title: `Course ${position}`, gross, tax },
      ...{ refunded: 0, refundedTax: 0, credited: sold.credited ? credit : 0, withheld: 0, closed: false },
    })),
  }));
  const held = lines.flatMap(({ courses }) => courses).reduce((total, { gross }) => total + gross, 0);
  return {
    ...{ id: 'order', number: 'GL-1', personId: 'buyer', status: 'paid', purpose: 'self', currency: 'USD' },
    ...{
      buyer: { name: 'Ada', email: 'ada@example.test' },
      disputed: false,
      creditOrders: [],
      held,
      lines,
      instalments: { count: 0, amount: 0 },
    },
    settledAt: new Date('2026-03-01T00:00:00Z'),
    policy: { ...policy, ...sold.policy },
    payments: [{ id: 'payment', paymentIntent: 'pi', held }],
  };
}

export const allOf = (order: SoldOrder): PaidCourse[] => order.lines.flatMap(({ courses }) => courses);

/** As if the shares had been refunded. */
export function pay(order: SoldOrder, shares: RefundShare[]): void {
  for (const { courseId, amount, tax } of shares) {
    const paid = allOf(order).find(({ id }) => id === courseId)!;
    paid.refunded += amount;
    paid.refundedTax += tax;
    order.held -= amount;
  }
}
