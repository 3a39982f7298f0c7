import type { Row } from './row.js';

export default [
  { method: 'GET', path: '/search', allow: ['anyone'] },
  { method: 'GET', path: '/api/search', allow: ['anyone'] },
  { method: 'GET', path: '/robots.txt', allow: ['anyone'] },
  { method: 'GET', path: '/sitemap.xml', allow: ['anyone'] },
] satisfies Row[];
