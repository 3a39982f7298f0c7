import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';
import { Facts } from '../jobs/index.js';
import type { OutlineModule } from '../courses/index.js';
import type { CompletedItem } from './complete-item.js';
import { progressIn } from './rules/progress-in.js';
import { isComplete } from './rules/rule-of.js';

interface Locked {
  personId: string;
  courseId: string;
  outline: OutlineModule[];
}

export interface Withdrawal extends CompletedItem {
  reason: string;
  by: string;
}

/** Takes back that an item was done, and with it, where the course asks for it, that the course is complete. Doing it twice changes nothing. */
@Injectable()
export class WithdrawCompletion {
  constructor(private readonly facts: Facts) {}

  async withdraw(tx: Tx, { enrollmentId, itemSlug, kind, reason, by }: Withdrawal): Promise<void> {
    const enrollment = await tx.row<Locked>(
      `SELECT e.person_id AS "personId", e.course_id AS "courseId", ed.outline
       FROM enrollments e JOIN editions ed ON ed.id = e.edition_id WHERE e.id = $1 FOR NO KEY UPDATE OF e`,
      [enrollmentId],
    );
    await tx.rows('UPDATE progress SET completed_at = NULL WHERE enrollment_id = $1 AND item_slug = $2 AND kind = $3', [
      enrollmentId,
      itemSlug,
      kind,
    ]);
    if (!enrollment || isComplete(enrollment.outline, await progressIn(tx, enrollmentId))) return;
    const { personId, courseId } = enrollment;
    const reopened = await tx.row(
      'UPDATE enrollments SET completed_at = NULL WHERE id = $1 AND completed_at IS NOT NULL RETURNING id',
      [enrollmentId],
    );
    if (reopened) this.facts.record(tx, 'course.reopened', { enrollmentId, personId, courseId, reason, by });
  }
}
