/** From one moment of a video up to another, in whole milliseconds; the second is not part of it. */
export type Span = readonly [from: number, to: number];

/** The same moments in order, each once. */
export function united(spans: readonly Span[]): Span[] {
  const inOrder = spans.filter(([from, to]) => to > from).toSorted((a, b) => a[0] - b[0]);
  const whole: [number, number][] = [];
  for (const [from, to] of inOrder) {
    const last = whole.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else whole.push([from, to]);
  }
  return whole;
}

/** The parts of a span that are not among others, which are united. */
export function without([from, to]: Span, others: readonly Span[]): Span[] {
  const left: Span[] = [];
  let at = from;
  for (const [start, end] of others) {
    if (end <= at || start >= to) continue;
    if (start > at) left.push([at, start]);
    at = end;
  }
  return at < to ? [...left, [at, to]] : left;
}

export const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, [from, to]) => sum + to - from, 0);

/** How far one came without leaving anything out. */
export const reachOf = (seen: readonly Span[]): number => (seen[0] && seen[0][0] <= slack ? seen[0][1] : 0);

/** A gap that a player leaves between two of its ticks. Milliseconds. */
export const slack = 1_000;
