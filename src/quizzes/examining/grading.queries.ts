import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';

/** An answer that waits, without the name of who gave it. */
export interface WaitingAnswer {
  attemptId: string;
  questionId: string;
  quiz: string;
  text: string;
  finishedAt: Date;
  /** The mark this would be: a first, a second, a third one. */
  round: number;
  /** Taken by the one who asks. */
  mine: boolean;
}

/** How far two examiners of the same answer are from each other. */
export interface Agreement {
  quizId: string;
  quiz: string;
  percent: number;
  threshold: number;
  /** Answers marked by two. */
  pairs: number;
  /** Of them, with the very same mark. */
  same: number;
  /** Of them, decided by a third. */
  decided: number;
  /** Mean difference in percent of the marks. */
  difference: number | null;
}

@Injectable()
export class GradingQueries {
  constructor(private readonly db: Database) {}

  /** The oldest first; what the examiner may not mark is not there. */
  queue(examinerId: string): Promise<WaitingAnswer[]> {
    return this.db.rows<WaitingAnswer>(
      `SELECT a.id AS "attemptId", p.id AS "questionId", q.title AS quiz, a.finished_at AS "finishedAt",
         CASE WHEN p.part IS NULL THEN v.body ->> 'text'
           ELSE (SELECT x -> 'body' ->> 'text' FROM jsonb_array_elements(v.body -> 'parts') x WHERE x ->> 'id' = p.part) END AS text,
         g.count::int + 1 AS round, c.examiner_id IS NOT NULL AS mine
       FROM attempts a JOIN quizzes q ON q.id = a.quiz_id
       CROSS JOIN jsonb_to_recordset(a.paper) AS p (id uuid, "versionId" uuid, part text)
       JOIN question_versions v ON v.id = p."versionId"
       JOIN responses r ON r.attempt_id = a.id AND r.question_id = p.id AND NOT r.late AND r.response IS NOT NULL
       CROSS JOIN LATERAL (SELECT count(*), bool_or(examiner_id = $1) AS mine FROM gradings g
         WHERE g.attempt_id = a.id AND g.question_id = p.id) g
       LEFT JOIN grading_claims c ON c.attempt_id = a.id AND c.question_id = p.id AND c.until >= now()
       WHERE a.status <> 'live' AND a.graded_at IS NULL AND a.voided_at IS NULL AND a.person_id <> $1
         AND g.mine IS NOT TRUE AND (c.examiner_id IS NULL OR c.examiner_id = $1)
         AND NOT EXISTS (SELECT FROM marks m WHERE m.attempt_id = a.id AND m.question_id = p.id)
       ORDER BY a.finished_at, p.id LIMIT 200`,
      [examinerId],
    );
  }

  /** Every quiz with questions for examiners, or with a rule about them. */
  agreement(): Promise<Agreement[]> {
    return this.db.rows<Agreement>(
      `SELECT q.id AS "quizId", q.title AS quiz, coalesce(s.percent, 0) AS percent, coalesce(s.threshold, 10) AS threshold,
         count(g.second)::int AS pairs, count(*) FILTER (WHERE g.first = g.second)::int AS same,
         count(g.third)::int AS decided, avg(abs(g.first - g.second) / g.possible * 100)::float8 AS difference
       FROM quizzes q LEFT JOIN second_markings s ON s.quiz_id = q.id
       LEFT JOIN LATERAL (
         SELECT max(g.awarded) FILTER (WHERE g.round = 1) AS first, max(g.awarded) FILTER (WHERE g.round = 2) AS second,
           max(g.awarded) FILTER (WHERE g.round = 3) AS third, max(g.possible) AS possible
         FROM gradings g JOIN attempts a ON a.id = g.attempt_id WHERE a.quiz_id = q.id GROUP BY g.attempt_id, g.question_id
       ) g ON true
       WHERE q.kind <> 'practice' GROUP BY q.id, s.percent, s.threshold ORDER BY q.title`,
    );
  }
}
