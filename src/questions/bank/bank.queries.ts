import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import type { AuthoredType } from '../editor/editors.js';
import type { BankFilter, QuestionState } from './bank-filter.js';

export interface DeskPool {
  slug: string;
  title: string;
  language: string;
  /** Kept in the content folder, which decides what is in it. */
  fromContent: boolean;
  questions: number;
  inUse: number;
  waiting: number;
  retired: number;
}

/** How many questions in use there are for one topic, difficulty and level. */
export interface Coverage {
  topic: string;
  difficulty: string;
  cognitive: string;
  questions: number;
}

export interface DeskQuestion {
  slug: string;
  type: AuthoredType;
  text: string;
  topic: string;
  difficulty: string;
  cognitive: string;
  critical: boolean;
  marks: number;
  validFrom: string | null;
  validUntil: string | null;
  version: number;
  state: QuestionState;
  /** Its latest version is not approved. */
  waiting: boolean;
  /** How many papers of 90 days held it. */
  drawn: number;
  /** The highest share of a quiz's papers, in percent; null where it was not drawn. */
  share: number | null;
  /** More papers of a quiz held it than its cap allows: there it is drawn only if nothing else fits. */
  worn: boolean;
}

export const perPage = 50;

const questions = `questions q CROSS JOIN LATERAL (
    SELECT v.*, a.approved_at FROM question_versions v LEFT JOIN approvals a ON a.question_version_id = v.id
    WHERE v.question_id = q.id ORDER BY v.number DESC LIMIT 1
  ) v CROSS JOIN LATERAL (
    SELECT CASE WHEN q.retired_at IS NOT NULL THEN 'retired'
      WHEN v.approved_at IS NOT NULL OR EXISTS (SELECT FROM question_versions o
        JOIN approvals a ON a.question_version_id = o.id WHERE o.question_id = q.id) THEN 'in use'
      ELSE 'draft' END AS state,
      v.approved_at IS NULL AND q.retired_at IS NULL AS waiting
  ) s`;

@Injectable()
export class BankQueries {
  constructor(private readonly db: Database) {}

  pools(): Promise<DeskPool[]> {
    return this.db.rows<DeskPool>(
      `SELECT p.slug, p.title, p.language, p.created_by IS NULL AS "fromContent", n.*
       FROM pools p CROSS JOIN LATERAL (
         SELECT count(*)::int AS questions, count(*) FILTER (WHERE state = 'in use')::int AS "inUse",
           count(*) FILTER (WHERE waiting)::int AS waiting, count(*) FILTER (WHERE state = 'retired')::int AS retired
         FROM ${questions} WHERE q.pool_id = p.id
       ) n ORDER BY p.title, p.slug`,
    );
  }

  pool(
    slug: string,
    runner: Runner = this.db,
  ): Promise<{ id: string; slug: string; title: string; language: string } | undefined> {
    return runner.row('SELECT id, slug, title, language FROM pools WHERE slug = $1', [slug]);
  }

  coverage(poolId: string): Promise<Coverage[]> {
    return this.db.rows<Coverage>(
      `SELECT v.topic, v.difficulty, v.cognitive, count(*)::int AS questions FROM ${questions}
       WHERE q.pool_id = $1 AND s.state = 'in use' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      [poolId],
    );
  }

  /** One page of a pool, and how many there are in all. */
  async list(poolId: string, filter: BankFilter, atOnce = perPage): Promise<{ items: DeskQuestion[]; total: number }> {
    const { q, topic, type, difficulty, cognitive, state, critical, expiring, sort = 'name', page = 1 } = filter;
    const found = await this.db.rows<DeskQuestion & { total: number }>(
      `SELECT q.slug, v.type, v.body ->> 'text' AS text, v.topic, v.difficulty, v.cognitive, v.critical, v.marks,
         v.valid_from::text AS "validFrom", v.valid_until::text AS "validUntil", v.number AS version, s.state, s.waiting,
         u.drawn, u.share, u.worn, count(*) OVER ()::int AS total
       FROM ${questions} CROSS JOIN LATERAL (
         SELECT coalesce(sum(u.drawn), 0)::int AS drawn, round(max(u.drawn * 100.0 / u.papers), 1)::float8 AS share,
           coalesce(bool_or(u.drawn * 100 > u.papers * u.cap), false) AS worn
         FROM question_uses u WHERE u.question_id = q.id
       ) u
       WHERE q.pool_id = $1
         AND ($2::text IS NULL OR q.slug ILIKE '%' || $2 || '%' OR v.body::text ILIKE '%' || $2 || '%' OR v.key::text ILIKE '%' || $2 || '%')
         AND ($3::text IS NULL OR v.topic = $3) AND ($4::text IS NULL OR v.type = $4)
         AND ($5::text IS NULL OR v.difficulty = $5) AND ($6::text IS NULL OR v.cognitive = $6)
         AND ($7::text IS NULL OR s.state = $7 OR ($7 = 'waiting' AND s.waiting))
         AND (NOT $8::boolean OR v.critical) AND (NOT $9::boolean OR v.valid_until < current_date + 60)
       ORDER BY CASE WHEN $10 = 'newest' THEN v.created_at END DESC, CASE WHEN $10 = 'topic' THEN v.topic END,
         CASE WHEN $10 = 'expiry' THEN v.valid_until END, CASE WHEN $10 = 'most drawn' THEN u.drawn END DESC, q.slug
       LIMIT $12 OFFSET $11`,
      [
        ...[poolId, q ? q.replace(/[\\%_]/g, '\\$&') : null, topic ?? null, type ?? null, difficulty ?? null],
        ...[
          cognitive ?? null,
          state ?? null,
          critical === 'yes',
          expiring === 'yes',
          sort,
          (page - 1) * atOnce,
          atOnce,
        ],
      ],
    );
    return { items: found.map(({ total: _, ...each }) => each), total: found[0]?.total ?? 0 };
  }

  async topics(poolId: string): Promise<string[]> {
    const found = await this.db.rows<{ topic: string }>(
      `SELECT DISTINCT v.topic FROM ${questions} WHERE q.pool_id = $1 ORDER BY 1`,
      [poolId],
    );
    return found.map(({ topic }) => topic);
  }
}
