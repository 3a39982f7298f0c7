import { z } from 'zod';
import { cognitiveLevels, difficulties } from '../../questions/index.js';
import { words } from '../../shared/index.js';
import { responseOf } from '../../web/index.js';

const section = z.strictObject({
  pool: z.string().max(80),
  topic: z.string().max(80).optional(),
  difficulty: z.enum(difficulties).optional(),
  cognitive: z.enum(cognitiveLevels).optional(),
  count: z.int('Enter a whole number.').min(0, 'Enter 0 or more.').max(500, 'Enter at most 500.'),
});

export const blueprintBody = z.strictObject({
  rev: z.int().min(1).describe('The one that was read: a change in between is refused'),
  reason: words(300),
  sections: z.array(section).max(100).describe('What is not named may be any; a count of 0 leaves the cell out'),
});
export type BlueprintBody = z.output<typeof blueprintBody>;

/** The posted form: rows `sections.0.pool`, `sections.0.count` and so on; empty ones are left out. */
export const blueprintForm = z.record(z.string(), z.unknown()).transform((typed, context): BlueprintBody => {
  const fields = Object.entries(typed).map(([name, value]): [string, unknown] => [`form.${name}`, value]);
  const read = (responseOf(fields, 'form') ?? {}) as { rev?: string; reason?: string; sections?: Record<string, Row> };
  const rows = read.sections ?? {};
  const last = Math.max(-1, ...Object.keys(rows).map(Number).filter(Number.isSafeInteger));
  const sections = Array.from({ length: Math.min(last, 100) + 1 }, (_, at) => sectionOf(rows[at] ?? {}));
  const parsed = blueprintBody.safeParse({ rev: Number(read.rev), reason: read.reason ?? '', sections });
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message });
  return z.NEVER;
});

interface Row extends Record<string, string | undefined> {
  pool?: string;
  count?: string;
}

const sectionOf = ({ pool = '', count = '0', ...rest }: Row) => ({
  ...{ pool, ...rest },
  count: /^\s*\d{1,6}\s*$/.test(count) ? Number(count) : Number.NaN,
});

const whole = z.int().min(0);
const cell = section.extend({ drawable: whole, apart: whole, notApproved: whole, notValid: whole });
export const blueprintAnswer = z.object({
  quiz: z.string().describe('course.quiz'),
  title: z.string(),
  rev: z.int(),
  fromContent: z.boolean().describe('It is what the content folder says'),
  sections: z.array(cell),
});
