import type { Row } from './row.js';

export default [
  { method: 'GET', path: '/search', allow: ['anyone'] },
  { method: 'GET', path: '/api/search', allow: ['anyone'] },
] satisfies Row[];
