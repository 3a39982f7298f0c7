import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import type { CheckQuestion, RecallStatus } from './recall.js';

export interface Recall {
  id: string;
  status: RecallStatus;
  courseSlug: string;
  courseTitle: string;
  lessonSlug: string;
  lessonTitle: string;
  untilEdition: number;
  wrong: string;
  correct: string;
  source: string;
  html: string;
  questions: CheckQuestion[];
  /** YYYY-MM-DD */
  suspendOn: string | null;
  openedBy: string;
  openedByName: string;
  openedAt: Date;
  decidedAt: Date | null;
  decidedByName: string | null;
  reason: string | null;
  endedAt: Date | null;
  endedReason: string | null;
}
export interface RecallCounts {
  affected: number;
  certified: number;
  acknowledged: number;
  outstanding: number;
}
export interface MyRecall extends Recall {
  acknowledgedAt: Date | null;
}
export interface RecalledPerson {
  id: string;
  name: string;
  email: string;
  certified: boolean;
  foundAt: Date;
  /** The latest mail about it. */
  toldAt: Date | null;
}

@Injectable()
export class RecallQueries {
  constructor(private readonly db: Database) {}

  all(): Promise<(Recall & RecallCounts)[]> {
    return this.db.rows(`SELECT ${columns}, ${counts} FROM ${from} ORDER BY r.opened_at DESC, r.id LIMIT 200`);
  }

  byId(id: string, runner: Runner = this.db): Promise<(Recall & RecallCounts) | undefined> {
    return runner.row(`SELECT ${columns}, ${counts} FROM ${from} WHERE r.id = $1`, [id]);
  }

  /** Recalls that reached this person, the newest first. */
  ofPerson(personId: string): Promise<MyRecall[]> {
    return this.db.rows(`${mine} ORDER BY d.decided_at DESC, r.id`, [personId]);
  }

  forPerson(id: string, personId: string, runner: Runner = this.db): Promise<MyRecall | undefined> {
    return runner.row(`${mine} WHERE r.id = $2`, [personId, id]);
  }

  /** Who has not acknowledged it, after the person of this id. */
  outstanding(id: string, limit: number, after: string | null): Promise<RecalledPerson[]> {
    return this.db.rows(
      `SELECT p.id, p.name, p.email, o.certified, o.found_at AS "foundAt",
         (SELECT max(n.at) FROM recall_notices n WHERE n.recall_id = o.recall_id AND n.person_id = p.id) AS "toldAt"
       FROM outstanding_recalls o JOIN people p ON p.id = o.person_id
       WHERE o.recall_id = $1 AND ($3::uuid IS NULL OR p.id > $3) ORDER BY p.id LIMIT $2`,
      [id, limit, after],
    );
  }
}

const columns = `r.id, c.slug AS "courseSlug", ed.title AS "courseTitle", r.lesson_slug AS "lessonSlug",
  r.lesson_title AS "lessonTitle", r.until_edition AS "untilEdition", r.wrong, r.correct, r.source, r.body_html AS html,
  r.questions, r.suspend_on AS "suspendOn", r.opened_by AS "openedBy", o.name AS "openedByName",
  r.opened_at AS "openedAt", d.decided_at AS "decidedAt", b.name AS "decidedByName", d.reason,
  e.ended_at AS "endedAt", e.reason AS "endedReason",
  CASE WHEN e.recall_id IS NOT NULL THEN 'ended' ELSE coalesce(d.verdict, 'proposed') END AS status`;

const from = `recalls r JOIN courses c ON c.id = r.course_id JOIN editions ed ON ed.id = c.current_edition_id
  JOIN people o ON o.id = r.opened_by
  LEFT JOIN recall_decisions d ON d.recall_id = r.id LEFT JOIN people b ON b.id = d.decided_by
  LEFT JOIN recall_ends e ON e.recall_id = r.id`;

const counts = `(SELECT count(*)::int FROM recall_people p WHERE p.recall_id = r.id) AS affected,
  (SELECT count(*)::int FROM recall_people p WHERE p.recall_id = r.id AND p.certified) AS certified,
  (SELECT count(*)::int FROM recall_acknowledgements a WHERE a.recall_id = r.id) AS acknowledged,
  (SELECT count(*)::int FROM outstanding_recalls q WHERE q.recall_id = r.id) AS outstanding`;

const mine = `SELECT ${columns}, a.at AS "acknowledgedAt" FROM ${from}
  JOIN recall_people p ON p.recall_id = r.id AND p.person_id = $1
  LEFT JOIN recall_acknowledgements a ON a.recall_id = r.id AND a.person_id = $1`;
