import type { Row } from './row.js';

export default [
  { method: 'GET', path: '/books', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/month', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/month.csv', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/offers.csv', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/books/trial-balance', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/trial-balance', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/trial-balance.csv', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/books/income-statement', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/income-statement', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/income-statement.csv', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/books/balance-sheet', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/balance-sheet', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/balance-sheet.csv', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/books/refunds', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/refunds', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/refunds.csv', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/books/disputes', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/disputes', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/disputes.csv', allow: ['accountant', 'admin'] },
] satisfies Row[];
