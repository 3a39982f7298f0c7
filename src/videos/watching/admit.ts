import { reachOf, slack, type Span, united, without } from './spans.js';

export interface Seen {
  /** United. */
  seen: Span[];
  /** Milliseconds that may still be said to be seen: time that passed and was not used. */
  credit: number;
}

interface Told {
  spans: readonly Span[];
  /** How fast it ran since it was heard of last: 0.5 to 2. */
  speed: number;
}

interface Rules {
  /** Milliseconds since it was heard of last. */
  passed: number;
  /** Of the video. */
  length: number;
  /** Whether one may go forward over what was not seen. */
  skip: boolean;
}

/** A connection may be lost for so long without a loss of what was seen meanwhile. Milliseconds. */
export const mostCredit = 600_000;

/**
 * What counts as seen: no more than what the time that passed can hold at that speed. What was seen before costs nothing and
 * adds nothing. What is too much is left for the next time that it is told.
 */
export function admit(before: Seen, { spans, speed }: Told, { passed, length, skip }: Rules): Seen {
  let credit = Math.min(mostCredit, before.credit + Math.floor(Math.max(0, passed) * speed));
  let seen = before.seen;
  for (const [from, to] of united(spans)) {
    for (const part of without(startOf([Math.max(0, from), Math.min(to, length)], seen, skip), seen)) {
      const taken = Math.min(part[1] - part[0], credit);
      credit -= taken;
      seen = united([...seen, [part[0], part[0] + taken]]);
      // What follows would leave a hole behind it.
      if (taken < part[1] - part[0]) return { seen, credit };
    }
  }
  return { seen, credit };
}

/** Where nothing may be left out, a span begins within what was seen, or it is none. */
function startOf([from, to]: Span, seen: readonly Span[], skip: boolean): Span {
  if (skip) return [from, to];
  const reach = reachOf(seen);
  if (from > reach + slack) return [0, 0];
  return [Math.min(from, reach), to];
}
