import type { ErasureStep } from '../database/index.js';

const theirs = '(SELECT id FROM licences WHERE person_id = $1)';

export const eligibilityErasure: ErasureStep[] = [
  {
    what: 'licence_papers: the content',
    sql: `UPDATE licence_papers SET sealed = NULL, wrapped_key = NULL, deleted_at = coalesce(deleted_at, now())
      WHERE licence_id IN ${theirs}`,
  },
  {
    what: 'licence_events: questions and answers',
    sql: `UPDATE licence_events SET note = '' WHERE licence_id IN ${theirs} AND note <> ''`,
  },
  {
    what: 'licences: number, name and NPI',
    sql: `UPDATE licences SET number = 'ERASED' || replace(id::text, '-', ''), holder_name = 'Erased person', npi = NULL
      WHERE person_id = $1`,
  },
];
