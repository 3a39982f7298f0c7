import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Payment plans: what is due when, how it was tried, and the pages on which it can be paid by hand. */
export class CheckoutPlans1764000000603 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE orders ADD payment_method text');
    await db.query(`
      CREATE TABLE instalments (
        id uuid NOT NULL CONSTRAINT pk_instalments PRIMARY KEY,
        order_id uuid NOT NULL CONSTRAINT fk_instalments_order REFERENCES orders (id),
        position int NOT NULL CONSTRAINT ck_instalments_position CHECK (position >= 1),
        amount bigint NOT NULL CONSTRAINT ck_instalments_amount CHECK (amount > 0),
        due_at timestamptz NOT NULL,
        tries int NOT NULL DEFAULT 0,
        asking boolean NOT NULL DEFAULT false,
        next_try_at timestamptz,
        declined text,
        missed_at timestamptz,
        paid_at timestamptz,
        payment_intent text,
        cancelled_at timestamptz,
        CONSTRAINT uq_instalments_position UNIQUE (order_id, position),
        CONSTRAINT ck_instalments_one_end CHECK (paid_at IS NULL OR cancelled_at IS NULL),
        CONSTRAINT ck_instalments_paid CHECK ((paid_at IS NULL) = (payment_intent IS NULL))
      )`);
    await db.query(`CREATE INDEX ix_instalments_next_try ON instalments (next_try_at)
                    WHERE paid_at IS NULL AND cancelled_at IS NULL`);
    await db.query(`
      CREATE TABLE instalment_pages (
        id uuid NOT NULL CONSTRAINT pk_instalment_pages PRIMARY KEY,
        order_id uuid NOT NULL CONSTRAINT fk_instalment_pages_order REFERENCES orders (id),
        first int NOT NULL,
        count int NOT NULL CONSTRAINT ck_instalment_pages_count CHECK (count >= 1),
        amount bigint NOT NULL CONSTRAINT ck_instalment_pages_amount CHECK (amount > 0),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        session_id text CONSTRAINT uq_instalment_pages_session UNIQUE,
        url text,
        ended_at timestamptz,
        CONSTRAINT fk_instalment_pages_first FOREIGN KEY (order_id, first) REFERENCES instalments (order_id, position)
      )`);
    await db.query(
      'CREATE UNIQUE INDEX uq_instalment_pages_open ON instalment_pages (order_id) WHERE ended_at IS NULL',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE instalment_pages, instalments');
    await db.query('ALTER TABLE orders DROP payment_method');
  }
}
