import type { ErasureStep } from '../database/index.js';

export const integrationsErasure: ErasureStep[] = [
  {
    what: 'xapi_statements: what the store was told or is yet to be told',
    sql: 'DELETE FROM xapi_statements WHERE person_id = $1',
  },
];
