import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A case can be taken back by whoever opened it. */
export class CertificateCases1764000000822 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE certificate_cases
        ADD COLUMN withdrawn_at timestamptz
          CONSTRAINT ck_certificate_cases_withdrawn CHECK (withdrawn_at IS NULL OR decided_at IS NULL)`);
    await db.query('DROP INDEX uq_certificate_cases_appeal');
    await db.query(`CREATE UNIQUE INDEX uq_certificate_cases_open ON certificate_cases
      (kind, coalesce(certificate_id, application_id), by)
      WHERE decided_at IS NULL AND withdrawn_at IS NULL AND by IS NOT NULL`);
    await db.query(`CREATE INDEX ix_certificate_cases_waiting ON certificate_cases (at)
      WHERE decided_at IS NULL AND withdrawn_at IS NULL`);
    await db.query('CREATE INDEX ix_certificate_cases_by ON certificate_cases (by)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX ix_certificate_cases_by');
    await db.query('DROP INDEX ix_certificate_cases_waiting');
    await db.query('DROP INDEX uq_certificate_cases_open');
    await db.query('ALTER TABLE certificate_cases DROP COLUMN withdrawn_at');
    await db.query(`CREATE UNIQUE INDEX uq_certificate_cases_appeal ON certificate_cases
      (kind, coalesce(certificate_id, application_id), by) WHERE decided_at IS NULL AND by IS NOT NULL`);
  }
}
