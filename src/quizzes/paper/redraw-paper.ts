import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { bodiesOf, type PoolQuestion } from '../../questions/index.js';
import type { DrawRules } from './choose-questions.js';
import { drawAlgorithm, type DrawnQuestion, drawPaper } from './draw-paper.js';

interface Started {
  seed: number;
  algorithm: string;
  rules: Pick<DrawRules, 'blueprint' | 'seen' | 'overexposed'>;
  enemies: DrawRules['enemies'];
  versions: string[];
}

/** Draws the paper of an attempt again from what its first event says: whoever doubts a paper can compare. */
@Injectable()
export class RedrawPaper {
  constructor(private readonly db: Database) {}

  /** Undefined for a paper that another way of drawing made. */
  async execute(attemptId: string): Promise<DrawnQuestion[] | undefined> {
    const started = await this.db.row<Started>(
      `SELECT (e.data ->> 'seed')::bigint AS seed, e.data ->> 'algorithm' AS algorithm, e.data -> 'rules' AS rules, d.enemies,
         d.versions
       FROM attempt_events e JOIN drawn_pools d ON d.hash = e.data ->> 'pool'
       WHERE e.attempt_id = $1 AND e.kind = 'attempt.started'`,
      [attemptId],
    );
    if (started?.algorithm !== drawAlgorithm) return undefined;
    const pool = await this.db.rows<PoolQuestion>(
      `SELECT p.slug AS pool, q.id AS "questionId", q.slug, v.id AS "versionId", v.type, v.topic, v.difficulty, v.cognitive,
         v.critical, v.marks
       FROM question_versions v JOIN questions q ON q.id = v.question_id JOIN pools p ON p.id = q.pool_id
       WHERE v.id = ANY ($1::uuid[])`,
      [started.versions],
    );
    const rules = { ...started.rules, enemies: started.enemies };
    return drawPaper(pool, rules, Number(started.seed), (ids) => bodiesOf(this.db, ids));
  }
}
