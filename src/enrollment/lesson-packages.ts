/** A package that is played in a lesson. */
export interface LessonPackage {
  title: string;
  href: string;
}

/** Which lessons are finished by a package. Answered by `packages`, which stands below the rooms that ask. */
export abstract class LessonPackages {
  abstract of(courseSlug: string, lessonSlug: string): Promise<LessonPackage | undefined>;
}
