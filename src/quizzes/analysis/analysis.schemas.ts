import { z } from 'zod';
import type { AnalysedQuiz } from './analysis.queries.js';
import type { ShownItem } from './read-quiz-analysis.js';

const known = z.number().nullable();
const findings = z
  .object({ tenfold: z.int(), wrongUnit: z.int(), dangerZone: z.int(), critical: z.int() })
  .describe('Answers that patients would pay for');

const summarySchema = z.object({
  attempts: z.int(),
  random: z.boolean().describe('Papers differ'),
  places: z.number().describe('Items on a paper, on average'),
  possible: z.number().describe('Marks on a paper, on average'),
  mean: known.describe('Marks'),
  deviation: known.describe('Marks'),
  skewness: known.describe('G1'),
  kurtosis: known.describe('G2, excess'),
  passRate: known,
  cut: known.describe('Marks, on average'),
  consistency: known.describe('Coefficient of internal consistency'),
  errorRatio: known,
  standardError: known.describe('Of measurement, marks'),
  errorAtCut: known.describe('Conditional standard error at the cut, marks'),
  kr20: known.describe('0 to 1'),
  kr21: known.describe('0 to 1'),
  livingston: known.describe('k² at the cut, 0 to 1'),
  histogram: z.array(z.int()).describe('Attempts by score, in twentieths of the marks'),
  findings,
});

export const quizSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  kind: z.string(),
  course: z.string(),
  attempts: z.int().describe('Graded and not voided, now'),
  status: z.enum(['unknown', 'asked', 'computed']),
  computedAt: z.iso.datetime().nullable(),
  summary: summarySchema.nullable(),
});

export const itemSchema = z.object({
  question: z.uuid(),
  name: z.string(),
  pool: z.string(),
  type: z.string(),
  text: z.string(),
  n: z.int(),
  possible: z.number(),
  meanMark: z.number(),
  deviation: known,
  facility: z.number(),
  intendedWeight: known,
  effectiveWeight: known,
  discrimination: known,
  efficiency: known,
  guess: known,
  pointBiserial: known.describe('Corrected, −1 to 1'),
  upperLower: known.describe('Of the upper and lower 27 %'),
  alphaIfDeleted: known.describe('0 to 1; null where papers differ'),
  exposure: z.number(),
  findings,
  flags: z.array(z.object({ kind: z.string(), level: z.enum(['danger', 'warning', 'note']), says: z.string() })),
  choices: z.array(z.object({ answer: z.string(), lower: z.int(), middle: z.int(), upper: z.int() })),
  versions: z.array(z.object({ versionId: z.uuid(), n: z.int(), facility: z.number() })),
});

export const statusOf = ({ pending, computedAt }: Pick<AnalysedQuiz, 'pending' | 'computedAt'>) =>
  pending ? ('asked' as const) : computedAt ? ('computed' as const) : ('unknown' as const);

export const quizJson = (quiz: AnalysedQuiz): z.infer<typeof quizSchema> => ({
  ...{ id: quiz.quizId, title: quiz.title, kind: quiz.kind, course: quiz.courseSlug, attempts: quiz.attempts },
  status: statusOf(quiz),
  computedAt: quiz.computedAt?.toISOString() ?? null,
  summary: quiz.summary,
});

/** By allow-list: the stored item carries the question with its key. */
export const itemJson = (item: ShownItem): z.infer<typeof itemSchema> =>
  itemSchema.parse({ ...item, question: item.questionId });
