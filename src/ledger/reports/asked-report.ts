import type { Response } from 'express';
import type { z } from 'zod';
import { DomainError } from '../../shared/index.js';
import { askedFilter, type FormState } from '../../web/index.js';

interface Asking<Schema extends z.ZodType, Report> {
  schema: Schema;
  asked: Record<string, string>;
  response: Response;
  read: (query: z.output<Schema>) => Promise<Report>;
  /** What the fields hold where nothing was typed. */
  fields: (report: Report) => Record<string, string>;
}

/** A report page: what was asked for; where that is refused the usual one, with the reason beside the field. */
export async function askedReport<Schema extends z.ZodType, Report>(
  asking: Asking<Schema, Report>,
): Promise<{ report: Report; form: FormState }> {
  const { schema, asked, response, read } = asking;
  const { query, form } = askedFilter(schema, asked, response);
  try {
    const report = await read(query);
    return { report, form: { ...form, values: { ...asking.fields(report), ...typed(asked) } } };
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
    response.status(422);
    const report = await read(schema.parse({}));
    return { report, form: { values: asked, errors: error.fields, summary: Object.values(error.fields) } };
  }
}

const typed = (asked: Record<string, string>) => Object.fromEntries(Object.entries(asked).filter(([, value]) => value));
