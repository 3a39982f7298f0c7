import { z } from 'zod';
import { words } from '../../../shared/index.js';

const name = '[a-z0-9]+(?:-[a-z0-9]+)*';
const file = (ending: string, sentence: string) =>
  z.string().regex(new RegExp(`^${name}(\\.${name})?\\.${ending}$`), sentence);
const cues = z
  .string()
  .regex(new RegExp(`^videos/${name}(\\.[a-zA-Z0-9-]{1,20})?\\.vtt$`), 'name a file as videos/dilution.en.vtt');

const captionsSchema = z.strictObject({
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'write a language as en or es-MX'),
  label: words(60),
  file: cues,
});

/** What the front matter of a lesson says of its video. */
export const videoSchema = z
  .strictObject({
    file: z
      .string()
      .regex(new RegExp(`^videos/${name}\\.(mp4|webm)$`), 'name a file as videos/dilution.webm')
      .optional(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'a hash is 64 digits, 0 to f')
      .optional(),
    title: words(120),
    seconds: z.number().min(1).max(14_400),
    poster: file('(png|jpg|webp)', 'name a picture as dilution.png, from the folder pictures').optional(),
    captions: z.array(captionsSchema).min(1, 'name at least one: what is heard must be readable').max(12),
    chapters: cues.optional(),
    watch: z.int().min(0).max(100).default(0),
    skip: z.boolean().default(true),
  })
  .refine((video) => (video.file === undefined) !== (video.sha256 === undefined), {
    message: 'name either a file of the course or the hash of an uploaded one',
  });
