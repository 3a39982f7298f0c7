import type { StandardSchemaV1 } from '@standard-schema/spec';
import { DomainError } from '../shared/index.js';

type Issue = StandardSchemaV1.Issue & { code?: string; keys?: string[] };

/** One sentence per field from what a schema refused. */
export function fieldsOf(issues: readonly object[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of issues as Issue[]) {
    const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys ?? []) fields[[...path, key].join('.')] = `“${key}” is not known here.`;
    } else fields[path.join('.')] ??= issue.message;
  }
  return fields;
}

/** A request whose shape is wrong. */
export const malformed = (issues: readonly StandardSchemaV1.Issue[]): DomainError =>
  new DomainError('malformed', 'The request is not of the expected form.', {
    kind: 'malformed',
    fields: fieldsOf(issues),
  });
