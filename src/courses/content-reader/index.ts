export type * from './content-folder.js';
export { ContentProblem, type Problem } from './content-problem.js';
export { renderMarkdown } from './markdown.js';
export {
  type BlueprintSection,
  type QuizFile,
  quizFileSchema,
  type ReviewPart,
  type ReviewPolicy,
} from './quiz-file.js';
export { readContent } from './read-content.js';
export { type Origin, type Source, sourceSchema } from './schemas.js';
