import { add, type Money, subtract } from '../../shared/index.js';

export interface Saving {
  /** What the parts cost now, each bought alone. */
  separately: Money;
  saving: Money;
}

/** What a bundle saves against its parts as they are really sold alone now; nothing to say if one of them is not. */
export function savingOf(price: Money, parts: readonly (Money | undefined)[]): Saving | undefined {
  const [first, ...rest] = parts;
  if (!first || rest.includes(undefined)) return undefined;
  const separately = add(first, ...(rest as Money[]));
  const saving = subtract(separately, price);
  return saving.amount > 0 ? { separately, saving } : undefined;
}
