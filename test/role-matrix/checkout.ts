import type { Row } from './row.js';

export default [
  { method: 'GET', path: '/checkout', allow: ['signed-in'] },
  { method: 'POST', path: '/checkout', allow: ['signed-in'] },
  { method: 'GET', path: '/checkout/:number', allow: ['signed-in'] },
  { method: 'GET', path: '/checkout/:number/done', allow: ['signed-in'] },
  { method: 'GET', path: '/orders', allow: ['signed-in'] },
  { method: 'GET', path: '/orders/:number', allow: ['signed-in'] },
  { method: 'POST', path: '/api/orders', allow: ['signed-in'] },
  { method: 'GET', path: '/api/orders', allow: ['signed-in'] },
  { method: 'GET', path: '/api/orders/:number', allow: ['signed-in'] },
  { method: 'POST', path: '/stripe/events', allow: ['anyone'] },
  { method: 'GET', path: '/invoices/:number.pdf', allow: ['signed-in'] },
  { method: 'GET', path: '/invoices/:number', allow: ['signed-in'] },
  { method: 'GET', path: '/api/invoices', allow: ['signed-in'] },
  { method: 'GET', path: '/api/invoices/:number', allow: ['signed-in'] },
] satisfies Row[];
