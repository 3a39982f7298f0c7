import type { Runner } from '../../../database/index.js';
import type { Held, HeldTypes, KeptPictures } from './import-report.js';

/** The latest version of each named question of a pool, draft or not, by its hash. */
export const heldIn =
  (runner: Runner, poolId: string): Held =>
  async (slugs) => {
    const rows = await runner.rows<{ slug: string; hash: string }>(
      `SELECT DISTINCT ON (q.id) q.slug, v.content_hash AS hash
       FROM questions q JOIN question_versions v ON v.question_id = q.id
       WHERE q.pool_id = $1 AND q.slug = ANY ($2::text[]) ORDER BY q.id, v.number DESC`,
      [poolId, slugs],
    );
    return new Map(rows.map(({ slug, hash }) => [slug, hash]));
  };

/** The type of each named question of a pool. */
export const typesIn =
  (runner: Runner, poolId: string): HeldTypes =>
  async (slugs) => {
    const rows = await runner.rows<{ slug: string; type: string }>(
      `SELECT DISTINCT ON (q.id) q.slug, v.type FROM questions q JOIN question_versions v ON v.question_id = q.id
       WHERE q.pool_id = $1 AND q.slug = ANY ($2::text[]) ORDER BY q.id, v.number DESC`,
      [poolId, slugs],
    );
    return new Map(rows.map(({ slug, type }) => [slug, type]));
  };

/** Which pictures this database keeps. */
export const keptPictures =
  (runner: Runner): KeptPictures =>
  async (ids) =>
    new Set(
      (await runner.rows<{ id: string }>('SELECT id FROM pictures WHERE id = ANY ($1::uuid[])', [ids])).map(
        ({ id }) => id,
      ),
    );
