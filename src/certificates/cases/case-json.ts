import type { z } from 'zod';
import { dueAt } from './case.js';
import type { Case } from './case.queries.js';
import type { caseJson } from './case.schemas.js';

/** A case as the API gives it: without who opened it. */
export function toCaseJson(one: Case): z.infer<typeof caseJson> {
  const { id, kind, status, certification, number, applicationId, text, wanted, openedAt, answer, closedAt } = one;
  return {
    ...{ id, kind, status, certification, number, applicationId, text, wanted, answer },
    openedAt: openedAt.toISOString(),
    dueAt: dueAt(openedAt).toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  };
}
