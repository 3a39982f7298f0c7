/** The same things in another order; `between` draws a whole number from the least to the most. */
export function shuffled<T>(from: readonly T[], between: (least: number, most: number) => number): T[] {
  const rest = [...from];
  for (let at = 0; at < rest.length; at++) {
    const chosen = between(at, rest.length - 1);
    [rest[at], rest[chosen]] = [rest[chosen]!, rest[at]!];
  }
  return rest;
}
