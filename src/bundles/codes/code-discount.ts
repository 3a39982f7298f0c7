import { add, formatMoney, type Money, money, share, splitByLargestRemainder } from '../../shared/index.js';
import * as errors from '../bundles.errors.js';
import { amountOf, isOnOffer, type LineDraft, reduced } from '../quote/quote-line.js';
import type { Code } from './code.js';

/** "10% off", "$50.00 off" */
export const codeLabel = ({ percent, off }: Pick<Code, 'percent' | 'off'>): string =>
  percent === null ? `${formatMoney(off!)} off` : `${percent}% off`;

export interface Discounted {
  lines: LineDraft[];
  notes: string[];
}

/**
 * The last step of the stacking rule: one code, on what is left of the lines it is for. A percentage is rounded per line;
 * a fixed sum is split over the lines. @throws DomainError at field `code` if it changes nothing here
 */
export function withCode(lines: readonly LineDraft[], code: Code): Discounted {
  if (code.percent === null && !code.off) throw errors.codeNotHere();
  const meant = lines.filter(({ product }) => code.everyProduct || code.productIds.includes(product.id));
  if (meant.length === 0) throw errors.codeWithoutEffect('This code is for other products than those you chose.');
  const eligible = meant.filter((line) => code.withOffers || !isOnOffer(line));
  if (eligible.length === 0)
    throw errors.codeWithoutEffect('This code does not combine with the offer that holds now.');
  const amounts = eligible.map(amountOf);
  const [first, ...rest] = amounts as [Money, ...Money[]];
  const sum = add(first, ...rest);
  if (sum.amount === 0) throw errors.codeWithoutEffect('There is nothing left to pay: keep the code.');
  const off =
    code.percent === null ? fixed(code.off!, sum, amounts) : amounts.map((each) => share(each, code.percent!, 100));
  return {
    lines: lines.map((line) => {
      const index = eligible.indexOf(line);
      return index < 0 ? line : takenOff(line, off[index]!, code);
    }),
    notes: meant
      .filter((line) => !eligible.includes(line))
      .map(({ product }) => `Code ${code.code} does not combine with offers: it leaves “${product.title}” as it is.`),
  };
}

const fixed = (off: Money, sum: Money, amounts: Money[]): Money[] =>
  splitByLargestRemainder(
    money(Math.min(off.amount, sum.amount), sum.currency),
    amounts.map((each) => each.amount),
  );

function takenOff(line: LineDraft, off: Money, code: Code): LineDraft {
  if (off.amount === 0) return line;
  const perCourse = splitByLargestRemainder(
    off,
    line.courses.map((course) => course.amount.amount),
  );
  return reduced(line, perCourse, {
    reason: 'code',
    label: `Code ${code.code}: ${codeLabel(code)}`,
    amount: money(-off.amount, off.currency),
    codeId: code.id,
  });
}
