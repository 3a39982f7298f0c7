import type { Row } from './row.js';

const authors: Row['allow'] = ['author', 'admin'];
const draft = '/author/drafts/:id';
const api = '/api/author/drafts';

export default [
  { method: 'GET', path: '/author', allow: authors },
  { method: 'POST', path: '/author/drafts', allow: authors },
  { method: 'GET', path: draft, allow: authors },
  { method: 'POST', path: `${draft}/discard`, allow: authors },
  { method: 'GET', path: `${draft}/file`, allow: authors },
  { method: 'POST', path: `${draft}/file`, allow: authors },
  { method: 'POST', path: `${draft}/preview`, allow: authors },
  { method: 'GET', path: api, allow: authors },
  { method: 'POST', path: api, allow: authors },
  { method: 'GET', path: `${api}/:id`, allow: authors },
  { method: 'DELETE', path: `${api}/:id`, allow: authors },
  { method: 'GET', path: `${api}/:id/file`, allow: authors },
  { method: 'PUT', path: `${api}/:id/file`, allow: authors },
  { method: 'GET', path: `${draft}/review`, allow: authors },
  { method: 'POST', path: `${draft}/moves`, allow: authors },
  { method: 'POST', path: `${draft}/take-in`, allow: authors },
  { method: 'GET', path: '/author/courses/:course/editions', allow: authors },
  { method: 'POST', path: '/author/courses/:course/editions/withdrawals', allow: ['admin'] },
  { method: 'POST', path: `${api}/:id/moves`, allow: authors },
  { method: 'POST', path: `${api}/:id/take-in`, allow: authors },
  { method: 'GET', path: `${api}/:id/changes`, allow: authors },
  { method: 'GET', path: '/api/author/courses/:course/editions', allow: authors },
  { method: 'GET', path: '/api/author/courses/:course/changes', allow: authors },
  { method: 'POST', path: '/api/author/courses/:course/withdrawals', allow: ['admin'] },
  { method: 'GET', path: `${draft}/export`, allow: authors },
  { method: 'GET', path: `${draft}/import`, allow: authors },
  { method: 'POST', path: `${draft}/import`, allow: authors },
  { method: 'GET', path: '/author/courses/:course/editions/:number/export', allow: authors },
  { method: 'GET', path: `${api}/:id/archive`, allow: authors },
  { method: 'POST', path: `${api}/:id/archive`, allow: authors },
  { method: 'GET', path: `${draft}/outline`, allow: authors },
  { method: 'POST', path: `${draft}/outline`, allow: authors },
  { method: 'POST', path: `${draft}/outline/undo`, allow: authors },
  { method: 'GET', path: `${api}/:id/outline`, allow: authors },
  { method: 'POST', path: `${api}/:id/outline`, allow: authors },
  { method: 'POST', path: `${api}/:id/outline/undo`, allow: authors },
] satisfies Row[];
