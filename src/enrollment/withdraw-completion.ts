import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';
import { Facts } from '../jobs/index.js';
import type { CompletedItem } from './complete-item.js';

export interface Withdrawal extends CompletedItem {
  reason: string;
  by: string;
}

/** Takes back that an item was done, and with it that the course is complete. Doing it twice changes nothing. */
@Injectable()
export class WithdrawCompletion {
  constructor(private readonly facts: Facts) {}

  async withdraw(tx: Tx, { enrollmentId, itemSlug, kind, reason, by }: Withdrawal): Promise<void> {
    const course = await tx.row<{ personId: string; courseId: string }>(
      `WITH enrollment AS (
         SELECT id, person_id, course_id, completed_at IS NOT NULL AS complete FROM enrollments WHERE id = $1
         FOR NO KEY UPDATE
       ), item AS (
         UPDATE progress SET completed_at = NULL WHERE enrollment_id = $1 AND item_slug = $2 AND kind = $3
       )
       UPDATE enrollments e SET completed_at = NULL FROM enrollment o WHERE e.id = o.id AND o.complete
       RETURNING e.person_id AS "personId", e.course_id AS "courseId"`,
      [enrollmentId, itemSlug, kind],
    );
    if (course) this.facts.record(tx, 'course.reopened', { enrollmentId, ...course, reason, by });
  }
}
