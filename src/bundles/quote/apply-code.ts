import { add, formatMoney, type Money, money, share, splitByLargestRemainder } from '../../shared/index.js';
import { codeWithoutEffect } from '../bundles.errors.js';
import { type Code, codeLabel, skipReason } from '../codes/code.js';
import type { PricedLine } from './priced-line.js';

/**
 * Takes a code off the lines it counts for: a percentage of what is left of each, or a fixed amount spread over them.
 * @returns a sentence for each line it does not count for
 * @throws code_without_effect when there is none it counts for
 */
export function applyCode(code: Code, lines: readonly PricedLine[]): string[] {
  const judged = lines.map((line) => ({ line, why: skipReason(code, lineOf(line)) }));
  const meant = judged.filter(({ line, why }) => !why && line.amount.amount > 0).map(({ line }) => line);
  const notes = judged.flatMap(({ why }) => why ?? []);
  if (meant.length === 0) throw codeWithoutEffect(notes[0] ?? 'There is nothing left to pay.');
  const label = codeLabel(code, formatMoney, meant[0]!.amount.currency);
  discountsOf(code, meant).forEach((amount, index) => meant[index]!.discount(amount, code.id, label));
  return notes;
}

function discountsOf(code: Code, lines: readonly PricedLine[]): Money[] {
  const amounts = lines.map((line) => line.amount);
  if (code.percent !== null) return amounts.map((amount) => share(amount, code.percent!, 100));
  const [first, ...rest] = amounts as [Money, ...Money[]];
  const most = add(first, ...rest);
  const off = money(Math.min(code.amount!, most.amount), most.currency);
  return splitByLargestRemainder(
    off,
    amounts.map(({ amount }) => amount),
  );
}

const lineOf = ({ product, offer }: PricedLine) => ({
  productId: product.id,
  title: product.title,
  onOffer: offer !== undefined,
});
