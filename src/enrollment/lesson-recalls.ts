/** A lesson somebody studied that turned out to teach something wrong, and where its correction is read. */
export interface LessonRecall {
  lesson: string;
  href: string;
}

/** Corrections a person has not confirmed yet. Answered by `certificates`, which stands below the rooms that ask. */
export abstract class LessonRecalls {
  abstract of(personId: string): Promise<LessonRecall[]>;
}
