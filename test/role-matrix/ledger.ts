import type { Row } from './row.js';

export default [
  { method: 'GET', path: '/books/payments', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/payments', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/payments.csv', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/books/invoices', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/invoices', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/invoices.csv', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/books/payouts', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/books/payouts/:payout', allow: ['accountant', 'admin'] },
  { method: 'POST', path: '/books/payouts/:payout/reconciliation', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/payouts', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/payouts.csv', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/payouts/:payout', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/payouts/:payout/transactions.csv', allow: ['accountant', 'admin'] },
  { method: 'POST', path: '/api/books/payouts/:payout/reconciliation', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/api/books/journal.:format', allow: ['accountant', 'admin'] },
  { method: 'GET', path: '/books/exports', allow: ['accountant', 'admin'] },
] satisfies Row[];
