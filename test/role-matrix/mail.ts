import type { Row } from './row.js';

export default [
  { method: 'GET', path: '/account/mail', allow: ['signed-in'] },
  { method: 'POST', path: '/account/mail', allow: ['signed-in'] },
  { method: 'GET', path: '/api/account/mail', allow: ['signed-in'] },
  { method: 'PUT', path: '/api/account/mail', allow: ['signed-in'] },
  { method: 'GET', path: '/mail/stop/:token', allow: ['anyone'] },
  { method: 'POST', path: '/mail/stop/:token', allow: ['anyone'] },
  { method: 'POST', path: '/mail/stop/:token/undo', allow: ['anyone'] },
  { method: 'GET', path: '/api/mail/stop/:token', allow: ['anyone'] },
  { method: 'PUT', path: '/api/mail/stop/:token', allow: ['anyone'] },
  { method: 'POST', path: '/account/mail/address', allow: ['signed-in'] },
  { method: 'POST', path: '/api/account/mail/address', allow: ['signed-in'] },
  { method: 'POST', path: '/api/mail/reports', allow: ['anyone'] },
  { method: 'GET', path: '/admin/mail', allow: ['admin'] },
  { method: 'GET', path: '/admin/mail/:id', allow: ['admin'] },
  { method: 'POST', path: '/admin/mail/:id/again', allow: ['admin'] },
  { method: 'GET', path: '/api/admin/mail', allow: ['admin'] },
  { method: 'GET', path: '/api/admin/mail/log.csv', allow: ['admin'] },
  { method: 'GET', path: '/api/admin/mail/:id', allow: ['admin'] },
  { method: 'POST', path: '/api/admin/mail/:id/again', allow: ['admin'] },
] satisfies Row[];
