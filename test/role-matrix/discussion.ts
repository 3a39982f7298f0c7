import type { Row } from './row.js';

export default [
  { method: 'GET', path: '/comments', allow: ['anyone'] },
  { method: 'POST', path: '/comments', allow: ['signed-in'] },
  { method: 'GET', path: '/comments/:id', allow: ['anyone'] },
  { method: 'POST', path: '/comments/:id/answers', allow: ['signed-in'] },
  { method: 'POST', path: '/comments/:id/text', allow: ['signed-in'] },
  { method: 'POST', path: '/comments/:id/deletion', allow: ['signed-in'] },
  { method: 'POST', path: '/comments/:id/reports', allow: ['signed-in'] },
  { method: 'GET', path: '/moderation', allow: ['author', 'admin'] },
  { method: 'POST', path: '/moderation/comments/:id', allow: ['author', 'admin'] },
  { method: 'GET', path: '/moderation/people/:id', allow: ['author', 'admin'] },
  { method: 'POST', path: '/moderation/people/:id', allow: ['author', 'admin'] },
  { method: 'GET', path: '/api/comments', allow: ['anyone'] },
  { method: 'POST', path: '/api/comments', allow: ['signed-in'] },
  { method: 'POST', path: '/api/comments/:id/answers', allow: ['signed-in'] },
  { method: 'PUT', path: '/api/comments/:id', allow: ['signed-in'] },
  { method: 'DELETE', path: '/api/comments/:id', allow: ['signed-in'] },
  { method: 'POST', path: '/api/comments/:id/reports', allow: ['signed-in'] },
  { method: 'GET', path: '/api/moderation/comments', allow: ['author', 'admin'] },
  { method: 'POST', path: '/api/moderation/comments/:id/acts', allow: ['author', 'admin'] },
  { method: 'POST', path: '/api/moderation/people/:id/bans', allow: ['author', 'admin'] },
] satisfies Row[];
