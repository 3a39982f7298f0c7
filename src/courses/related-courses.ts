/** A course that goes further than an article. */
export interface RelatedCourse {
  slug: string;
  title: string;
  summary: string;
  /** Of all lessons and quizzes. */
  minutes: number;
}

/** What is on sale and goes further than an article. Answered by `bundles`, which stands below the rooms that show it. */
export abstract class RelatedCourses {
  /** Those that the article names, in its order, then those that show it in a lesson; three at most. */
  abstract to(article: string): Promise<RelatedCourse[]>;
}
