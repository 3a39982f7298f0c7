import { z } from 'zod';
import { changeValues, partsOf, valuesOf } from './front-matter.js';
import { plainEnds } from './lines.js';

/** The front matter of a lesson as fields; sources one to a line, its address behind a bar. */
export const lessonFields = ['title', 'summary', 'minutes', 'reviewed', 'sources', 'resource', 'preview'] as const;
export type LessonFields = Record<(typeof lessonFields)[number], string>;

const source = z.looseObject({ text: z.string(), url: z.string().optional() });

/** What the form of a lesson shows; undefined where the front matter can only be shown as text. */
export function lessonForm(text: string): (LessonFields & { body: string }) | undefined {
  const parts = partsOf(plainEnds(text));
  const values = parts && valuesOf(parts.yaml);
  const sources = z.array(source).safeParse(values?.['sources'] ?? []);
  if (!parts || !values || !sources.success) return undefined;
  const shown = (key: string) => {
    const value = values[key];
    return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
  };
  const lines = sources.data.map(({ text: words, url }) => (url ? `${words} | ${url}` : words));
  if (lines.some((line) => line.includes('\n'))) return undefined;
  return {
    ...{ title: shown('title'), summary: shown('summary'), minutes: shown('minutes'), reviewed: shown('reviewed') },
    ...{
      resource: shown('resource'),
      preview: shown('preview') === 'true' ? 'true' : '',
      sources: lines.join('\n'),
      body: parts.body,
    },
  };
}

/** The file with what the form says; what the form did not change stays as it was written. */
export function withLessonForm(text: string, form: Partial<LessonFields> & { body?: string }): string {
  const parts = partsOf(plainEnds(text));
  const shown = lessonForm(text);
  if (!parts || !shown) return text;
  const changed = lessonFields.filter((field) => form[field] !== undefined && plainEnds(form[field]) !== shown[field]);
  const values = Object.fromEntries(changed.map((field) => [field, valueOf(field, form[field]!)]));
  const yaml = changeValues(parts.yaml, values);
  return parts.open + yaml + parts.close + plainEnds(form.body ?? parts.body);
}

function valueOf(field: (typeof lessonFields)[number], typed: string): unknown {
  const text = typed.trim();
  if (field === 'sources') return sourcesIn(typed);
  if (field === 'minutes' && /^\d{1,6}$/.test(text)) return Number(text);
  if (field === 'preview') return text === 'true' ? true : undefined;
  return field === 'resource' && text === '' ? undefined : text;
}

const sourcesIn = (typed: string): { text: string; url?: string }[] =>
  plainEnds(typed)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const found = /^(.*\S)\s*\|\s*(\S+)$/.exec(line);
      return found ? { text: found[1]!, url: found[2]! } : { text: line };
    });
