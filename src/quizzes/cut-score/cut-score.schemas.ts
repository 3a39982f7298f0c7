import { z } from 'zod';
import { words } from '../../shared/index.js';
import type { JudgeSheet, StudyDetail } from './read-study.js';
import type { StudyRow } from './study.queries.js';

export const newStudySchema = z.strictObject({
  quiz: z.string().min(1, 'Choose a quiz or an exam.').max(200),
  candidate: words(2000),
  showsFacility: z
    .union([z.boolean(), z.literal('yes').transform(() => true)])
    .default(false)
    .describe('From the second round on, judges see how many got each item right'),
});

export const judgeSchema = z.strictObject({ person: z.uuid('Choose an author, an examiner or an admin.') });

const percent = z.int().min(0).max(100).nullable();
export const ratingsSchema = z.strictObject({
  ratings: z.array(z.strictObject({ position: z.int().min(0).max(100_000), percent })).max(200),
});

const typed = z
  .string()
  .trim()
  .regex(/^(\d{1,2}|100)?$/, 'Write a whole number from 0 to 100.')
  .transform((text) => (text === '' ? null : Number(text)));
/** The judge's form: `percent-12` is the item at place 12; a field left empty takes its rating back. */
export const sheetSchema = z.record(z.string().regex(/^percent-\d{1,6}$/), typed).transform((fields) => ({
  ratings: Object.entries(fields).map(([name, said]) => ({ position: Number(name.slice(8)), percent: said })),
}));

const known = z.number().nullable();
export const studySchema = z.object({
  id: z.uuid(),
  quiz: z.object({ id: z.uuid(), title: z.string(), course: z.string() }),
  candidate: z.string(),
  showsFacility: z.boolean(),
  status: z.enum(['open', 'closed', 'adopted', 'replaced']),
  items: z.int(),
  round: z.int().describe('The latest, 0 before the first'),
  roundOpen: z.boolean(),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  adoptedAt: z.iso.datetime().nullable(),
});

export const studyDetailSchema = studySchema.extend({
  possible: z.int().describe('Marks of all items'),
  judges: z.array(z.object({ person: z.uuid(), name: z.string(), rated: z.int() })),
  rounds: z
    .array(
      z.object({
        round: z.int(),
        cut: known.describe('Marks'),
        standardError: known.describe('Marks'),
        agreement: known.describe('ICC(2,k)'),
        judges: z.array(z.object({ person: z.uuid(), rated: z.int(), cut: known, severity: known })),
      }),
    )
    .describe('Closed rounds'),
});

const spread = z.object({ judges: z.int(), mean: z.number(), lowest: z.int(), highest: z.int() });
export const sheetAnswerSchema = z.object({
  round: z.int(),
  roundOpen: z.boolean(),
  rated: z.int(),
  items: z.array(
    z.object({
      position: z.int(),
      name: z.string(),
      text: z.string(),
      options: z.array(z.object({ text: z.string(), correct: z.boolean() })),
      marks: z.int(),
      percent,
      spread: spread.nullable().describe('What the panel said in the round before'),
      facility: known,
    }),
  ),
});

export const statusOf = ({ closedAt, adoptedAt, inForce }: StudyRow) =>
  !closedAt
    ? ('open' as const)
    : !adoptedAt
      ? ('closed' as const)
      : inForce
        ? ('adopted' as const)
        : ('replaced' as const);

export const studyJson = (study: StudyRow): z.infer<typeof studySchema> => ({
  ...{ id: study.id, candidate: study.candidate, showsFacility: study.showsFacility, items: study.items },
  ...{ round: study.round, roundOpen: study.roundOpen, status: statusOf(study) },
  quiz: { id: study.quizId, title: study.quizTitle, course: study.courseSlug },
  openedAt: study.openedAt.toISOString(),
  closedAt: study.closedAt?.toISOString() ?? null,
  adoptedAt: study.adoptedAt?.toISOString() ?? null,
});

export const studyDetailJson = ({
  study,
  possible,
  judges,
  rounds,
}: StudyDetail): z.infer<typeof studyDetailSchema> => ({
  ...studyJson(study),
  possible,
  judges: judges.map(({ judgeId, name, rated }) => ({ person: judgeId, name, rated })),
  rounds: rounds.map((round) => ({
    ...round,
    judges: round.judges.map(({ judgeId, ...judge }) => ({ person: judgeId, ...judge })),
  })),
});

export const sheetJson = ({ study, items, rated }: JudgeSheet): z.infer<typeof sheetAnswerSchema> => ({
  ...{ round: study.round, roundOpen: study.roundOpen, rated },
  items: sheetAnswerSchema.shape.items.parse(items),
});
