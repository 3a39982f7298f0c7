import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Payouts as Stripe last told of them, and the balance transactions that each was made of. */
export class CheckoutPayouts1764000000623 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE payouts (
        id text NOT NULL CONSTRAINT pk_payouts PRIMARY KEY,
        amount bigint NOT NULL,
        currency text NOT NULL,
        status text NOT NULL,
        is_automatic boolean NOT NULL,
        failure text,
        created_at timestamptz NOT NULL,
        arrives_at timestamptz NOT NULL,
        read_at timestamptz NOT NULL,
        reconciled_at timestamptz,
        transactions_net bigint,
        CONSTRAINT ck_payouts_reconciled CHECK ((reconciled_at IS NULL) = (transactions_net IS NULL)),
        CONSTRAINT ck_payouts_manual CHECK (is_automatic OR reconciled_at IS NULL)
      )`);
    await db.query('CREATE INDEX ix_payouts_created_at ON payouts (created_at DESC, id DESC)');
    await db.query(`
      CREATE TABLE payout_transactions (
        id text NOT NULL CONSTRAINT pk_payout_transactions PRIMARY KEY,
        payout_id text NOT NULL CONSTRAINT fk_payout_transactions_payout REFERENCES payouts (id),
        type text NOT NULL,
        category text NOT NULL,
        source text,
        amount bigint NOT NULL,
        fee bigint NOT NULL,
        net bigint NOT NULL,
        currency text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT ck_payout_transactions_net CHECK (amount - fee = net)
      )`);
    await db.query('CREATE INDEX ix_payout_transactions_payout ON payout_transactions (payout_id, at, id)');
    await db.query(`CREATE TRIGGER payout_transactions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payout_transactions
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE payout_transactions');
    await db.query('DROP TABLE payouts');
  }
}
