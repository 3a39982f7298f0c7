import type { Row } from './row.js';

export default [
  { method: 'GET', path: '/books/payments', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/payments', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/payments.csv', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/books/invoices', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/invoices', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/invoices.csv', allow: ['accountant', 'admin'] },
] satisfies Row[];
