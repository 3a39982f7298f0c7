import { z } from 'zod';
import { type Rubric, rubricSchema, wrongRubric } from '../../marking/rubric.js';
import { responseInvalid } from '../../questions.errors.js';
import type { QuestionType } from '../question-type.js';
import { readAs } from '../read-as.js';

const limits = z.strictObject({ min: z.int().min(1).max(5000).optional(), max: z.int().min(1).max(5000).optional() });
const authored = z.strictObject({ rubric: rubricSchema, words: limits.optional() });
interface Body {
  words?: z.output<typeof limits>;
}
const longest = 60_000;
const form = z.strictObject({ text: z.string() }).describe('essay: plain text');

/** A text that an examiner marks by a rubric. */
export const essay: QuestionType<z.output<typeof authored>, Body, { rubric: Rubric }, z.infer<typeof form>> = {
  authored,
  asked: z.object({ words: limits.optional() }),
  form,
  shuffled: false,
  manual: true,

  wrong(question) {
    const { words, rubric } = question;
    if (words && (words.min ?? 0) > (words.max ?? Infinity))
      return { path: ['words'], message: 'The fewest words are more than the most.' };
    return wrongRubric(rubric, (question as typeof question & { marks: number }).marks);
  },

  split: ({ rubric, words }) => ({ body: { ...(words && { words }) }, key: { rubric } }),
  parts: () => [],
  ask: ({ body: { words } }) => ({ ...(words && { words }) }),

  read(sent) {
    const text = readAs(form, sent, 'Write your answer as text.')?.text;
    if (!text?.trim()) return null;
    if (text.length > longest) throw responseInvalid(`Write at most ${longest.toLocaleString('en')} characters.`);
    return { text };
  },

  mark: () => ({ credit: 0 }),
  reveal: () => ({}),
  guess: () => 0,
};

/** Words as a person counts them: what stands between spaces. */
export const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length;
