import { z } from 'zod';
import { words } from '../../../shared/index.js';
import { isWithin, parseDecimal } from '../../marking/decimal.js';
import { whyNotANumber } from '../../marking/why-not-a-number.js';
import { responseInvalid } from '../../questions.errors.js';
import type { QuestionType } from '../question-type.js';
import { readAs } from '../read-as.js';

const decimal = z.string().regex(/^-?\d{1,9}(\.\d{1,6})?$/, 'write the number as text with a point, for example "2.5"');
const authored = z.strictObject({
  answer: decimal,
  tolerance: decimal.refine((text) => !text.startsWith('-'), 'it is below zero').default('0'),
  unit: words(40).optional(),
});
const form = z
  .strictObject({ value: z.string().max(100) })
  .describe('numeric: the number alone, as text, with a decimal point: "2.5"');
type Response = z.infer<typeof form>;

interface Body {
  unit?: string;
}
interface Key {
  answer: string;
  tolerance: string;
}

/** A number; the ends of the tolerance are included. The unit stands beside the box and is never typed. */
export const numeric: QuestionType<z.output<typeof authored>, Body, Key, Response> = {
  authored,
  asked: z.object({ unit: z.string().optional() }),
  form,
  shuffled: false,
  split: ({ unit, answer, tolerance }) => ({ body: { ...(unit && { unit }) }, key: { answer, tolerance } }),
  parts: () => [],
  ask: ({ body: { unit } }) => ({ ...(unit && { unit }) }),

  read(sent) {
    const value = readAs(form, sent, 'Write a number.')?.value.trim();
    if (!value) return null;
    const wrong = whyNotANumber(value);
    if (wrong) throw responseInvalid(wrong);
    return { value };
  },

  mark({ answer, tolerance }, { value }) {
    const given = parseDecimal(value);
    return { credit: given && isWithin(given, parseDecimal(answer)!, parseDecimal(tolerance)!) ? 1 : 0 };
  },

  reveal: ({ answer, tolerance }) => ({ value: answer, tolerance }),
  guess: () => null,
};
