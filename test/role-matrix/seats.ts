import type { Row } from './row.js';

export default [
  { method: 'GET', path: '/gifts', allow: ['signed-in'] },
  { method: 'GET', path: '/gifts/given/:id', allow: ['signed-in'] },
  { method: 'POST', path: '/gifts/given/:id/invitations', allow: ['signed-in'] },
  { method: 'GET', path: '/gifts/:token', allow: ['anyone'] },
  { method: 'POST', path: '/gifts/:token', allow: ['signed-in'] },
  { method: 'GET', path: '/seats/:token', allow: ['anyone'] },
  { method: 'POST', path: '/seats/:token', allow: ['signed-in'] },
  { method: 'GET', path: '/api/gifts', allow: ['signed-in'] },
  { method: 'GET', path: '/api/gifts/:id', allow: ['signed-in'] },
  { method: 'POST', path: '/api/gifts/:id/invitations', allow: ['signed-in'] },
  { method: 'GET', path: '/api/invitations/:token', allow: ['anyone'] },
  { method: 'POST', path: '/api/invitations/:token/acceptance', allow: ['signed-in'] },
] satisfies Row[];
