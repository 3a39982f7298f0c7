import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports ask for the days of a currency or of an account. Only keys: the sums change with each posting, and no index with them. */
export class LedgerDays1764000000920 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX ix_daily_balances_currency ON daily_balances (currency, account, day)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX ix_daily_balances_currency');
  }
}
