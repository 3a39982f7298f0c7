import { Injectable } from '@nestjs/common';
import { FrozenEditions } from '../courses/index.js';
import { Database } from '../database/index.js';
import { CompleteItem } from './complete-item.js';
import { noCourse, packageFirst, videoFirst } from './enrollment.errors.js';
import { LessonPackages } from './lesson-packages.js';
import { type Access, EnrollmentQueries } from './enrollment.queries.js';
import { refuseClosed } from './rules/refuse-closed.js';

/** A learner has worked through a lesson. A quiz has to be passed, a package finished, and enough of a video
 * seen, instead. */
@Injectable()
export class CompleteLesson {
  constructor(
    private readonly db: Database,
    private readonly enrollments: EnrollmentQueries,
    private readonly completeItem: CompleteItem,
    private readonly packages: LessonPackages,
    private readonly editions: FrozenEditions,
  ) {}

  /** Answers with the access, its progress already counting this lesson. @throws not_found, not_open_yet, package_first, video_first */
  async execute(personId: string, courseSlug: string, lessonSlug: string): Promise<Access> {
    return this.db.transaction(async (tx) => {
      const access = await this.enrollments.access(personId, courseSlug, tx);
      if (!access) throw noCourse();
      refuseClosed(access, lessonSlug);
      const { enrollmentId } = access;
      const isDone = access.progress[lessonSlug] === true;
      if (!isDone && (await this.packages.of(courseSlug, lessonSlug))) throw packageFirst();
      const lesson = isDone ? undefined : await this.editions.lesson(access.editionId, lessonSlug);
      if (lesson?.video?.watch) throw videoFirst();
      await this.completeItem.complete(tx, { enrollmentId, itemSlug: lessonSlug, kind: 'lesson' });
      return { ...access, progress: { ...access.progress, [lessonSlug]: true } };
    });
  }
}
