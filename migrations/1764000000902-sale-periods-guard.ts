import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Periods of sale are written by their trigger alone: with the rights of the owner, for the application has none. */
export class SalePeriodsGuard1764000000902 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER FUNCTION keep_sale_periods() SECURITY DEFINER SET search_path = public, pg_temp');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER FUNCTION keep_sale_periods() SECURITY INVOKER RESET search_path');
  }
}
