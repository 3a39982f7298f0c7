import { z } from 'zod';
import { authoredQuestion, cognitiveLevels, difficulties } from '../../questions/index.js';
import { slug, words } from '../../shared/index.js';

/** What a learner may see of an attempt. */
const reviewParts = ['score', 'marks', 'answers', 'feedback'] as const;
export type ReviewPart = (typeof reviewParts)[number];
/** What a learner may see, by moment. */
export type ReviewPolicy = Record<'during' | 'after' | 'closed' | 'certified', ReviewPart[]>;

const parts = z
  .array(z.enum(reviewParts))
  .refine((named) => new Set(named).size === named.length, 'A part is named twice.');

/** By moment: while answering, after the end, after the exam closed, once certified. A bare list is for after the end. */
const review = z
  .union([
    parts.transform((after) => ({ after })),
    z.strictObject({
      during: parts.optional(),
      after: parts.optional(),
      closed: parts.optional(),
      certified: parts.optional(),
    }),
  ])
  .transform(({ during = [], after = [], closed = [], certified = [] }: Partial<ReviewPolicy>): ReviewPolicy => ({
    ...{ during, after, closed, certified },
  }));

/** One line of a blueprint: how many questions of which kind are drawn from which pool. */
const section = z.strictObject({
  pool: slug,
  topic: words(80).optional(),
  difficulty: z.enum(difficulties).optional(),
  cognitive: z.enum(cognitiveLevels).optional(),
  count: z.int().min(1).max(500),
});
export type BlueprintSection = z.output<typeof section>;

const rules = {
  title: words(120),
  intro: words(600),
  kind: z.enum(['quiz', 'exam', 'practice']).default('quiz'),
  language: z
    .string()
    .regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'write a language as "en" or "es-MX"')
    .default('en'),
  passPercent: z.int().min(1).max(100),
  minutes: z.int().min(1).max(600).optional(),
  attempts: z.int().min(1).max(100).optional(),
  coolDownHours: z.array(z.int().min(0).max(8760)).max(20).default([]),
  exposureCap: z.int().min(1).max(100).optional(),
  review,
};

const ownPool = z.strictObject({ ...rules, draw: z.int().min(1), questions: z.array(authoredQuestion).min(1) });
const sharedPools = z.strictObject({ ...rules, blueprint: z.array(section).min(1) });

export const quizFileSchema = z
  .looseObject({ blueprint: z.unknown().optional() })
  .transform((file, context): QuizFile => {
    const parsed = (file.blueprint === undefined ? ownPool : sharedPools).safeParse(file);
    if (parsed.success) return withDraw(parsed.data);
    for (const issue of parsed.error.issues) context.addIssue(issue as never);
    return z.NEVER;
  })
  .superRefine((quiz, context) => {
    const refuse = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (quiz.kind === 'practice') {
      if (quiz.minutes !== undefined) refuse(['minutes'], 'Practice has no clock.');
      if (quiz.attempts !== undefined) refuse(['attempts'], 'Practice can be repeated as often as one likes.');
    } else {
      if (quiz.minutes === undefined) refuse(['minutes'], 'Say how many minutes an attempt has.');
      if (quiz.attempts === undefined) refuse(['attempts'], 'Say how many attempts there are.');
    }
    if (quiz.blueprint) return;
    if (quiz.draw > quiz.questions.length) {
      refuse(['draw'], `${quiz.draw} questions are to be drawn, but there are ${quiz.questions.length}.`);
    }
    idsUsedTwice(quiz.questions).forEach((at) => refuse(['questions', at, 'id'], 'This question id is used twice.'));
  });

/** A quiz, as written in `courses/<course>/quizzes/<quiz>.yaml`: with questions of its own, or drawn by a blueprint. */
export type QuizFile = z.output<typeof ownPool> & {
  /** Of shared pools; then there are no questions of its own. */
  blueprint?: BlueprintSection[];
};

type Written = z.output<typeof ownPool> | z.output<typeof sharedPools>;

const withDraw = (file: Written): QuizFile =>
  'questions' in file
    ? file
    : { ...file, questions: [], draw: file.blueprint.reduce((sum, { count }) => sum + count, 0) };

/** The positions of questions whose id stood in the list before. */
export const idsUsedTwice = (questions: { id: string }[]): number[] => {
  const ids = questions.map(({ id }) => id);
  return ids.flatMap((id, at) => (ids.indexOf(id) < at ? [at] : []));
};
