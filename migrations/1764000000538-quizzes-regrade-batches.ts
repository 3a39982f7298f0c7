import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A committed regrade is applied in batches: `attempts` it was committed for, `finished_at` once none is left. */
export class QuizzesRegradeBatches1764000000538 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE regrades
        ADD attempts integer CONSTRAINT ck_regrades_attempts CHECK (attempts >= 0),
        ADD finished_at timestamptz`);
    await db.query(`
      UPDATE regrades r SET finished_at = committed_at,
        attempts = (SELECT count(*) FROM regrade_attempts t WHERE t.regrade_id = r.id)
      WHERE committed_at IS NOT NULL`);
    await db.query(`
      ALTER TABLE regrades ADD CONSTRAINT ck_regrades_finished CHECK (finished_at IS NULL OR committed_at IS NOT NULL),
        ADD CONSTRAINT ck_regrades_counted CHECK ((attempts IS NULL) = (committed_at IS NULL))`);
    await db.query(`
      CREATE UNIQUE INDEX uq_regrades_running ON regrades ((true)) WHERE committed_at IS NOT NULL AND finished_at IS NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX uq_regrades_running`);
    await db.query(`
      ALTER TABLE regrades DROP CONSTRAINT ck_regrades_counted, DROP CONSTRAINT ck_regrades_finished, DROP finished_at,
        DROP attempts`);
  }
}
