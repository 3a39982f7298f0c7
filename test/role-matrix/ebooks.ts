import type { Row } from './row.js';

export default [
  { method: 'GET', path: '/ebooks', allow: ['anyone'] },
  { method: 'GET', path: '/ebooks/:slug', allow: ['anyone'] },
  { method: 'POST', path: '/ebooks/:slug', allow: ['anyone'] },
  { method: 'GET', path: '/ebooks/:slug/sent', allow: ['anyone'] },
  { method: 'GET', path: '/ebooks/:slug/cover.svg', allow: ['anyone'] },
  { method: 'GET', path: '/ebook-links/:token', allow: ['anyone'] },
  { method: 'POST', path: '/ebook-links/:token', allow: ['anyone'] },
  { method: 'GET', path: '/ebook-links/:token/:format', allow: ['anyone'] },
  { method: 'GET', path: '/api/ebooks', allow: ['anyone'] },
  { method: 'GET', path: '/api/ebooks/:slug', allow: ['anyone'] },
  { method: 'POST', path: '/api/ebooks/:slug/requests', allow: ['anyone'] },
  { method: 'GET', path: '/api/ebook-links/:token', allow: ['anyone'] },
  { method: 'PUT', path: '/api/ebook-links/:token/confirmation', allow: ['anyone'] },
  { method: 'GET', path: '/admin/ebooks', allow: ['admin'] },
  { method: 'GET', path: '/admin/ebooks.csv', allow: ['admin'] },
  { method: 'GET', path: '/api/admin/ebooks', allow: ['admin'] },
] satisfies Row[];
