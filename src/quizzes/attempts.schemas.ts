import { z } from 'zod';
import type { AttemptWithPaper } from './attempts/attempt.queries.js';
import { deadlineAt, isPaused } from './attempts/time-left.js';
import { candidateQuestions } from './paper/candidate-question.js';
import type { ReviewedAttempt } from './review/review-attempt.js';
import { responseForms, typeNames } from '../questions/index.js';

const formOf = (form: z.ZodType): object => {
  const described: object = z.toJSONSchema(form);
  return Object.fromEntries(Object.entries(described).filter(([name]) => name !== '$schema'));
};

/** Described by its forms; checked by the question's type, which can say what is wrong in a sentence. */
const response = z.unknown().meta({
  description: 'By type; null clears the answer. numeric: the number alone, with a decimal point',
  anyOf: [...responseForms.map(formOf), { type: 'null' }],
});

/** More revisions than anyone can write in an attempt. */
export const highestRev = 1_000_000_000;

export const saveBody = z.strictObject({
  rev: z.int().min(0).max(highestRev).describe('The revision you know; 0 before the first save'),
  response: response.refine((sent) => sent !== undefined, 'Send a response, or null to clear it.'),
  lease: z.string().max(100).optional().describe('If sent, refused once the attempt was opened elsewhere'),
});

export const savedAnswer = z.object({ rev: z.int(), savedAt: z.iso.datetime() });
export const leaseAnswer = z.object({ lease: z.string() });

/** Idempotency-Key: whatever a client likes, within reason. */
export const keySchema = z.string().trim().min(1).max(255);

const tally = z.object({ awarded: z.number(), possible: z.number() });
const quiz = z.object({ id: z.uuid(), slug: z.string(), title: z.string(), course: z.string() });
const head = {
  id: z.uuid(),
  quiz,
  number: z.int().describe('1 for the first attempt'),
  status: z.enum(['live', 'submitted', 'expired', 'ended']),
  startedAt: z.iso.datetime(),
  deadline: z.iso.datetime().optional().describe('The last instant for answers; none without a time limit'),
  finishedAt: z.iso.datetime().optional(),
};
const shownPicture = z.object({ id: z.uuid(), alt: z.string(), width: z.int(), height: z.int() });
const asked = {
  id: z.uuid().describe('Of this attempt only'),
  type: z.enum(typeNames),
  text: z.string(),
  picture: shownPicture.optional(),
  case: z.object({ id: z.string(), text: z.string(), picture: shownPicture.optional() }).optional(),
  response: z.unknown(),
};

export const attemptAnswer = z.object({
  ...head,
  serverNow: z.iso.datetime().describe('Correct your clock by it'),
  lease: z.string().optional(),
  questions: z
    .array(
      z.looseObject({
        ...asked,
        marks: z.number(),
        flagged: z.boolean(),
        rev: z.int(),
        savedAt: z.iso.datetime().nullable(),
      }),
    )
    .describe('With the saved responses; empty once the attempt is finished: see its result'),
});

/** One question of one's own paper, as far as the review policy goes. */
export const reviewedQuestion = z.looseObject({
  ...asked,
  marks: tally.optional(),
  comments: z.array(z.string()).optional().describe('What examiners wrote, where they marked it'),
  isRight: z.boolean().optional(),
  answer: z.record(z.string(), z.unknown()).optional().describe('Spelt like a response of the type'),
  feedback: z.string().optional(),
  source: z.string().optional(),
});

export const resultAnswer = z
  .object({
    ...head,
    passPercent: z.number().describe('Of the marks of this paper'),
    voided: z.boolean().optional().describe('Declared void: it is no pass, whatever its score'),
    passed: z.boolean().optional(),
    score: z.number().optional().describe('Percent, rounded down to two digits'),
    weakTopics: z.array(z.string()).optional(),
    marks: tally.optional(),
    questions: z.array(reviewedQuestion).optional(),
  })
  .describe('Parts that the review policy withholds are left out');

const headOf = (attempt: AttemptWithPaper) => {
  const { id, quiz: of, number, status, startedAt, finishedAt, now } = attempt;
  const deadline = status === 'live' ? deadlineAt(attempt, now) : attempt.deadlineAt;
  return {
    id,
    quiz: of,
    number,
    status,
    startedAt: startedAt.toISOString(),
    ...(deadline && { deadline: deadline.toISOString() }),
    ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
  };
};

export function attemptJson(attempt: AttemptWithPaper): z.infer<typeof attemptAnswer> {
  const isLive = attempt.status === 'live';
  return {
    ...headOf(attempt),
    serverNow: attempt.now.toISOString(),
    ...(isLive && { lease: attempt.lease }),
    // While the clock stands still, nobody reads on.
    questions: isLive && !isPaused(attempt, attempt.now) ? candidateQuestions(attempt) : [],
  };
}

export function resultJson({ attempt, review }: ReviewedAttempt): z.infer<typeof resultAnswer> {
  return { ...headOf(attempt), ...(attempt.voided && { voided: true }), ...review };
}
