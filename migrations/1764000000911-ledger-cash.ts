import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What Stripe says of its balance, which of it waits to be booked, what nobody could place, and how both compare. */
export class LedgerCash1764000000911 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE balance_transactions (
        id text NOT NULL CONSTRAINT pk_balance_transactions PRIMARY KEY,
        type text NOT NULL,
        category text NOT NULL,
        source text,
        description text,
        amount bigint NOT NULL,
        fee bigint NOT NULL,
        net bigint NOT NULL,
        currency text NOT NULL,
        exchange_rate numeric,
        at timestamptz NOT NULL,
        pulled_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT ck_balance_transactions_net CHECK (amount - fee = net)
      )`);
    await db.query('CREATE INDEX ix_balance_transactions_at ON balance_transactions (at, id)');
    await db.query('CREATE INDEX ix_balance_transactions_source ON balance_transactions (source)');
    await db.query(`
      CREATE TABLE unposted_transactions (
        id text NOT NULL CONSTRAINT pk_unposted_transactions PRIMARY KEY
          CONSTRAINT fk_unposted_transactions_transaction REFERENCES balance_transactions (id),
        at timestamptz NOT NULL,
        since timestamptz NOT NULL DEFAULT now(),
        problem text
      )`);
    await db.query('CREATE INDEX ix_unposted_transactions_at ON unposted_transactions (at, id)');
    await db.query(`
      CREATE TABLE suspense_items (
        transaction_id text NOT NULL CONSTRAINT pk_suspense_items PRIMARY KEY
          CONSTRAINT fk_suspense_items_transaction REFERENCES balance_transactions (id),
        entry bigint NOT NULL CONSTRAINT fk_suspense_items_entry REFERENCES journal_entries (number),
        resolved_by_entry bigint CONSTRAINT fk_suspense_items_resolved_by REFERENCES journal_entries (number),
        note text CONSTRAINT ck_suspense_items_note CHECK (length(note) BETWEEN 1 AND 2000)
      )`);
    await db.query('CREATE INDEX ix_suspense_items_open ON suspense_items (entry) WHERE resolved_by_entry IS NULL');
    await db.query(`
      CREATE TABLE balance_checks (
        id uuid NOT NULL CONSTRAINT pk_balance_checks PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        currency text NOT NULL,
        stripe bigint NOT NULL,
        pulled bigint NOT NULL,
        booked bigint NOT NULL,
        unposted bigint NOT NULL
      )`);
    await db.query('CREATE INDEX ix_balance_checks_at ON balance_checks (at DESC)');
    await db.query(`
      CREATE TABLE daily_sales (
        day date NOT NULL,
        currency text NOT NULL,
        market text NOT NULL,
        product_id uuid NOT NULL,
        offer_id uuid,
        lines bigint NOT NULL,
        quantity bigint NOT NULL,
        list bigint NOT NULL,
        net bigint NOT NULL,
        tax bigint NOT NULL,
        CONSTRAINT uq_daily_sales UNIQUE NULLS NOT DISTINCT (day, currency, market, product_id, offer_id)
      )`);
    for (const table of ['balance_transactions', 'balance_checks']) {
      await db.query(`CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
                      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
    for (const table of ['suspense_items', 'daily_sales']) {
      await db.query(`CREATE TRIGGER ${table}_stay BEFORE DELETE OR TRUNCATE ON ${table}
                      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP TABLE daily_sales, balance_checks, suspense_items, unposted_transactions, balance_transactions',
    );
  }
}
