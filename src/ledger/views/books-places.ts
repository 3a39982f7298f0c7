/** Where one can go in the books, in the order in which it is shown: what came in, what is owed, the statements. */
export const booksPlaces = [
  { href: '/books', label: 'Month' },
  { href: '/books/payments', label: 'Payments' },
  { href: '/books/refunds', label: 'Refunds' },
  { href: '/books/disputes', label: 'Disputes' },
  { href: '/books/invoices', label: 'Invoices' },
  { href: '/books/payouts', label: 'Payouts' },
  { href: '/books/deferred', label: 'Deferred' },
  { href: '/books/tax', label: 'Tax' },
  { href: '/books/trial-balance', label: 'Trial balance' },
  { href: '/books/income-statement', label: 'Income' },
  { href: '/books/balance-sheet', label: 'Balance sheet' },
  { href: '/books/close', label: 'Closing' },
  { href: '/books/exports', label: 'Exports' },
];
