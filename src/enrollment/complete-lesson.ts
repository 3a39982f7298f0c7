import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { CompleteItem } from './complete-item.js';
import { noCourse } from './enrollment.errors.js';
import { type Access, EnrollmentQueries } from './enrollment.queries.js';

/** A learner has worked through a lesson. A quiz cannot be completed here: it has to be passed. */
@Injectable()
export class CompleteLesson {
  constructor(
    private readonly db: Database,
    private readonly enrollments: EnrollmentQueries,
    private readonly completeItem: CompleteItem,
  ) {}

  /** Answers with the access, its progress already counting this lesson. @throws not_found */
  async execute(personId: string, courseSlug: string, lessonSlug: string): Promise<Access> {
    return this.db.transaction(async (tx) => {
      const access = await this.enrollments.access(personId, courseSlug, tx);
      if (!access) throw noCourse();
      const { enrollmentId } = access;
      await this.completeItem.complete(tx, { enrollmentId, itemSlug: lessonSlug, kind: 'lesson' });
      return { ...access, progress: { ...access.progress, [lessonSlug]: true } };
    });
  }
}
