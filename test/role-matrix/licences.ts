import type { Row } from './row.js';

/** Who can hold a licence. */
const own: Row['allow'] = ['learner', 'preceptor', 'examiner', 'admin'];

export default [
  { method: 'GET', path: '/account/licences', allow: own },
  { method: 'POST', path: '/account/licences', allow: own },
  { method: 'GET', path: '/account/licences/:id', allow: own },
  { method: 'POST', path: '/account/licences/:id/paper', allow: own },
  { method: 'POST', path: '/account/licences/:id/answer', allow: own },
  { method: 'POST', path: '/account/licences/:id/withdrawal', allow: own },
  { method: 'GET', path: '/api/licences', allow: own },
  { method: 'POST', path: '/api/licences', allow: own },
  { method: 'GET', path: '/api/licences/:id', allow: own },
  { method: 'POST', path: '/api/licences/:id/papers', allow: own },
  { method: 'POST', path: '/api/licences/:id/answer', allow: own },
  { method: 'DELETE', path: '/api/licences/:id', allow: own },
  { method: 'GET', path: '/licence-papers/:token', allow: ['signed-in'] },
  { method: 'GET', path: '/review/licences', allow: ['examiner', 'admin'] },
  { method: 'GET', path: '/review/licences/:id', allow: ['examiner', 'admin'] },
  { method: 'POST', path: '/review/licences/:id', allow: ['examiner', 'admin'] },
  { method: 'GET', path: '/api/review/licences', allow: ['examiner', 'admin'] },
  { method: 'POST', path: '/api/review/licences/:id/claim', allow: ['examiner', 'admin'] },
  { method: 'POST', path: '/api/review/licences/:id/approval', allow: ['examiner', 'admin'] },
  { method: 'POST', path: '/api/review/licences/:id/question', allow: ['examiner', 'admin'] },
  { method: 'POST', path: '/api/review/licences/:id/refusal', allow: ['examiner', 'admin'] },
  { method: 'GET', path: '/scope', allow: ['anyone'] },
  { method: 'GET', path: '/api/scope', allow: ['anyone'] },
] satisfies Row[];
