import { z } from 'zod';

export const device = z
  .string()
  .regex(/^[0-9a-z]{8,32}$/, 'Name the device with 8 to 32 small letters and digits.')
  .describe('A number that the device drew for itself');

export const placeSent = z.strictObject({
  block: z
    .string()
    .regex(/^[a-z0-9-]{1,200}$/, 'Name a block by its id.')
    .describe('The id of the block that is read, as it stands in the html of the lesson'),
  fraction: z.number().min(0).max(1).describe('How much of it is above the top of the screen'),
  device,
  rev: z
    .int()
    .min(1)
    .max(Number.MAX_SAFE_INTEGER)
    .describe('Counts the places this device sends; an older one changes nothing'),
});

const place = z.object({
  block: z.string(),
  fraction: z.number(),
  device: z.string(),
  rev: z.int(),
  savedAt: z.iso.datetime(),
});

export const placeAnswer = z.object({
  place: place.nullable().describe('The newest, on whatever device; by our clock'),
});
