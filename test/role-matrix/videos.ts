import type { Row } from './row.js';

const authors: Row['allow'] = ['author', 'admin'];

export default [
  { method: 'GET', path: '/author/videos', allow: authors },
  { method: 'POST', path: '/author/videos', allow: authors },
  { method: 'GET', path: '/api/author/videos', allow: authors },
  { method: 'POST', path: '/api/author/videos', allow: authors },
  { method: 'GET', path: '/learn/:course/:lesson/video', allow: ['signed-in'] },
  { method: 'GET', path: '/learn/:course/:lesson/captions/:language', allow: ['signed-in'] },
  { method: 'GET', path: '/learn/:course/:lesson/chapters', allow: ['signed-in'] },
  { method: 'GET', path: '/api/learning/:course/lessons/:lesson/video', allow: ['signed-in'] },
  { method: 'PUT', path: '/api/learning/:course/lessons/:lesson/video/watch', allow: ['signed-in'] },
] satisfies Row[];
