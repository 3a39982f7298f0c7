import type { Row } from './row.js';

export default [
  { method: 'GET', path: '/articles', allow: ['anyone'] },
  { method: 'GET', path: '/articles.atom', allow: ['anyone'] },
  { method: 'GET', path: '/articles/:slug', allow: ['anyone'] },
  { method: 'GET', path: '/api/articles', allow: ['anyone'] },
  { method: 'GET', path: '/api/articles/:slug', allow: ['anyone'] },
] satisfies Row[];
