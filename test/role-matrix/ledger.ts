import type { Row } from './row.js';

export default [
  { method: 'GET', path: '/books/payments', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/payments', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/payments.csv', allow: ['accountant', 'admin'] },
] satisfies Row[];
