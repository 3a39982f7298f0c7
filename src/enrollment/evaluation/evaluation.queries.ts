import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { type Scale, scaleNames } from './evaluation.schemas.js';

/** Fewer than so many answers could be told apart by who gave them: nothing of them is shown but that they are there. */
export const fewest = 5;

/** What was said of one edition of a course, or of all of them. */
export interface Group {
  /** Null for all editions together. */
  edition: number | null;
  count: number;
  /** Null below `fewest`. */
  medians: Record<Scale, number> | null;
  /** How often each of 1 to 5 was given. */
  spread: Record<Scale, number[]> | null;
  biased: number | null;
}

export interface Said {
  id: string;
  objectives: number;
  level: number;
  teaching: number;
  practice: number;
  isBiased: boolean;
  bias: string;
  change: string;
  improve: string;
}

export interface EvaluatedCourse {
  slug: string;
  title: string;
  count: number;
  completed: number;
}

const medians = `jsonb_build_object(${scaleNames.map((name) => `'${name}', percentile_cont(0.5) WITHIN GROUP (ORDER BY v.${name})`).join(', ')})`;
const spread = `jsonb_build_object(${scaleNames
  .map(
    (name) =>
      `'${name}', jsonb_build_array(${[1, 2, 3, 4, 5].map((n) => `count(*) FILTER (WHERE v.${name} = ${n})`).join(', ')})`,
  )
  .join(', ')})`;
const enough = (sql: string) => `CASE WHEN count(*) >= ${fewest} THEN ${sql} END`;
const given = `course_evaluations v JOIN editions ed ON ed.id = v.edition_id JOIN courses c ON c.id = ed.course_id`;

@Injectable()
export class EvaluationQueries {
  constructor(private readonly db: Database) {}

  /** Whether this enrollment was evaluated, in the edition it studies. */
  async isGiven(enrollmentId: string): Promise<boolean> {
    const row = await this.db.row('SELECT FROM course_evaluations WHERE enrollment_id = $1', [enrollmentId]);
    return row !== undefined;
  }

  courses(): Promise<EvaluatedCourse[]> {
    return this.db.rows(
      `SELECT c.slug, ed.title,
         (SELECT count(*)::int FROM course_evaluations v JOIN editions o ON o.id = v.edition_id WHERE o.course_id = c.id) AS count,
         (SELECT count(*)::int FROM enrollments e WHERE e.course_id = c.id AND e.completed_at IS NOT NULL) AS completed
       FROM courses c JOIN editions ed ON ed.id = c.current_edition_id ORDER BY ed.title`,
    );
  }

  /**
   * All editions together, then each. Where one edition has too few, so has whoever would take the others from the whole:
   * editions are shown only when each of them has enough.
   */
  async groups(course: string): Promise<Group[]> {
    const groups = await this.db.rows<Group>(
      `SELECT CASE WHEN grouping(ed.number) = 1 THEN NULL ELSE ed.number END AS edition, count(*)::int AS count,
         ${enough(medians)} AS medians, ${enough(spread)} AS spread,
         ${enough('count(*) FILTER (WHERE v.is_biased)::int')} AS biased
       FROM ${given} WHERE c.slug = $1 GROUP BY GROUPING SETS ((), (ed.number))
       ORDER BY grouping(ed.number) DESC, ed.number DESC`,
      [course],
    );
    const [whole, ...editions] = groups;
    if (!whole || whole.count === 0) return [];
    const shown = editions.every(({ count }) => count >= fewest);
    const hidden = { medians: null, spread: null, biased: null };
    return [whole, ...editions.map((each) => (shown ? each : { ...each, ...hidden }))];
  }

  /** Every answer, in no order that tells who gave it when; none below `fewest`. */
  said(course: string, limit = 500, after: string | null = null): Promise<Said[]> {
    return this.db.rows(
      `SELECT * FROM (
         SELECT md5(v.id::text) AS id, v.objectives, v.level, v.teaching, v.practice, v.is_biased AS "isBiased", v.bias,
           v.change, v.improve, count(*) OVER () AS of_all
         FROM ${given} WHERE c.slug = $1) AS s
       WHERE of_all >= ${fewest} AND ($3::text IS NULL OR id > $3) ORDER BY id LIMIT $2`,
      [course, limit, after],
    );
  }
}
