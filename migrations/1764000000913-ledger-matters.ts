import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far Stripe's balance was read, and what has to be booked though no balance transaction brings it. */
export class LedgerMatters1764000000913 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE unposted_matters (
        kind text NOT NULL CONSTRAINT ck_unposted_matters_kind CHECK (kind IN ('dispute', 'payout')),
        id text NOT NULL,
        since timestamptz NOT NULL DEFAULT now(),
        problem text,
        CONSTRAINT pk_unposted_matters PRIMARY KEY (kind, id)
      )`);
    await db.query(`
      CREATE TABLE balance_pulls (
        id uuid NOT NULL CONSTRAINT pk_balance_pulls PRIMARY KEY,
        begun_at timestamptz NOT NULL,
        ended_at timestamptz NOT NULL DEFAULT now(),
        since timestamptz,
        until timestamptz,
        added int NOT NULL
      )`);
    await db.query('CREATE INDEX ix_balance_pulls_until ON balance_pulls (until DESC NULLS LAST)');
    await db.query('CREATE INDEX ix_balance_pulls_begun_at ON balance_pulls (begun_at DESC)');
    await db.query(`CREATE TRIGGER balance_pulls_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON balance_pulls
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE balance_pulls, unposted_matters');
  }
}
