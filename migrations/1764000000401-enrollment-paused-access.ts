import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EnrollmentPausedAccess1764000000401 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE grants
        ADD expires_at timestamptz,
        ADD suspended text[] NOT NULL DEFAULT '{}'`);
    await db.query(`
      CREATE INDEX ix_grants_expiring ON grants (expires_at) WHERE ended_at IS NULL AND expires_at IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE grants DROP expires_at, DROP suspended');
  }
}
