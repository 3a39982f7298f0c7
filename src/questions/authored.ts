import { z } from 'zod';
import { slug, words } from '../shared/index.js';
import { twice } from './twice.js';
import { questionType, type TypeName, typeNames, types } from './types/index.js';

export const difficulties = ['easy', 'moderate', 'hard'] as const;
export const cognitiveLevels = ['recall', 'application', 'judgement'] as const;

const day = z.iso.date('write a date as 2026-11-15');
const alt = words(300);

/** A picture by its id, or, in a content folder, by the file beside the questions; the words must not tell the answer. */
const picture = z.union([
  z.strictObject({ id: z.uuid(), alt, width: z.int().positive(), height: z.int().positive() }),
  z.strictObject({ file: z.string().regex(/^[a-z0-9-]+\.svg$/, 'name a file such as "face.svg"'), alt }),
]);
export type AuthoredPicture = z.output<typeof picture>;

/** What a question says wherever it stands, alone or in a case. */
const stated = z.strictObject({
  id: slug,
  text: words(2000),
  picture: picture.optional(),
  marks: z.int().min(1).max(100).default(1),
  critical: z.boolean().default(false),
  feedback: words(2000),
  source: words(400),
});

/** Where a question stands in the bank. */
const placed = z.strictObject({
  topic: words(80),
  difficulty: z.enum(difficulties).default('moderate'),
  cognitive: z.enum(cognitiveLevels).default('recall'),
  validFrom: day.optional(),
  validUntil: day.optional(),
  enemies: z.array(slug).max(50).optional(),
});

type Stated = z.output<typeof stated>;
type Placed = z.output<typeof placed>;

/** A question inside a case. The fields of its type follow: `authored` of that type describes them. */
export type AuthoredPart = Stated & { type: TypeName; [field: string]: unknown };

/** A question as its author wrote it, with its key: it never leaves the server in this form. */
export type AuthoredSingle = AuthoredPart & Placed;

/** A case: its text, and several questions about it that are drawn together. */
export type AuthoredVignette = Placed &
  Pick<Stated, 'id' | 'text' | 'picture' | 'source'> & { type: 'vignette'; parts: AuthoredPart[] };

export type AuthoredQuestion = AuthoredSingle | AuthoredVignette;

type Options<S extends z.ZodObject> = [S, ...S[]];
const ofEachType = (common: z.ZodRawShape) =>
  typeNames.map((name) =>
    z
      .strictObject({ ...common, type: z.literal(name), ...types[name].authored.shape })
      .superRefine((question, context) => {
        const wrong = questionType(name).wrong?.(question);
        if (wrong) context.addIssue({ code: 'custom', ...wrong });
      }),
  ) as unknown as Options<z.ZodObject>;

const part = z.discriminatedUnion('type', ofEachType(stated.shape));

const vignette = z
  .strictObject({
    ...placed.shape,
    ...stated.pick({ id: true, picture: true, source: true }).shape,
    text: words(6000),
    type: z.literal('vignette'),
    parts: z.array(part).min(1, 'a case has at least one question').max(8),
  })
  .superRefine(({ parts }, context) => {
    for (const at of twice(parts.map(({ id }) => String(id)))) {
      context.addIssue({ code: 'custom', path: ['parts', at, 'id'], message: 'This id is used twice.' });
    }
  });

/** What authors write, in a content folder, in the editor and in files of other systems. */
export const authoredQuestion = z.discriminatedUnion('type', [
  ...ofEachType({ ...stated.shape, ...placed.shape }),
  vignette,
]) as unknown as z.ZodType<AuthoredQuestion>;
