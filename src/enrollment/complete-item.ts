import { Injectable } from '@nestjs/common';
import type { OutlineModule } from '../courses/index.js';
import type { Tx } from '../database/index.js';
import { Facts } from '../jobs/index.js';
import { noSuchItem } from './enrollment.errors.js';
import { Reminders } from './reminders/reminders.js';
import { findItem } from './outline-position.js';
import { progressIn } from './rules/progress-in.js';
import { isComplete } from './rules/rule-of.js';

export interface CompletedItem {
  enrollmentId: string;
  itemSlug: string;
  kind: 'lesson' | 'quiz';
}

interface Locked {
  personId: string;
  courseId: string;
  editionId: string;
  completedAt: Date | null;
  outline: OutlineModule[];
  /** For an evaluation that the edition asks for. */
  waits: boolean;
}

/** Marks one item of a course as done. With the last one the course is complete: recorded once, whoever comes together. */
@Injectable()
export class CompleteItem {
  constructor(
    private readonly facts: Facts,
    private readonly reminders: Reminders,
  ) {}

  /** @throws not_found when the learner's edition has no item of this kind with this name */
  async complete(tx: Tx, { enrollmentId, itemSlug, kind }: CompletedItem): Promise<void> {
    const enrollment = await locked(tx, enrollmentId);
    if (findItem(enrollment?.outline ?? [], itemSlug)?.kind !== kind) throw noSuchItem(itemSlug);
    const isNew = await tx.row(
      `INSERT INTO progress (enrollment_id, item_slug, kind, completed_at) VALUES ($1, $2, $3, now())
       ON CONFLICT (enrollment_id, item_slug) DO UPDATE SET completed_at = excluded.completed_at
       WHERE progress.completed_at IS NULL RETURNING item_slug`,
      [enrollmentId, itemSlug, kind],
    );
    const { personId } = enrollment!;
    if (isNew && kind === 'lesson') this.facts.record(tx, 'lesson.completed', { enrollmentId, personId, itemSlug });
    await this.reminders.studied(tx, personId);
    if (!enrollment!.completedAt) await this.completeCourse(tx, enrollmentId, enrollment!);
  }

  /** Completes the course if nothing is left that it asks for. */
  async settle(tx: Tx, enrollmentId: string): Promise<void> {
    const enrollment = await locked(tx, enrollmentId);
    if (enrollment && !enrollment.completedAt) await this.completeCourse(tx, enrollmentId, enrollment);
  }

  private async completeCourse(tx: Tx, enrollmentId: string, enrollment: Locked): Promise<void> {
    const { personId, courseId, editionId, outline } = enrollment;
    if (enrollment.waits) return;
    if (!isComplete(outline, await progressIn(tx, enrollmentId))) return;
    const completed = await tx.row(
      'UPDATE enrollments SET completed_at = now() WHERE id = $1 AND completed_at IS NULL RETURNING id',
      [enrollmentId],
    );
    if (!completed) return;
    this.facts.record(tx, 'course.completed', { enrollmentId, personId, courseId, editionId });
    await this.reminders.changed(tx, [personId]);
  }
}

// NO KEY: a first look at a lesson, kept at the same moment, refers to this row and must not wait for us.
const locked = (tx: Tx, enrollmentId: string) =>
  tx.row<Locked>(
    `SELECT e.person_id AS "personId", e.course_id AS "courseId", e.edition_id AS "editionId",
       e.completed_at AS "completedAt", ed.outline, ed.asks_evaluation AND NOT EXISTS (
         SELECT FROM course_evaluations v WHERE v.enrollment_id = e.id AND v.edition_id = e.edition_id) AS waits
     FROM enrollments e JOIN editions ed ON ed.id = e.edition_id WHERE e.id = $1 FOR NO KEY UPDATE OF e`,
    [enrollmentId],
  );
