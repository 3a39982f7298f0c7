import fc from 'fast-check';
import { allOf, type Bought, bought, exampleCase, pay } from './refund-quote.example.js';
import { quoteRefund, taxOf } from './refund-quote.js';
import { refundParts } from './refund-parts.js';
import { sharesOf, spread } from './refund-shares.js';

const now = new Date('2026-03-05T12:00:00Z');
const strict = { strict: true };
const generous = { strict: false };
const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);

describe('the quote of a refund', () => {
  it('never gives back more than is held, nor more of a course than was paid and is left of it', () => {
    fc.assert(
      fc.property(bought, fc.boolean(), (sold, byTerms) => {
        const order = exampleCase(sold);
        const quote = quoteRefund(order, now, { strict: byTerms });
        expect(quote.total.amount + sum(quote.lines.map(({ fee }) => fee.amount))).toBeLessThanOrEqual(order.held);
        for (const { courseId, amount, tax } of quote.lines.flatMap(({ courses }) => courses)) {
          const course = allOf(order).find(({ id }) => id === courseId)!;
          expect(amount.amount).toBeGreaterThanOrEqual(0);
          expect(amount.amount).toBeLessThanOrEqual(Math.max(0, course.gross - course.refunded - course.credited));
          expect(tax.amount).toBeLessThanOrEqual(Math.min(amount.amount, course.tax - course.refundedTax));
        }
      }),
    );
  });

  it('sums to the cent: courses to their line, lines to the total, taxes to the tax of the line', () => {
    fc.assert(
      fc.property(bought, fc.boolean(), (sold, byTerms) => {
        const quote = quoteRefund(exampleCase(sold), now, { strict: byTerms });
        for (const line of quote.lines) {
          expect(sum(line.courses.map(({ amount }) => amount.amount))).toBe(line.amount.amount);
          expect(sum(line.courses.map(({ tax }) => tax.amount))).toBe(line.tax.amount);
        }
        expect(sum(quote.lines.map(({ amount }) => amount.amount))).toBe(quote.total.amount);
      }),
    );
  });

  it('gives back all that was paid, tax and all, in whatever order and sizes staff refund it', () => {
    fc.assert(
      fc.property(
        bought,
        fc.array(fc.record({ line: fc.nat(), percent: fc.nat(100) }), { maxLength: 8 }),
        (sold, steps) => {
          const order = exampleCase({ ...sold, credited: false });
          const paid = {
            gross: sum(allOf(order).map(({ gross }) => gross)),
            tax: sum(allOf(order).map(({ tax }) => tax)),
          };
          for (const { line, percent } of [
            ...steps,
            ...order.lines.map((_, index) => ({ line: index, percent: 100 })),
          ]) {
            const { lines } = quoteRefund(order, now, generous);
            const chosen = lines[line % lines.length]!;
            pay(order, spread(Math.floor((chosen.amount.amount * percent) / 100), [chosen], order, false));
            expect(order.held).toBe(paid.gross - sum(allOf(order).map(({ refunded }) => refunded)));
          }
          expect(order.held).toBe(0);
          expect(sum(allOf(order).map(({ refunded }) => refunded))).toBe(paid.gross);
          expect(sum(allOf(order).map(({ refundedTax }) => refundedTax))).toBe(paid.tax);
          expect(quoteRefund(order, now, generous).total.amount).toBe(0);
        },
      ),
    );
  });

  it('of some lines does not depend on the other lines of the order', () => {
    fc.assert(
      fc.property(bought, (sold) => {
        const order = exampleCase(sold);
        const whole = quoteRefund(order, now, strict);
        for (const line of order.lines) {
          const alone = quoteRefund({ ...order, lines: [line] }, now, strict).lines[0]!;
          expect(alone).toEqual(whole.lines.find(({ lineId }) => lineId === line.id));
        }
      }),
    );
  });

  it('gives back of each line its part of what was paid so far, while instalments are open', () => {
    fc.assert(
      fc.property(bought, fc.nat(100), (sold, percent) => {
        const order = exampleCase({ ...sold, credited: false });
        order.held = Math.floor((order.held * percent) / 100);
        const { lines, total } = quoteRefund(order, now, generous);
        expect(total.amount).toBe(order.held);
        for (const { courses, amount } of lines) {
          const left = sum(courses.map(({ paid }) => paid.amount));
          expect(amount.amount).toBeLessThanOrEqual(left);
          expect(Math.abs(amount.amount - (left * percent) / 100)).toBeLessThanOrEqual(2);
        }
      }),
    );
  });

  const one = (more: Partial<Bought> = {}) =>
    exampleCase({
      lines: [
        {
          courses: [
            { gross: 10_001, tax: 0 },
            { gross: 5_000, tax: 0 },
          ],
          progress: 10,
        },
      ],
      credited: false,
      ...more,
    });

  it.each([
    ['within the period, in full', {}, now, null, 15_001],
    ['at its last instant', {}, new Date('2026-03-14T23:59:59.999Z'), null, 15_001],
    [
      'when the period is over, to the instant',
      {},
      new Date('2026-03-15T00:00:00Z'),
      'The 14 days for a refund are over.',
      0,
    ],
    ['when too much is studied', { maxProgressPercent: 9 }, now, '10% is studied; refunds end at 9%.', 0],
    ['when exactly as much is studied as is allowed', { maxProgressPercent: 10 }, now, null, 15_001],
    ['when it was sold without refunds', { days: 0 }, now, 'This was sold without refunds.', 0],
    ['less a fee, rounded once', { feePercent: 10, feeFixed: 199 }, now, null, 15_001 - 1_500 - 199],
    ['never below nothing, whatever the fee', { feeFixed: 99_999 }, now, null, 0],
  ] as const)('says what the terms say: %s', (_, policy, at, refusal, amount) => {
    const quote = quoteRefund(one({ policy }), at, strict);
    expect(quote.lines[0]!.refusal).toBe(refusal);
    expect(quote.total).toEqual({ amount, currency: 'USD' });
  });

  it('refuses what a bank decides on, and what was closed, also outside the terms', () => {
    expect(quoteRefund({ ...one(), disputed: true }, now, generous).lines[0]!.refusal).toMatch(/disputed/);
    const closed = one();
    pay(closed, spread(15_001, quoteRefund(closed, now, generous).lines, closed, true));
    for (const course of allOf(closed)) course.closed = true;
    expect(quoteRefund(closed, now, generous).lines[0]!.refusal).toBe('It was refunded already.');
  });

  it('lets staff give back the fee that was kept, and the terms do not', () => {
    const order = one({ policy: { feeFixed: 500 } });
    const quote = quoteRefund(order, now, strict);
    expect([quote.total.amount, quote.lines[0]!.fee.amount]).toEqual([14_501, 500]);
    pay(order, sharesOf(quote.lines, true));
    for (const course of allOf(order)) course.closed = true;
    expect(quoteRefund(order, now, strict).total.amount).toBe(0);
    expect(quoteRefund(order, now, generous).total.amount).toBe(500);
  });
});

describe('the parts of a refund', () => {
  const held = fc.array(fc.record({ id: fc.uuid(), held: fc.integer({ min: -1, max: 1_000 }) }), {
    minLength: 1,
    maxLength: 5,
  });

  it('take the latest payment first, each no further than it holds, and sum to the amount', () => {
    fc.assert(
      fc.property(held, fc.double({ min: 0, max: 1, noNaN: true }), (payments, part) => {
        const amount = Math.floor(sum(payments.map((each) => Math.max(0, each.held))) * part);
        const parts = refundParts(amount, payments);
        expect(sum(parts.map((each) => each.amount))).toBe(amount);
        for (const [index, each] of parts.entries()) {
          const payment = payments.find(({ id }) => id === each.paymentId)!;
          expect(each.amount).toBeGreaterThan(0);
          if (index < parts.length - 1) expect(each.amount).toBe(payment.held);
          else expect(each.amount).toBeLessThanOrEqual(payment.held);
        }
      }),
    );
  });

  it('cannot exceed what the payments hold', () => {
    expect(() => refundParts(11, [{ id: 'a', held: 10 }])).toThrow(RangeError);
  });
});

it('the tax of partial refunds never passes the tax that was paid, and the last one takes what is left', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000 }),
      fc.nat(100),
      fc.array(fc.nat(100), { maxLength: 6 }),
      (gross, rate, steps) => {
        const course = {
          ...allOf(
            exampleCase({
              lines: [{ courses: [{ gross, tax: Math.floor((gross * rate) / 100) }], progress: 0 }],
              credited: false,
            }),
          )[0]!,
        };
        for (const percent of [...steps, 100]) {
          const amount = Math.floor(((course.gross - course.refunded) * percent) / 100);
          const tax = taxOf(course, amount);
          expect(tax).toBeGreaterThanOrEqual(0);
          expect(tax).toBeLessThanOrEqual(amount);
          course.refunded += amount;
          course.refundedTax += tax;
        }
        expect(course.refundedTax).toBe(course.tax);
      },
    ),
  );
});
