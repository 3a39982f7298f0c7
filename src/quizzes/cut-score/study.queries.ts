import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { StoredBody, StoredKey, TypeName } from '../../questions/index.js';

export interface StudyRow {
  id: string;
  quizId: string;
  quizTitle: string;
  courseSlug: string;
  candidate: string;
  showsFacility: boolean;
  openedAt: Date;
  openedBy: string;
  closedAt: Date | null;
  closedBy: string | null;
  closedById: string | null;
  adoptedAt: Date | null;
  adoptedBy: string | null;
  /** It is the cut of its quiz now: no later study was adopted. */
  inForce: boolean;
  items: number;
  /** The latest round, 0 before the first. */
  round: number;
  roundOpen: boolean;
  judgeIds: string[];
}

export interface StudyItem {
  position: number;
  questionId: string;
  part: string;
  slug: string;
  type: TypeName | 'vignette';
  topic: string;
  difficulty: string;
  marks: number;
  body: StoredBody;
  key: StoredKey;
  /** Percent who got it right at their first attempt, of at least thirty. */
  facility: number | null;
}

export interface RatingRow {
  round: number;
  judgeId: string;
  position: number;
  percent: number;
}

export interface JudgeRow {
  judgeId: string;
  name: string;
}

const studies = `SELECT s.id, s.quiz_id AS "quizId", q.title AS "quizTitle", c.slug AS "courseSlug", s.candidate,
    s.shows_facility AS "showsFacility", s.opened_at AS "openedAt", o.name AS "openedBy", s.closed_at AS "closedAt",
    k.name AS "closedBy", s.closed_by AS "closedById", s.adopted_at AS "adoptedAt", a.name AS "adoptedBy",
    coalesce(q.cut_study_id = s.id, false) AS "inForce",
    (SELECT count(*)::integer FROM cut_study_items i WHERE i.study_id = s.id) AS items,
    coalesce((SELECT max(number) FROM cut_rounds r WHERE r.study_id = s.id), 0) AS round,
    EXISTS (SELECT FROM cut_rounds r WHERE r.study_id = s.id AND r.closed_at IS NULL) AS "roundOpen",
    ARRAY(SELECT person_id FROM cut_study_judges j WHERE j.study_id = s.id) AS "judgeIds"
  FROM cut_studies s JOIN quizzes q ON q.id = s.quiz_id JOIN courses c ON c.id = q.course_id
  JOIN people o ON o.id = s.opened_by LEFT JOIN people k ON k.id = s.closed_by LEFT JOIN people a ON a.id = s.adopted_by`;

@Injectable()
export class StudyQueries {
  constructor(private readonly db: Database) {}

  /** Newest first. */
  all(): Promise<StudyRow[]> {
    return this.db.rows(`${studies} ORDER BY s.opened_at DESC, s.id`);
  }

  byId(id: string): Promise<StudyRow | undefined> {
    return this.db.row(`${studies} WHERE s.id = $1`, [id]);
  }

  items(studyId: string): Promise<StudyItem[]> {
    return this.db.rows(
      `SELECT i.position, i.question_id AS "questionId", i.part, q.slug, v.type, v.topic, i.difficulty, i.marks, v.body,
         v.key, CASE WHEN (n.item ->> 'n')::integer >= 30 THEN (n.item ->> 'facility')::float8 END AS facility
       FROM cut_study_items i JOIN cut_studies s ON s.id = i.study_id JOIN questions q ON q.id = i.question_id
       JOIN question_versions v ON v.id = i.question_version_id
       LEFT JOIN analyses y ON y.quiz_id = s.quiz_id AND y.which = 'first'
       LEFT JOIN analysed_items n ON n.analysis_id = y.id AND n.question_id = i.question_id AND n.part = i.part
       WHERE i.study_id = $1 ORDER BY i.position`,
      [studyId],
    );
  }

  ratings(studyId: string): Promise<RatingRow[]> {
    return this.db.rows(
      `SELECT r.round, r.person_id AS "judgeId", i.position, r.percent FROM cut_ratings r
       JOIN cut_study_items i ON i.study_id = r.study_id AND i.question_id = r.question_id AND i.part = r.part
       WHERE r.study_id = $1`,
      [studyId],
    );
  }

  judges(studyId: string): Promise<JudgeRow[]> {
    return this.db.rows(
      `SELECT j.person_id AS "judgeId", p.name FROM cut_study_judges j JOIN people p ON p.id = j.person_id
       WHERE j.study_id = $1 ORDER BY p.name, p.id`,
      [studyId],
    );
  }

  /** Who may be named, and is not on the panel yet. */
  candidates(studyId: string): Promise<JudgeRow[]> {
    return this.db.rows(
      `SELECT p.id AS "judgeId", p.name FROM people p
       WHERE EXISTS (SELECT FROM person_roles r WHERE r.person_id = p.id AND r.role IN ('author', 'examiner', 'admin'))
         AND NOT EXISTS (SELECT FROM cut_study_judges j WHERE j.study_id = $1 AND j.person_id = p.id)
       ORDER BY p.name, p.id`,
      [studyId],
    );
  }

  /** Quizzes and exams that may be studied. */
  quizzes(): Promise<{ id: string; title: string; courseSlug: string }[]> {
    return this.db.rows(
      `SELECT q.id, q.title, c.slug AS "courseSlug" FROM quizzes q JOIN courses c ON c.id = q.course_id
       WHERE q.kind <> 'practice' ORDER BY q.kind, q.title, q.id`,
    );
  }
}
