import type { Row } from './row.js';

export default [
  { method: 'GET', path: '/verify', allow: ['anyone'] },
  { method: 'GET', path: '/verify/:number', allow: ['anyone'] },
  { method: 'GET', path: '/certificates', allow: ['signed-in'] },
  { method: 'GET', path: '/certificates/:number.json', allow: ['anyone'] },
  { method: 'GET', path: '/certificates/:number.pdf', allow: ['anyone'] },
  { method: 'GET', path: '/api/certificates', allow: ['signed-in'] },
  { method: 'GET', path: '/.well-known/did.json', allow: ['anyone'] },
  { method: 'GET', path: '/credentials/status/:list', allow: ['anyone'] },
  { method: 'GET', path: '/api/admin/certificates', allow: ['admin'] },
  { method: 'GET', path: '/admin/certificates', allow: ['admin'] },
  { method: 'GET', path: '/admin/certificates/:number/revocation', allow: ['admin'] },
  { method: 'POST', path: '/admin/certificates/:number/revocation', allow: ['admin'] },
  { method: 'POST', path: '/api/admin/certificates/:number/revocation', allow: ['admin'] },
] satisfies Row[];
