import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { AuthoredQuestion } from '../authored.js';
import type { AuthoredType } from '../editor/editors.js';
import type { QuestionUse } from './question-uses.js';
import type { StoredBody, StoredKey } from './stored-question.js';

/** One version, with its key: for authors and examiners alone. */
export interface DeskVersion {
  id: string;
  number: number;
  type: AuthoredType;
  body: StoredBody;
  key: StoredKey;
  /** Null for a version from before the bank kept it. */
  authored: AuthoredQuestion | null;
  marks: number;
  authorId: string | null;
  author: string | null;
  createdAt: Date;
  approvedAt: Date | null;
  approvedBy: string | null;
}

export interface Enemy {
  slug: string;
  text: string;
  why: string | null;
}

/** A question with its history. */
export interface QuestionOfBank {
  id: string;
  slug: string;
  pool: { id: string; slug: string; title: string; language: string };
  retiredAt: Date | null;
  /** The newest first. */
  versions: DeskVersion[];
  enemies: Enemy[];
  uses: Omit<QuestionUse, 'questionId'>[];
  actions: { action: 'retire' | 'reinstate'; reason: string; by: string; at: Date }[];
}

@Injectable()
export class QuestionQueries {
  constructor(private readonly db: Database) {}

  async find(pool: string, slug: string): Promise<QuestionOfBank | undefined> {
    const question = await this.db.row<Omit<QuestionOfBank, 'versions' | 'enemies' | 'actions' | 'uses'>>(
      `SELECT q.id, q.slug, q.retired_at AS "retiredAt",
         json_build_object('id', p.id, 'slug', p.slug, 'title', p.title, 'language', p.language) AS pool
       FROM questions q JOIN pools p ON p.id = q.pool_id WHERE p.slug = $1 AND q.slug = $2`,
      [pool, slug],
    );
    if (!question) return undefined;
    const [versions, enemies, actions, uses] = await Promise.all([
      this.db.rows<DeskVersion>(
        `SELECT v.id, v.number, v.type, v.body, v.key, v.authored, v.marks, v.author_id AS "authorId",
           author.name AS author, v.created_at AS "createdAt", a.approved_at AS "approvedAt", approver.name AS "approvedBy"
         FROM question_versions v LEFT JOIN people author ON author.id = v.author_id
         LEFT JOIN approvals a ON a.question_version_id = v.id LEFT JOIN people approver ON approver.id = a.approved_by
         WHERE v.question_id = $1 ORDER BY v.number DESC`,
        [question.id],
      ),
      this.db.rows<Enemy>(
        `SELECT o.slug, v.body ->> 'text' AS text, e.why FROM enemy_items e
         JOIN questions o ON o.id = CASE WHEN e.question_a = $1 THEN e.question_b ELSE e.question_a END
         CROSS JOIN LATERAL (SELECT body FROM question_versions v WHERE v.question_id = o.id ORDER BY number DESC LIMIT 1) v
         WHERE $1 IN (e.question_a, e.question_b) ORDER BY o.slug`,
        [question.id],
      ),
      this.db.rows<QuestionOfBank['actions'][number]>(
        `SELECT c.action, c.reason, p.name AS by, c.at FROM question_actions c JOIN people p ON p.id = c.by_id
         WHERE c.question_id = $1 ORDER BY c.at DESC`,
        [question.id],
      ),
      this.db.rows<QuestionOfBank['uses'][number]>(
        `SELECT quiz, title, drawn, papers, cap FROM question_uses WHERE question_id = $1 ORDER BY title, quiz`,
        [question.id],
      ),
    ]);
    return { ...question, versions, enemies, actions, uses };
  }
}
