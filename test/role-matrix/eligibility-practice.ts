import type { Row } from './row.js';

const admin: Row['allow'] = ['admin'];
const learner: Row['allow'] = ['learner'];
const preceptor: Row['allow'] = ['preceptor'];

const both = (method: Row['method'], path: string, allow: Row['allow']): Row[] => [
  { method, path, allow },
  { method, path: `/api${path}`, allow },
];

export default [
  ...both('GET', '/admin/preceptors', admin),
  ...both('POST', '/admin/preceptors/authorities', admin),
  ...both('POST', '/admin/preceptors/authorities/:id/end', admin),
  ...both('POST', '/admin/preceptors/assignments', admin),
  ...both('POST', '/admin/preceptors/assignments/:id/end', admin),
  ...both('GET', '/admin/preceptors/severity', admin),
  { method: 'GET', path: '/api/admin/preceptors/severity/report.csv', allow: admin },
  ...both('GET', '/logbook', learner),
  { method: 'POST', path: '/api/logbook', allow: learner },
  { method: 'GET', path: '/logbook/new/:procedure', allow: learner },
  { method: 'POST', path: '/logbook/new/:procedure', allow: learner },
  ...both('GET', '/logbook/:id', learner),
  { method: 'GET', path: '/logbook/:id/amendment', allow: learner },
  { method: 'POST', path: '/logbook/:id/amendment', allow: learner },
  { method: 'POST', path: '/api/logbook/:id/amendments', allow: learner },
  ...both('POST', '/logbook/:id/withdrawal', learner),
  { method: 'POST', path: '/logbook/:id/code', allow: learner },
  { method: 'POST', path: '/api/logbook/:id/codes', allow: learner },
  ...both('POST', '/logbook/:id/sign-off', learner),
  { method: 'GET', path: '/preceptor', allow: preceptor },
  { method: 'GET', path: '/api/preceptor/waiting', allow: preceptor },
  { method: 'POST', path: '/preceptor/entries/:id', allow: preceptor },
  { method: 'POST', path: '/api/preceptor/decisions', allow: preceptor },
  { method: 'POST', path: '/preceptor/entries/:id/code', allow: preceptor },
  { method: 'POST', path: '/api/preceptor/entries/:id/codes', allow: preceptor },
] satisfies Row[];
