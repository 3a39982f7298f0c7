export type * from './content-folder.js';
export { contentHash } from './content-hash.js';
export { ContentProblem, type Problem } from './content-problem.js';
export { renderMarkdown } from './markdown.js';
export { type QuizFile, type QuizQuestion, quizFileSchema } from './quiz-file.js';
export { readContent } from './read-content.js';
export { type Origin, slug, type Source, sourceSchema, words } from './schemas.js';
