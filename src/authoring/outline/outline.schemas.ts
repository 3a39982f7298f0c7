import { z } from 'zod';
import { slug, words } from '../../shared/index.js';
import type { Change } from './outline.js';

/** `2` is a module, `2.0` its first lesson. */
const spot = z
  .string()
  .regex(/^\d{1,4}(\.\d{1,4})?$/, 'There is no such place.')
  .transform((text) => {
    const [module, item] = text.split('.').map(Number);
    return { module: module!, item };
  });
const named = {
  title: words(120),
  slug: slug.refine((name) => !['quiz', 'completion', 'evaluation'].includes(name), 'Choose another name.'),
};

/** A change of an outline, made from this save of course.md. */
export const outlineBody = z.intersection(
  z.object({ rev: z.coerce.number().int().min(1).max(1e6) }),
  z.discriminatedUnion('act', [
    z.object({ act: z.enum(['up', 'down', 'in', 'out', 'remove']), at: spot }),
    z.object({ act: z.literal('move'), at: spot, to: spot }),
    z.object({ act: z.literal('rename'), at: spot, title: named.title }),
    z.object({ act: z.literal('add-lesson'), at: spot, ...named }),
    z.object({ act: z.literal('add-module'), lesson: named.title, ...named }),
    z.object({ act: z.literal('add-quiz'), ...named }),
  ]),
);
export type OutlineBody = { rev: number } & Change;

const rules = {
  opens: z.unknown().optional().describe('When it opens, as it is written'),
  needs: z.unknown().optional().describe('Courses to complete before'),
  complete: z.unknown().optional().describe('`all`, `any` or `none`'),
};

export const outlineAnswer = z.object({
  rev: z.int(),
  modules: z.array(
    z.union([
      z.object({ title: z.string(), ...rules, lessons: z.array(z.string()) }),
      z.object({ title: z.string(), ...rules, quiz: z.string() }),
    ]),
  ),
});
