import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../database/index.js';
import { DomainError, newId, notFound } from '../../../shared/index.js';
import type { AuthoredQuestion } from '../../authored.js';
import { addEnemies } from '../../bank/add-enemies.js';
import { addVersions } from '../../bank/put-questions.js';
import { splitQuestion } from '../../bank/split-question.js';
import type { ImportFormat } from '../read-questions.js';
import { keptPictures, typesIn } from './held-questions.js';
import { itemsOf, questionsIn } from './import-report.js';

interface Waiting {
  poolId: string;
  format: ImportFormat;
  topic: string;
  fileName: string;
  bytes: Buffer | null;
  added: number | null;
}

/** Brings the questions of a waiting file into their pool as drafts: all that can be taken, or on any error none. */
@Injectable()
export class CommitImport {
  constructor(private readonly db: Database) {}

  /**
   * Once committed, it answers the same again. What is there already in the same words gets no new version.
   * @returns how many versions were added. @throws DomainError not_found, import_expired
   */
  execute({ pool, id, by }: { pool: string; id: string; by: string }): Promise<{ added: number }> {
    return this.db.transaction(async (tx) => {
      const waiting = await tx.row<Waiting>(
        `SELECT i.pool_id AS "poolId", i.format, i.topic, i.file_name AS "fileName", i.added,
           CASE WHEN i.expires_at > now() THEN i.bytes END AS bytes
         FROM question_imports i JOIN pools p ON p.id = i.pool_id WHERE i.id = $1 AND p.slug = $2 FOR UPDATE OF i`,
        [id, pool],
      );
      if (!waiting) throw notFound('import');
      if (waiting.added !== null) return { added: waiting.added };
      if (!waiting.bytes) throw expired();
      await tx.lock(`questions.pool.${waiting.poolId}`);
      const added = await this.addAll(tx, { ...waiting, bytes: waiting.bytes }, by);
      await tx.rows(
        `UPDATE question_imports SET committed_at = now(), committed_by = $2, added = $3, bytes = NULL WHERE id = $1`,
        [id, by, added],
      );
      return { added };
    });
  }

  private async addAll(tx: Tx, { poolId, bytes, format, topic, fileName }: Waiting & { bytes: Buffer }, by: string) {
    let added = 0;
    // One may name another that stands further down: they are put apart once all are there.
    const pairs: { slug: string; enemy: string }[] = [];
    for await (const items of itemsOf({
      ...{ bytes, format, defaults: { topic, source: fileName } },
      pictures: keptPictures(tx),
      types: typesIn(tx, poolId),
    })) {
      const questions = questionsIn(items);
      added += await addDrafts(tx, poolId, questions, by);
      pairs.push(...questions.flatMap(({ id, enemies = [] }) => enemies.map((enemy) => ({ slug: id, enemy }))));
    }
    await addEnemies(tx, poolId, pairs, { by, why: `Said in the file ${fileName}` });
    return added;
  }
}

async function addDrafts(tx: Tx, poolId: string, questions: AuthoredQuestion[], by: string): Promise<number> {
  const written = questions.map((question) => ({ id: newId(), versionId: newId(), ...splitQuestion(question) }));
  await tx.rows(
    `INSERT INTO questions (id, pool_id, slug, created_by) SELECT id, $1, slug, $4
     FROM unnest($2::uuid[], $3::text[]) AS w (id, slug) ON CONFLICT ON CONSTRAINT uq_questions_pool_slug DO NOTHING`,
    [poolId, written.map(({ id }) => id), written.map(({ slug }) => slug), by],
  );
  return (await addVersions(tx, poolId, written, by)).length;
}

const expired = () =>
  new DomainError('import_expired', 'The file waited longer than a day and is gone. Upload it again.', {
    kind: 'gone',
  });
