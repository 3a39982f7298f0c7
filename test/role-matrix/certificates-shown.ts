import type { Row } from './row.js';

export default [
  { method: 'GET', path: '/packets', allow: ['signed-in'] },
  { method: 'POST', path: '/packets', allow: ['signed-in'] },
  { method: 'POST', path: '/packets/:id/withdrawal', allow: ['signed-in'] },
  { method: 'GET', path: '/packets/:token', allow: ['anyone'] },
  { method: 'GET', path: '/packets/:token/packet.pdf', allow: ['anyone'] },
  { method: 'GET', path: '/packets/:token/packet.zip', allow: ['anyone'] },
  { method: 'GET', path: '/api/packets', allow: ['signed-in'] },
  { method: 'POST', path: '/api/packets', allow: ['signed-in'] },
  { method: 'POST', path: '/api/packets/:id/withdrawal', allow: ['signed-in'] },
  { method: 'POST', path: '/api/certification-hours/:id/paper', allow: ['signed-in'] },
  { method: 'POST', path: '/examiners/hours/:id/paper', allow: ['examiner', 'admin'] },
  { method: 'POST', path: '/api/examiners/hours/:id/paper', allow: ['examiner', 'admin'] },
  { method: 'GET', path: '/hours-papers/:token', allow: ['examiner', 'admin'] },
] satisfies Row[];
