export type * from './content-folder.js';
export { readContentFile, readYamlFile } from './content-file.js';
export { type SourceFile } from './content-files.js';
export { ContentProblem, type Problem, Problems } from './content-problem.js';
export { entries } from './entries.js';
export { renderMarkdown } from './markdown.js';
export { type Pictures, readPictures } from './pictures.js';
export { rendered } from './rendered.js';
export {
  type BlueprintSection,
  type QuizFile,
  quizFileSchema,
  type ReviewPart,
  type ReviewPolicy,
} from './quiz-file.js';
export { whyNoDrawing } from './pictures.js';
export { type Claim, claimsIn } from './claims.js';
export { type LessonPreview, previewLesson, readLesson } from './preview-lesson.js';
export { readContent } from './read-content.js';
export { readOneCourse } from './read-one-course.js';
export type { Opens } from './item-rules.js';
export { neededBy, type Needing, needsCanBeMet } from './needs.js';
export { isCourseFile } from './read-sources.js';
export { plainCue } from './video/cue-text.js';
export type { Captions, Cue, Video } from './video/video.js';
export { type Origin, type Source, sourceSchema } from './schemas.js';
