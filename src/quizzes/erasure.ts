import type { ErasureStep } from '../database/index.js';

export const quizzesErasure: ErasureStep[] = [
  {
    what: 'accommodations: the reason, which may tell of a disability',
    sql: `UPDATE accommodations SET reason = 'Erased' WHERE person_id = $1`,
  },
];
