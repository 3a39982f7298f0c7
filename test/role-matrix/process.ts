import type { Row } from './row.js';

export default [
  { method: 'GET', path: '/health/live', allow: ['anyone'] },
  { method: 'GET', path: '/health/ready', allow: ['anyone'] },
  { method: 'GET', path: '/api/openapi.json', allow: ['anyone'] },
  { method: 'POST', path: '/language', allow: ['anyone'] },
  { method: 'GET', path: '/demo/mail', allow: ['anyone'] },
  { method: 'GET', path: '/demo/mail/:id', allow: ['anyone'] },
  { method: 'GET', path: '/api/demo/mail', allow: ['anyone'] },
] satisfies Row[];
