import { z } from 'zod';

const moment = z.int().min(0).max(20_000_000);

export const toldSchema = z.strictObject({
  position: moment.describe('Where the player is, in milliseconds'),
  age: z.int().min(0).max(2_592_000_000).default(0).describe('How many milliseconds ago that was'),
  speed: z.number().min(0.5).max(2),
  spans: z
    .array(z.tuple([moment, moment]))
    .max(200)
    .describe('What was played and not yet counted, from and up to these milliseconds'),
});

export const keptAnswer = z.object({
  rev: z.int(),
  position: z.int().describe('The newest place, on whatever device'),
  speed: z.number(),
  seen: z.array(z.tuple([z.int(), z.int()])).describe('What counts as seen'),
  seenFor: z.int().describe('Milliseconds'),
  needed: z.int().describe('Milliseconds to be seen before the lesson is complete; 0: none'),
  completed: z.boolean().describe('The lesson is complete'),
});

const cue = z.object({ start: z.int(), end: z.int(), text: z.string(), settings: z.string().optional() });

export const videoAnswer = z.object({
  title: z.string(),
  seconds: z.number(),
  file: z.string().describe('Its address: answers parts, to this session alone'),
  poster: z.string().nullable(),
  captions: z.array(z.object({ language: z.string(), label: z.string(), cues: z.array(cue) })),
  chapters: z.array(cue),
  skip: z.boolean().describe('Whether one may go forward over what was not seen'),
  watch: keptAnswer,
});
