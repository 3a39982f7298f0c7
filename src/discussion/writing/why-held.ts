import { linksIn } from '../comment-text.js';

export type HeldBecause = 'first' | 'links' | 'repeated' | 'fast' | 'reported';

/** What is known of whoever writes. */
export interface Writer {
  /** How many of their comments are shown. */
  shown: number;
  /** They wrote the same in the last day. */
  repeats: boolean;
  /** Since they last wrote; null when they never did. */
  secondsSinceLast: number | null;
}

/** From so many shown comments on, a link or two are believed. */
const known = 3;
const mostLinks = 2;
/** Nobody reads an article and writes about it faster than this. */
const fastest = 10;

/** Why a comment waits for a moderator before others see it. `paid`: the place is open only to those who study there. */
export function whyHeld(text: string, writer: Writer, isPaid: boolean): HeldBecause | null {
  const links = linksIn(text);
  if (links > mostLinks || (links > 0 && writer.shown < known && !isPaid)) return 'links';
  if (writer.repeats) return 'repeated';
  if (writer.secondsSinceLast !== null && writer.secondsSinceLast < fastest) return 'fast';
  return writer.shown === 0 && !isPaid ? 'first' : null;
}
