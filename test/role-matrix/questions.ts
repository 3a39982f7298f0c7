import type { Row } from './row.js';

const staff: Row['allow'] = ['author', 'examiner', 'admin'];
const question = '/bank/:pool/questions/:slug';
const api = '/api/bank/pools';

export default [
  { method: 'GET', path: '/question-pictures/:id', allow: ['signed-in'] },
  { method: 'GET', path: '/bank', allow: staff },
  { method: 'POST', path: '/bank', allow: staff },
  { method: 'GET', path: '/bank/:pool', allow: staff },
  { method: 'GET', path: '/bank/:pool/new', allow: staff },
  { method: 'POST', path: '/bank/:pool/new', allow: staff },
  { method: 'GET', path: question, allow: staff },
  { method: 'GET', path: `${question}/edit`, allow: staff },
  { method: 'POST', path: `${question}/edit`, allow: staff },
  { method: 'POST', path: `${question}/preview`, allow: staff },
  { method: 'POST', path: `${question}/approval`, allow: staff },
  { method: 'POST', path: `${question}/retirement`, allow: staff },
  { method: 'POST', path: `${question}/reinstatement`, allow: staff },
  { method: 'POST', path: `${question}/enemies`, allow: staff },
  { method: 'POST', path: `${question}/enemies/removal`, allow: staff },
  { method: 'GET', path: api, allow: staff },
  { method: 'POST', path: api, allow: staff },
  { method: 'GET', path: `${api}/:pool/questions`, allow: staff },
  { method: 'POST', path: `${api}/:pool/questions`, allow: staff },
  { method: 'GET', path: `${api}/:pool/questions/:slug`, allow: staff },
  { method: 'PUT', path: `${api}/:pool/questions/:slug`, allow: staff },
  { method: 'POST', path: `${api}/:pool/questions/:slug/approval`, allow: staff },
  { method: 'POST', path: `${api}/:pool/questions/:slug/retirement`, allow: staff },
  { method: 'DELETE', path: `${api}/:pool/questions/:slug/retirement`, allow: staff },
  { method: 'POST', path: `${api}/:pool/questions/:slug/enemies`, allow: staff },
  { method: 'DELETE', path: `${api}/:pool/questions/:slug/enemies/:enemy`, allow: staff },
  { method: 'GET', path: '/bank/:pool/import', allow: ['author', 'admin'] },
  { method: 'POST', path: '/bank/:pool/import', allow: ['author', 'admin'] },
  { method: 'GET', path: '/bank/:pool/imports/:id', allow: ['author', 'admin'] },
  { method: 'POST', path: '/bank/:pool/imports/:id', allow: ['author', 'admin'] },
  { method: 'POST', path: '/api/bank/:pool/imports', allow: ['author', 'admin'] },
  { method: 'GET', path: '/api/bank/:pool/imports/:id', allow: ['author', 'admin'] },
  { method: 'POST', path: '/api/bank/:pool/imports/:id/commit', allow: ['author', 'admin'] },
] satisfies Row[];
