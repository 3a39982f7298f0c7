import type { Response } from 'express';
import type { z } from 'zod';
import { DomainError } from '../shared/index.js';
import type { FormState } from './form-state.js';
import { fieldsOf } from './issues.js';

export const emptyForm = (values: FormState['values'] = {}): FormState => ({ values, errors: {}, summary: [] });

interface Submission<Schema extends z.ZodType> {
  response: Response;
  schema: Schema;
  body: unknown;
  /** Runs the verb; answers where to go next. */
  act: (input: z.output<Schema>) => Promise<string>;
  /** The same page again, filled with what was typed and the reasons. */
  view: (form: FormState) => JSX.Element | Promise<JSX.Element>;
}

/** A posted form: either the verb ran and the browser is sent on, or the form comes back filled with the reasons. */
export async function submit<Schema extends z.ZodType>(submission: Submission<Schema>): Promise<JSX.Element> {
  const { response, schema, body, act, view } = submission;
  const values = typedValues(body);
  const parsed = schema.safeParse(body ?? {});
  if (!parsed.success) {
    response.status(422);
    return view(refused(values, fieldsOf(parsed.error.issues)));
  }
  try {
    return seeOther(response, await act(parsed.data));
  } catch (error) {
    if (!(error instanceof DomainError) || !returnsToForm.has(error.kind)) throw error;
    response.status(error.kind === 'too_many' ? 429 : 422);
    const fields = Object.keys(error.fields).length > 0 ? error.fields : { '': error.message };
    return view(refused(values, fields));
  }
}

/** After a write: the browser fetches the next page, so that a reload repeats nothing. */
export function seeOther(response: Response, address: string): string {
  response.status(303).location(address);
  return '';
}

const returnsToForm = new Set(['invalid', 'conflict', 'too_many', 'unauthenticated', 'gone', 'unavailable']);

const refused = (values: FormState['values'], fields: Record<string, string>): FormState => ({
  values,
  errors: fields,
  summary: Object.values(fields),
});

/** What the person typed, kept for the form; passwords are never sent back. */
function typedValues(body: unknown): FormState['values'] {
  const entries = Object.entries((body ?? {}) as Record<string, unknown>).filter(
    ([name, value]) => !/password/i.test(name) && (typeof value === 'string' || Array.isArray(value)),
  );
  return Object.fromEntries(entries) as FormState['values'];
}
