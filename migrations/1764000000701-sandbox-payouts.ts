import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SandboxPayouts1764000000701 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX ix_sandbox_objects_pending_money ON stripe_sandbox.objects (((body->>'available_on')::bigint))
      WHERE kind = 'balance_transaction' AND body->>'status' = 'pending'`);
    await db.query(`
      CREATE INDEX ix_sandbox_objects_payout ON stripe_sandbox.objects ((hidden->>'payout'), seq DESC)
      WHERE kind = 'balance_transaction'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX stripe_sandbox.ix_sandbox_objects_payout');
    await db.query('DROP INDEX stripe_sandbox.ix_sandbox_objects_pending_money');
  }
}
