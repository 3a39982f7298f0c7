import type { Row } from './row.js';

const quiz = '/learn/:course/quiz/:quiz';

export default [
  { method: 'GET', path: quiz, allow: ['signed-in'] },
  { method: 'POST', path: `${quiz}/attempts`, allow: ['signed-in'] },
  { method: 'GET', path: `${quiz}/attempts/:id`, allow: ['signed-in'] },
  { method: 'POST', path: `${quiz}/attempts/:id`, allow: ['signed-in'] },
  { method: 'GET', path: `${quiz}/attempts/:id/submission`, allow: ['signed-in'] },
  { method: 'POST', path: `${quiz}/attempts/:id/submission`, allow: ['signed-in'] },
  { method: 'GET', path: `${quiz}/attempts/:id/result`, allow: ['signed-in'] },
  { method: 'POST', path: '/api/quizzes/:quiz/attempts', allow: ['signed-in'] },
  { method: 'GET', path: '/api/attempts/:id', allow: ['signed-in'] },
  { method: 'PUT', path: '/api/attempts/:id/responses/:question', allow: ['signed-in'] },
  { method: 'PUT', path: '/api/attempts/:id/lease', allow: ['signed-in'] },
  { method: 'POST', path: '/api/attempts/:id/submission', allow: ['signed-in'] },
  { method: 'GET', path: '/api/attempts/:id/result', allow: ['signed-in'] },
  { method: 'POST', path: '/api/attempts/:id/files', allow: ['signed-in'] },
  { method: 'GET', path: '/api/attempts/:id/files/:file', allow: ['signed-in'] },
  { method: 'GET', path: '/examiners/analysis', allow: ['author', 'examiner', 'admin'] },
  { method: 'GET', path: '/examiners/analysis/:quiz', allow: ['author', 'examiner', 'admin'] },
  { method: 'POST', path: '/examiners/analysis/:quiz', allow: ['author', 'examiner', 'admin'] },
  { method: 'GET', path: '/examiners/analysis/:quiz/:question', allow: ['author', 'examiner', 'admin'] },
  { method: 'GET', path: '/api/examiners/analysis', allow: ['author', 'examiner', 'admin'] },
  { method: 'GET', path: '/api/examiners/analysis/:quiz', allow: ['author', 'examiner', 'admin'] },
  { method: 'POST', path: '/api/examiners/analysis/:quiz', allow: ['author', 'examiner', 'admin'] },
  { method: 'GET', path: '/api/examiners/analysis/:quiz/items.csv', allow: ['author', 'examiner', 'admin'] },
  { method: 'GET', path: '/api/examiners/analysis/:quiz/:question', allow: ['author', 'examiner', 'admin'] },
] satisfies Row[];
