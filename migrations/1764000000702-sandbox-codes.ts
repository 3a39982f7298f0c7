import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SandboxCodes1764000000702 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE UNIQUE INDEX uq_sandbox_objects_active_code ON stripe_sandbox.objects (upper(body->>'code'))
      WHERE kind = 'promotion_code' AND body->>'active' = 'true'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX stripe_sandbox.uq_sandbox_objects_active_code');
  }
}
