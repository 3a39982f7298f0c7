import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { StoredBody, StoredKey, TypeName } from '../../questions/index.js';
import type { AnalysedItem, Summary, Which } from './analysis.js';

/** A quiz with what is known of it. */
export interface AnalysedQuiz {
  quizId: string;
  title: string;
  kind: string;
  courseSlug: string;
  /** Graded attempts that count, of all people, at this moment. */
  attempts: number;
  /** Asked for later than computed: it is on its way. */
  pending: boolean;
  computedAt: Date | null;
  summary: Summary | null;
}

/** An item with what its latest version that was met asks. */
export interface ItemRow extends AnalysedItem {
  slug: string;
  pool: string;
  type: TypeName | 'vignette';
  topic: string;
  difficulty: string;
  body: StoredBody;
  /** Of the whole version: read for those who may see it. */
  key: StoredKey;
}

export interface VersionRow {
  versionId: string;
  number: number;
  createdAt: Date;
}

@Injectable()
export class AnalysisQueries {
  constructor(private readonly db: Database) {}

  /** Quizzes and exams with their analyses, those with most attempts first. */
  quizzes(which: Which, quizId: string | null = null): Promise<AnalysedQuiz[]> {
    return this.db.rows(
      `SELECT q.id AS "quizId", q.title, q.kind, c.slug AS "courseSlug", n.attempts, s.summary,
         s.computed_at AS "computedAt", coalesce(s.asked_at > s.computed_at, s.id IS NOT NULL) AS pending
       FROM quizzes q JOIN courses c ON c.id = q.course_id
       LEFT JOIN analyses s ON s.quiz_id = q.id AND s.which = $1
       CROSS JOIN LATERAL (SELECT count(*)::integer AS attempts FROM attempts a
         WHERE a.quiz_id = q.id AND a.graded_at IS NOT NULL AND a.voided_at IS NULL) n
       WHERE coalesce(q.id = $2, true) ORDER BY n.attempts DESC, q.title, q.id`,
      [which, quizId],
    );
  }

  async items(quizId: string, which: Which, questionId: string | null = null): Promise<ItemRow[]> {
    const rows = await this.db.rows<Omit<ItemRow, keyof AnalysedItem> & { item: AnalysedItem }>(
      `SELECT q.slug, p.slug AS pool, v.type, v.topic, v.difficulty, v.body, v.key,
         i.item || jsonb_build_object('questionId', i.question_id, 'part', i.part) AS item
       FROM analyses s JOIN analysed_items i ON i.analysis_id = s.id JOIN questions q ON q.id = i.question_id
       JOIN pools p ON p.id = q.pool_id
       CROSS JOIN LATERAL (SELECT * FROM question_versions v WHERE v.id IN (
         SELECT (m ->> 'versionId')::uuid FROM jsonb_array_elements(i.item -> 'versions') m) ORDER BY number DESC LIMIT 1) v
       WHERE s.quiz_id = $1 AND s.which = $2 AND coalesce(i.question_id = $3, true)
       ORDER BY p.slug, q.slug, i.part`,
      [quizId, which, questionId],
    );
    return rows.map(({ item, ...row }) => ({ ...row, ...item }));
  }

  /** All versions of a question, newest first. */
  versions(questionId: string): Promise<VersionRow[]> {
    return this.db.rows(
      `SELECT id AS "versionId", number, created_at AS "createdAt" FROM question_versions
       WHERE question_id = $1 ORDER BY number DESC`,
      [questionId],
    );
  }
}
