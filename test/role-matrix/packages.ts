import type { Row } from './row.js';

const authors: Row['allow'] = ['author', 'admin'];

export default [
  { method: 'GET', path: '/author/packages', allow: authors },
  { method: 'POST', path: '/author/packages', allow: authors },
  { method: 'GET', path: '/author/packages/:id', allow: authors },
  { method: 'GET', path: '/api/author/packages', allow: authors },
  { method: 'POST', path: '/api/author/packages', allow: authors },
  { method: 'GET', path: '/api/author/packages/:id', allow: authors },
  { method: 'GET', path: '/learn/:course/:lesson/package', allow: ['signed-in'] },
  { method: 'GET', path: '/api/learning/:course/lessons/:lesson/package', allow: ['signed-in'] },
  { method: 'PUT', path: '/api/package-registrations/:id/state', allow: ['signed-in'] },
] satisfies Row[];
