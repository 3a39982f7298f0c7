import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { newId } from '../../shared/index.js';
import { CompleteItem } from '../complete-item.js';
import { evaluatedAlready, noCourse, notDoneYet } from '../enrollment.errors.js';
import { EnrollmentQueries } from '../enrollment.queries.js';
import { isComplete } from '../rules/rule-of.js';
import { type CourseEvaluation, scaleNames } from './evaluation.schemas.js';

/** Takes what a learner says about a course once everything in it is done: once, and it cannot be changed. */
@Injectable()
export class GiveCourseEvaluation {
  constructor(
    private readonly db: Database,
    private readonly enrollments: EnrollmentQueries,
    private readonly completeItem: CompleteItem,
    private readonly facts: Facts,
  ) {}

  /** Completes a course that waits for nothing else. @throws not_found, not_done_yet, already_evaluated */
  execute(personId: string, courseSlug: string, given: CourseEvaluation): Promise<void> {
    return this.db.transaction(async (tx) => {
      const access = await this.enrollments.access(personId, courseSlug, tx);
      if (!access) throw noCourse();
      const { enrollmentId, editionId, outline, progress, completedAt } = access;
      if (!completedAt && !isComplete(outline, progress)) throw notDoneYet();
      const written = await tx.row(
        `INSERT INTO course_evaluations (id, enrollment_id, edition_id, is_biased, bias, change, improve, ${scaleNames.join(', ')})
         VALUES ($1, $2, $3, $4, $5, $6, $7, ${scaleNames.map((_, at) => `$${at + 8}`).join(', ')})
         ON CONFLICT ON CONSTRAINT uq_course_evaluations_edition DO NOTHING RETURNING id`,
        [
          ...[newId(), enrollmentId, editionId, given.biased === 'yes'],
          ...[given.biased === 'yes' ? given.bias : '', given.change, given.improve],
          ...scaleNames.map((name) => given[name]),
        ],
      );
      if (!written) throw evaluatedAlready();
      this.facts.record(tx, 'course.evaluated', { courseId: access.courseId, editionId });
      await this.completeItem.settle(tx, enrollmentId);
    });
  }
}
