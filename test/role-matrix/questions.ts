import type { Row } from './row.js';

export default [{ method: 'GET', path: '/question-pictures/:id', allow: ['signed-in'] }] satisfies Row[];
