import { z } from 'zod';
import { slug } from '../../shared/index.js';
import { recallStatuses } from './recall.js';

const words = (missing: string, most: number) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(most, `Use at most ${most.toLocaleString('en')} characters.`);
const optional = (most: number) => z.string().trim().max(most).default('');
/** A field of a form that was left empty. */
const unset = z.literal('').transform(() => undefined);
const lines = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

const fields = {
  course: slug,
  lesson: slug,
  untilEdition: z.union([unset, z.coerce.number('Write a number.').int().min(1, 'Write a number from 1.')]).optional(),
  wrong: words('Say what was wrong.', 2000),
  correct: words('Say what is right.', 2000),
  source: words('Name the source.', 500),
  body: words('Write the correction.', 20_000),
  suspendOn: z.union([unset, z.iso.date('Write a day.')]).optional(),
};
/** A question with its answers; the wrong ones one a line. Questions 2 and 3 may stay empty. */
const questions = {
  question1: words('Ask one question at least.', 500),
  right1: words('Write the right answer.', 300),
  wrong1: words('Write wrong answers, one a line.', 1000),
  ...{ question2: optional(500), right2: optional(300), wrong2: optional(1000) },
  ...{ question3: optional(500), right3: optional(300), wrong3: optional(1000) },
};
type TypedQuestions = Record<keyof typeof questions, string>;

/** A recall as a form and the API send it. */
export const recallSchema = z.object({ ...fields, ...questions }).superRefine((typed, context) => {
  for (const { n, text, right, wrong } of typedQuestions(typed)) {
    const say = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [`${field}${n}`], message });
    if (text && !right) say('right', 'Write the right answer.');
    if (text && wrong.length === 0) say('wrong', 'Write wrong answers, one a line.');
    if (!text && (right || wrong.length > 0)) say('question', 'Write the question.');
    if (wrong.length > 5) say('wrong', 'Five wrong answers are enough.');
    if (new Set([right, ...wrong]).size <= wrong.length) say('wrong', 'Two answers are the same.');
  }
});
export type TypedRecall = z.infer<typeof recallSchema>;

/** The questions as they were typed, the empty ones too. */
export const typedQuestions = (typed: TypedQuestions) =>
  ([1, 2, 3] as const).map((n) => ({
    ...{ n, text: typed[`question${n}`], right: typed[`right${n}`], wrong: lines(typed[`wrong${n}`]) },
  }));

export const recallDecisionSchema = z.strictObject({
  verdict: z.enum(['published', 'refused'], 'Choose whether to publish or to refuse.'),
  reason: words('Say why.', 2000),
});
export const recallEndSchema = z.strictObject({ reason: words('Say why it is over.', 2000) });

const answer = z.coerce.number('Choose one answer.').int().min(0).max(5).optional();
export const acknowledgementSchema = z.strictObject({
  ...{ answer1: answer, answer2: answer, answer3: answer },
  understood: z.literal('yes', 'Confirm that you have read and understood it.'),
});
export type Acknowledgement = z.infer<typeof acknowledgementSchema>;

export const recallJson = z.object({
  id: z.uuid(),
  status: z.enum(recallStatuses),
  course: z.object({ slug: z.string(), title: z.string() }),
  lesson: z.object({ slug: z.string(), title: z.string() }),
  untilEdition: z.int().describe('The last edition that taught it wrong'),
  wrong: z.string(),
  correct: z.string(),
  source: z.string(),
  suspendOn: z.iso
    .date()
    .nullable()
    .describe('Certifications of people who have not acknowledged it by then are suspended'),
  openedAt: z.iso.datetime(),
  publishedAt: z.iso.datetime().nullable(),
});
export const myRecall = recallJson.omit({ status: true }).extend({
  html: z.string(),
  questions: z.array(
    z.object({
      text: z.string(),
      options: z.array(z.string()).describe('Send the index as answer1, answer2, answer3'),
    }),
  ),
  acknowledgedAt: z.iso.datetime().nullable(),
  ended: z.boolean(),
});
export const deskRecall = recallJson.extend({
  affected: z.int(),
  certified: z.int(),
  acknowledged: z.int(),
  outstanding: z.int(),
});
