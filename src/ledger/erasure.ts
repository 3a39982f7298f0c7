import type { ErasureStep } from '../database/index.js';

/** What of the books is a person's own; the journal tells of money and stays. */
export const ledgerErasure: ErasureStep[] = [
  { what: 'saved_views: names and filters', sql: 'DELETE FROM saved_views WHERE person_id = $1' },
];
