import type { TokenAreas } from '../users/index.js';

/**
 * What tokens can be opened for. Left out on purpose: accounts, roles and tokens themselves; exams, sign-offs, licences and
 * marking, which are acts of a person who is there; whatever cannot be undone.
 */
export const tokenAreas: TokenAreas = {
  areas: [
    {
      name: 'catalogue',
      says: 'what can be studied and bought, and search it',
      read: ['catalogue', 'courses', 'bundles', 'articles', 'certifications', 'search', 'markets', 'directory'],
    },
    { name: 'learning', says: 'my courses and how far I am', read: ['learning'], write: ['learning'] },
    {
      name: 'certificates',
      says: 'my certificates and hours',
      read: ['certificates', 'certification-hours', 'recalls'],
    },
    { name: 'orders', says: 'my orders and invoices', read: ['orders', 'invoices'], write: ['quotes', 'orders'] },
    {
      name: 'clinics',
      says: 'the seats of clinics that I manage',
      read: ['clinics'],
      write: ['clinics/:id/assignments'],
    },
    { name: 'bank', for: ['author', 'examiner', 'admin'], says: 'the question bank', read: ['bank'], write: ['bank'] },
    {
      name: 'author',
      for: ['author', 'admin'],
      says: 'the courses that I write',
      read: ['author'],
      write: ['author/drafts'],
    },
    {
      name: 'sales',
      for: ['admin', 'accountant'],
      says: 'bundles, prices, offers and codes',
      read: ['admin/bundles', 'admin/offers', 'admin/codes', 'admin/markets', 'admin/today', 'admin/ebooks'],
      write: ['admin/bundles', 'admin/offers', 'admin/codes', 'admin/prices'],
    },
    {
      name: 'people',
      for: ['admin', 'accountant'],
      says: 'people, their orders and certificates',
      read: ['admin/people', 'admin/orders', 'admin/certificates'],
    },
    { name: 'books', for: ['accountant', 'admin'], says: 'the books', read: ['books'] },
  ],
};
