import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In which currencies the account is paid out, and at what rates others are converted into the first of them. */
export class SandboxSettlement1764000000703 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE stripe_sandbox.settings ADD settlement jsonb NOT NULL DEFAULT '{"currencies": [], "rates": {}}'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE stripe_sandbox.settings DROP settlement');
  }
}
