export type * from './content-folder.js';
export { ContentProblem, type Problem } from './content-problem.js';
export type { QuizFile, QuizQuestion } from './quiz-file.js';
export { contentHash } from './content-hash.js';
export { readContent } from './read-content.js';
