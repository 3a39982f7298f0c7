import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import type { AuthoredQuestion } from '../authored.js';
import { splitQuestion, type StoredQuestion } from './split-question.js';

export interface PoolOfQuestions {
  slug: string;
  title: string;
  /** Of the texts, and of the decimal separator: `en`. */
  language: string;
  questions: AuthoredQuestion[];
}

/**
 * Brings a pool to what its file says. Unchanged questions keep their version, changed ones get the next one, missing
 * ones are retired. No running attempt notices: it holds on to the versions of its paper.
 */
@Injectable()
export class PutQuestions {
  async put(tx: Tx, { slug, title, language, questions }: PoolOfQuestions): Promise<void> {
    const { id: poolId } = (await tx.row<{ id: string }>(
      `INSERT INTO pools (id, slug, title, language) VALUES ($1, $2, $3, $4)
       ON CONFLICT ON CONSTRAINT uq_pools_slug DO UPDATE SET title = excluded.title, language = excluded.language
       RETURNING id`,
      [newId(), slug, title, language],
    ))!;
    const written = questions.map((question) => ({ id: newId(), versionId: newId(), ...splitQuestion(question) }));
    const names = written.map(({ slug: name }) => name);
    await tx.rows(
      `WITH retired AS (
         UPDATE questions SET retired_at = now()
         WHERE pool_id = $1 AND slug <> ALL ($3::text[]) AND retired_at IS NULL AND created_by IS NULL
       )
       INSERT INTO questions (id, pool_id, slug)
       SELECT id, $1, slug FROM unnest($2::uuid[], $3::text[]) AS w (id, slug)
       ON CONFLICT ON CONSTRAINT uq_questions_pool_slug DO UPDATE SET retired_at = NULL
         WHERE questions.retired_at IS NOT NULL`,
      [poolId, written.map(({ id }) => id), names],
    );
    const added = await addVersions(tx, poolId, written);
    await tx.rows('INSERT INTO approvals (question_version_id) SELECT * FROM unnest($1::uuid[])', [added]);
    await setEnemies(tx, poolId, written);
  }
}

/** Writes the next version of each question that changed. @returns the ids of the new versions */
export async function addVersions(
  tx: Tx,
  poolId: string,
  written: (StoredQuestion & { versionId: string })[],
  authorId: string | null = null,
): Promise<string[]> {
  const added = await tx.rows<{ id: string }>(
    `INSERT INTO question_versions (id, question_id, number, content_hash, type, topic, difficulty, cognitive, critical,
       marks, valid_from, valid_until, body, key, authored, author_id)
     SELECT w."versionId", q.id, coalesce(last.number, 0) + 1, w.hash, w.type, w.topic, w.difficulty, w.cognitive,
       w.critical, w.marks, w."validFrom", w."validUntil", w.body, w.key, w.authored, $3::uuid
     FROM jsonb_to_recordset($2) AS w ("versionId" uuid, slug text, hash text, type text, topic text, difficulty text,
       cognitive text, critical boolean, marks integer, "validFrom" date, "validUntil" date, body jsonb, key jsonb,
       authored jsonb)
     JOIN questions q ON q.pool_id = $1 AND q.slug = w.slug
     LEFT JOIN LATERAL (
       SELECT max(v.number) AS number,
         -- A file that did not change says nothing new about a question that people changed since.
         (array_agg(v.content_hash ORDER BY v.number DESC) FILTER (WHERE $3::uuid IS NOT NULL OR v.author_id IS NULL))[1]
           AS content_hash
       FROM question_versions v WHERE v.question_id = q.id
     ) last ON true
     WHERE last.content_hash IS DISTINCT FROM w.hash
     RETURNING id`,
    [poolId, JSON.stringify(written), authorId],
  );
  return added.map(({ id }) => id);
}

/** Items of which no paper may hold two: one gives the other away. */
async function setEnemies(tx: Tx, poolId: string, written: StoredQuestion[]): Promise<void> {
  const pairs = written.flatMap(({ slug, enemies }) => enemies.map((enemy) => ({ slug, enemy })));
  await tx.rows(
    `WITH named AS (
       SELECT DISTINCT least(a.id, b.id) AS a, greatest(a.id, b.id) AS b
       FROM jsonb_to_recordset($2) AS w (slug text, enemy text)
       JOIN questions a ON a.pool_id = $1 AND a.slug = w.slug JOIN questions b ON b.pool_id = $1 AND b.slug = w.enemy
       WHERE a.id <> b.id
     ), gone AS (
       DELETE FROM enemy_items e USING questions q
       WHERE q.id = e.question_a AND q.pool_id = $1 AND e.added_by IS NULL
         AND NOT EXISTS (SELECT FROM named n WHERE n.a = e.question_a AND n.b = e.question_b)
     )
     INSERT INTO enemy_items (question_a, question_b) SELECT a, b FROM named
     ON CONFLICT ON CONSTRAINT pk_enemy_items DO NOTHING`,
    [poolId, JSON.stringify(pairs)],
  );
}
