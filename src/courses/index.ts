export { type Article, type ArticleCard, ArticleQueries } from './articles/article.queries.js';
export { sourceAnswer } from './articles/article.schemas.js';
export type {
  ArticleContent,
  AwardContent,
  BlueprintSection,
  BundleContent,
  ContentFolder,
  CourseContent,
  LessonContent,
  Opens,
  Origin,
  LessonPreview,
  OutlineItem,
  OutlineModule,
  Pictures,
  Problem,
  QuizContent,
  QuizFile,
  ReviewPart,
  ReviewPolicy,
  Captions,
  Cue,
  Source,
  SourceFile,
  Video,
} from './content-reader/index.js';
export {
  ContentProblem,
  entries,
  Problems,
  isCourseFile,
  plainCue,
  previewLesson,
  quizFileSchema,
  readContent,
  readContentFile,
  readOneCourse,
  readPictures,
  readYamlFile,
  rendered,
  renderMarkdown,
  whyNoDrawing,
} from './content-reader/index.js';
export { CoursesModule } from './courses.module.js';
export { type CourseCard, type CourseDetail, CourseQueries, type Lesson } from './courses.queries.js';
export { ContentImports, hashOfFolders } from './importing/content-imports.js';
export { articleImportSchema, ImportArticle } from './importing/import-article.js';
export { type RelatedCourse, RelatedCourses } from './related-courses.js';
export { Discussions } from './discussions.js';
export { FrozenEditions } from './frozen-editions.js';
export { missingVideos } from './importing/missing-videos.js';
export { ImportContent } from './importing/import-content.js';
export { type Edition, EditionQueries } from './editions/edition.queries.js';
export { WithdrawEdition } from './editions/withdraw-edition.js';
export { treeOf } from './sources/record-sources.js';
export { ClaimQueries, type StandingClaim } from './claims/claim.queries.js';
export { NotMovedOn } from './sources/not-moved-on.js';
export { type CourseSource, SourceQueries } from './sources/source.queries.js';
export { SlugPipe } from './slug.pipe.js';
export { courseName } from './views/course-name.js';
export { OutlineView } from './views/outline-view.js';
export { formatDay, ReviewedOn, SourceLink, Sources } from './views/sources.js';
