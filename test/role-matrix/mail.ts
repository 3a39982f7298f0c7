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
] satisfies Row[];
