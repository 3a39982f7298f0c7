import type { Response } from 'express';
import type { z } from 'zod';
import { emptyForm, type FormState } from '../web/index.js';

/** The filter of a list page. One that cannot be read leaves the list unfiltered, with the reason beside the field. */
export function askedFilter<Schema extends z.ZodType>(
  schema: Schema,
  asked: Record<string, string>,
  response: Response,
): { query: z.output<Schema>; form: FormState } {
  const parsed = schema.safeParse(asked);
  if (!parsed.success) response.status(422);
  const errors = Object.fromEntries(parsed.error?.issues.map((issue) => [issue.path.join('.'), issue.message]) ?? []);
  return {
    query: parsed.data ?? schema.parse({}),
    form: { ...emptyForm(asked), errors, summary: Object.values(errors) },
  };
}
