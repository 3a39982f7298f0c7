import { z } from 'zod';
import { commentText } from './comment-text.js';
import { moderationActs } from './moderating/moderate-comment.js';
import { queues } from './moderating/moderation.queries.js';
import { reportReasons } from './writing/report-comment.js';

const place = z
  .string()
  .regex(
    /^\/(articles\/[a-z0-9-]{1,80}|learn\/[a-z0-9-]{1,80}\/[a-z0-9-]{1,80})$/,
    'Give the path of an article or a lesson.',
  )
  .describe('The path of its page');
const rev = z.coerce.number({ error: 'Say which revision you saw.' }).int().min(1);
const sentence = z.string().trim().max(500, 'Use at most 500 characters.');

export const asked = z.object({
  place,
  limit: z.coerce.number().int().min(1).max(50).default(20),
  after: z.uuid().optional().describe('The id of the last comment already known'),
});
/** `said`: what was done just now. */
export const askedPage = asked.extend({ said: z.literal('reported').optional() });

export const written = z.strictObject({ place, text: commentText });
export const answered = z.strictObject({ text: commentText });
export const changed = z.strictObject({ text: commentText, rev });

export const reported = z
  .strictObject({
    reason: z.enum(reportReasons, { error: 'Say what is wrong with it.' }),
    note: sentence.default(''),
  })
  .refine(({ reason, note }) => reason !== 'other' || note !== '', {
    path: ['note'],
    error: 'Say what is wrong with it.',
  });

export const moderated = z
  .strictObject({
    act: z.enum(moderationActs, { error: 'Choose what to do.' }),
    rev,
    reason: sentence.default('').describe('Told to the writer; needed where the comment goes'),
  })
  .refine(({ act, reason }) => act === 'accepted' || reason !== '', {
    path: ['reason'],
    error: 'Give the reason: the writer is told.',
  });

export const ban = z.strictObject({
  banned: z.preprocess((typed) => (typeof typed === 'string' ? typed === 'true' : typed), z.boolean()),
  reason: sentence.min(1, 'Give the reason.'),
});

export const askedQueue = z.object({
  show: z.enum(queues).default('waiting'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.uuid().optional().describe('The id of the last comment already known'),
});

const standing = z.enum(['held', 'shown', 'rejected', 'hidden', 'deleted']);
const instant = z.iso.datetime();

export const commentAnswer = z.object({
  id: z.string(),
  writer: z.string().nullable().describe('null: gone, or not shown'),
  team: z.boolean().describe('Written by somebody who works here'),
  text: z.string().nullable().describe('Plain text; null: it was taken away'),
  standing,
  rev: z.int(),
  mine: z.boolean(),
  writtenAt: instant,
  editedAt: instant.nullable(),
});
export const threadAnswer = commentAnswer.extend({ answers: z.array(commentAnswer) });
export const writtenAnswer = z.object({
  id: z.string(),
  standing: standing.describe('`held`: a moderator reads it first'),
});

export const queuedAnswer = z.object({
  ...{ id: z.string(), place: z.string(), text: z.string().nullable(), standing, rev: z.int(), writtenAt: instant },
  ...{ heldBecause: z.string().nullable(), writer: z.string().nullable(), writerId: z.string(), reports: z.int() },
});
