import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The registers list refunds and disputes by day. */
export class RefundRegister1764000000921 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX ix_refunds_created_at ON refunds (created_at, id)');
    await db.query('CREATE INDEX ix_disputes_opened_at ON disputes (opened_at, id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX ix_disputes_opened_at');
    await db.query('DROP INDEX ix_refunds_created_at');
  }
}
