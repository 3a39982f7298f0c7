import type { Allowed } from '../../src/web/index.js';

/** One route and who may use it. */
export interface Row {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  allow: Allowed[];
}
