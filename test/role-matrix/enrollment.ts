import type { Row } from './row.js';

export default [
  { method: 'GET', path: '/learning', allow: ['signed-in'] },
  { method: 'GET', path: '/learn/:course', allow: ['signed-in'] },
  { method: 'GET', path: '/learn/:course/:lesson', allow: ['signed-in'] },
  { method: 'POST', path: '/learn/:course/:lesson/completion', allow: ['signed-in'] },
  { method: 'GET', path: '/api/learning', allow: ['signed-in'] },
  { method: 'GET', path: '/api/learning/:course/lessons/:lesson', allow: ['signed-in'] },
  { method: 'PUT', path: '/api/learning/:course/lessons/:lesson/completion', allow: ['signed-in'] },
  { method: 'GET', path: '/api/learning/:course/lessons/:lesson/place', allow: ['signed-in'] },
  { method: 'PUT', path: '/api/learning/:course/lessons/:lesson/place', allow: ['signed-in'] },
  { method: 'GET', path: '/learn/:course/notes', allow: ['signed-in'] },
  { method: 'GET', path: '/learn/:course/notes.csv', allow: ['signed-in'] },
  { method: 'GET', path: '/learn/:course/notes.md', allow: ['signed-in'] },
  { method: 'GET', path: '/learn/:course/notes/:id', allow: ['signed-in'] },
  { method: 'POST', path: '/learn/:course/notes/:id', allow: ['signed-in'] },
  { method: 'POST', path: '/learn/:course/notes/:id/deletion', allow: ['signed-in'] },
  { method: 'POST', path: '/learn/:course/:lesson/notes', allow: ['signed-in'] },
  { method: 'GET', path: '/api/learning/:course/notes', allow: ['signed-in'] },
  { method: 'POST', path: '/api/learning/:course/lessons/:lesson/notes', allow: ['signed-in'] },
  { method: 'PUT', path: '/api/learning/notes/:id', allow: ['signed-in'] },
  { method: 'DELETE', path: '/api/learning/notes/:id', allow: ['signed-in'] },
] satisfies Row[];
