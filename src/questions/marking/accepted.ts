import { z } from 'zod';
import { words } from '../../shared/index.js';

/** A share of the marks, as text: from "0" to "1". */
export const share = z.string().regex(/^(0(\.\d{1,4})?|1(\.0{1,4})?)$/, 'write a share as text from "0" to "1"');

export const acceptSchema = z
  .array(z.strictObject({ text: words(200), credit: share.default('1') }))
  .min(1, 'name at least one answer')
  .max(50);
export type Accepted = z.output<typeof acceptSchema>;

/** `*` alone stands for any other answer. */
const anything = '*';

const folded = (text: string, caseSensitive: boolean): string => {
  const plain = text.normalize('NFKC').trim().replace(/\s+/g, ' ');
  return caseSensitive ? plain : plain.toLocaleLowerCase('en');
};

/** What a typed answer earns: it is compared as a whole, never by likeness ("10 units" is not "100 units"). */
export function creditFor(accepted: Accepted, text: string, caseSensitive: boolean): number {
  const given = folded(text, caseSensitive);
  const matching = accepted.filter((each) => each.text !== anything && folded(each.text, caseSensitive) === given);
  const any = accepted.find((each) => each.text === anything);
  return Math.max(0, ...(matching.length > 0 ? matching : any ? [any] : []).map(({ credit }) => Number(credit)));
}

/** What is wrong with the answers that are taken. */
export function wrongAccepted(accepted: Accepted, caseSensitive: boolean): string | undefined {
  const at = accepted.findIndex(({ text }) => text === anything);
  if (at >= 0 && at < accepted.length - 1) return 'The answer * stands for all others: it comes last.';
  if (at >= 0 && accepted[at]!.credit === '1') return 'The answer * cannot earn all marks.';
  const texts = accepted.map(({ text }) => folded(text, caseSensitive));
  if (new Set(texts).size < texts.length) return 'An answer stands here twice.';
  return accepted.some(({ text, credit }) => text !== anything && Number(credit) === 1)
    ? undefined
    : 'At least one answer earns all marks.';
}

/** What guessing earns: the share of `*`. */
export const guessOf = (accepted: Accepted): number =>
  Number(accepted.find(({ text }) => text === anything)?.credit ?? 0);
