import type { Response } from 'express';
import { z } from 'zod';
import { emptyForm } from './form.js';
import { fieldsOf } from './issues.js';
import type { FormState } from './form-state.js';

/** The filter of a list page. One that cannot be read leaves the list unfiltered, with the reason beside the field. */
export function askedFilter<Schema extends z.ZodType>(
  schema: Schema,
  asked: Record<string, string>,
  response: Response,
): { query: z.output<Schema>; form: FormState } {
  const parsed = schema.safeParse(asked);
  if (!parsed.success) response.status(422);
  const errors = fieldsOf(parsed.error?.issues ?? []);
  return {
    query: parsed.data ?? schema.parse({}),
    form: { ...emptyForm(asked), errors, summary: Object.values(errors) },
  };
}

/** A field left empty is a field not asked for. */
export const emptyIsUnset = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** The filter as an address, so that a list can be kept and shared. */
export function filterAddress(path: string, query: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === 'string' || typeof value === 'number') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}
