import { z } from 'zod';
import { slug, words } from './schemas.js';

const decimal = z.string().regex(/^-?\d{1,9}(\.\d{1,6})?$/, 'write the number as text with a point, for example "2.5"');

const common = {
  id: slug,
  topic: words(80),
  text: words(1000),
  marks: z.int().min(1).max(100).default(1),
  feedback: words(1000),
  source: words(400),
};
const option = z.strictObject({ id: slug, text: words(400), correct: z.boolean().default(false) });
const options = z.array(option).min(2, 'a question has at least two options').max(12);

const questionSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('single'), options }),
  z.strictObject({ ...common, type: z.literal('multiple'), options }),
  z.strictObject({ ...common, type: z.literal('trueFalse'), answer: z.boolean() }),
  z.strictObject({
    ...common,
    type: z.literal('numeric'),
    answer: decimal,
    tolerance: decimal.refine((text) => !text.startsWith('-'), 'it is below zero').default('0'),
    unit: words(40).optional(),
  }),
]);

/** A question as its author wrote it, with its key: it never leaves the server in this form. */
export type QuizQuestion = z.infer<typeof questionSchema>;

/** What a learner may see after submitting. */
export const reviewParts = ['score', 'marks', 'answers', 'feedback'] as const;

export const quizFileSchema = z
  .strictObject({
    title: words(120),
    intro: words(600),
    passPercent: z.int().min(1).max(100),
    draw: z.int().min(1),
    minutes: z.int().min(1).max(600),
    attempts: z.int().min(1).max(100),
    review: z.array(z.enum(reviewParts)),
    questions: z.array(questionSchema).min(1),
  })
  .superRefine((quiz, context) => {
    const refuse = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (quiz.draw > quiz.questions.length) {
      refuse(['draw'], `${quiz.draw} questions are to be drawn, but there are ${quiz.questions.length}.`);
    }
    twice(quiz.review).forEach((at) => refuse(['review', at], 'This is named twice.'));
    twice(quiz.questions.map(({ id }) => id)).forEach((at) =>
      refuse(['questions', at, 'id'], 'This question id is used twice.'),
    );
    quiz.questions.forEach((question, at) => {
      const wrong = 'options' in question ? wrongKey(question) : undefined;
      if (wrong) refuse(['questions', at, 'options'], wrong);
    });
  });

/** A pool of questions and how it is drawn, as written in `courses/<course>/quizzes/<quiz>.yaml`. */
export type QuizFile = z.infer<typeof quizFileSchema>;

function wrongKey(question: Extract<QuizQuestion, { type: 'single' | 'multiple' }>): string | undefined {
  const right = question.options.filter(({ correct }) => correct).length;
  if (twice(question.options.map(({ id }) => id)).length > 0) return 'An option id is used twice.';
  if (question.type === 'single') return right === 1 ? undefined : `Exactly one option is correct, not ${right}.`;
  if (right === 0) return 'At least one option is correct.';
  return right === question.options.length ? 'Not every option may be correct.' : undefined;
}

/** The positions of what stood in the list before. */
const twice = (names: string[]): number[] => names.flatMap((name, at) => (names.indexOf(name) < at ? [at] : []));
