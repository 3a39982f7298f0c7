import { z } from 'zod';
import { words } from '../../shared/index.js';

export const nameAsked = z.object({ name: words(200) });

export const keptAnswer = z.object({
  sha256: z.string().describe('Name this in the front matter of a lesson'),
  size: z.number(),
  type: z.enum(['video/mp4', 'video/webm']),
});

export const videoAnswer = keptAnswer.extend({
  name: z.string(),
  uploadedAt: z.iso.datetime(),
  lessons: z.array(z.string()).describe('`course/lesson`, of current editions'),
});
