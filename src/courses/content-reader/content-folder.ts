import type { PictureFile, PoolOfQuestions } from '../../questions/index.js';
import type { Money } from '../../shared/index.js';
import type { Opens } from './item-rules.js';
import type { QuizFile } from './quiz-file.js';
import type { BroughtFiles } from './read-sources.js';
import type { AwardFile, Origin, Source } from './schemas.js';
import type { Video } from './video/video.js';

/** A whole content folder, read, checked against itself and rendered. Each room imports its part of it. */
export interface ContentFolder {
  courses: CourseContent[];
  articles: ArticleContent[];
  bundles: BundleContent[];
  awards: AwardContent[];
  /** Questions that quizzes share. */
  pools: PoolOfQuestions[];
  /** What questions show. */
  drawings: PictureFile[];
  /** All of it that courses are made from, as it was written. */
  sources: BroughtFiles[];
}

interface Named {
  slug: string;
  /** The path below the content folder, for reports. */
  file: string;
}

export interface CourseContent extends Named {
  title: string;
  summary: string;
  audience: string;
  /** `2026-11-15` */
  reviewed: string;
  reviewedBy: string;
  listPrice: Money;
  /** What it is about, to choose by; left out where nothing is said. */
  topics?: string[];
  objectives: string[];
  /** Complete only once the learner evaluated it. */
  asksEvaluation?: true;
  introHtml: string;
  outline: OutlineModule[];
  /** Of all lessons and quizzes. */
  minutes: number;
  /** In the order of the outline. */
  lessons: LessonContent[];
  quizzes: QuizContent[];
}

export interface OutlineModule {
  title: string;
  /** How much of it the course asks for: all where nothing is said. */
  complete?: 'any' | 'none';
  items: OutlineItem[];
}

export interface OutlineItem {
  kind: 'lesson' | 'quiz';
  /** Unique in its course, whatever the kind. */
  slug: string;
  title: string;
  minutes: number;
  /** Of a lesson that anybody may read. */
  preview?: true;
  opens?: Opens;
  /** Courses to complete before it opens. */
  needs?: string[];
}

export interface LessonContent extends Named {
  title: string;
  summary: string;
  minutes: number;
  reviewed: string;
  sources: Source[];
  html: string;
  /** The article shown inside the lesson, and the line that names it. */
  resource: { article: string; line: number } | null;
  preview?: true;
  video?: Video;
  /** The hash of a video that was uploaded, and the line that names it. */
  uploaded?: { sha256: string; line: number };
  opens?: Opens;
  needs?: string[];
}

/** A quiz's slug is unique among all courses. */
export interface QuizContent extends Named {
  course: string;
  quiz: QuizFile;
}

export interface ArticleContent extends Named {
  title: string;
  summary: string;
  author: string;
  abstract: string;
  minutes: number;
  reviewed: string | null;
  sources: Source[];
  trademarks: string[];
  /** Courses that go further. */
  related?: string[];
  origin: Origin | null;
  html: string;
}

export interface BundleContent extends Named {
  title: string;
  summary: string;
  courses: string[];
  listPrice: Money;
  bodyMarkdown: string;
  bodyHtml: string;
  contentHash: string;
}

/** What can be earned: an award for completed courses, or a certification with all it asks for. */
export type AwardContent = Named & AwardFile;
