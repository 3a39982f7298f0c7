import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Checkout1764000000600 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE orders (
        id uuid NOT NULL CONSTRAINT pk_orders PRIMARY KEY,
        number text NOT NULL CONSTRAINT uq_orders_number UNIQUE,
        person_id uuid NOT NULL CONSTRAINT fk_orders_person REFERENCES people (id),
        status text NOT NULL CONSTRAINT ck_orders_status CHECK (status IN
          ('pending', 'awaiting_payment', 'paid', 'expired', 'refunded', 'partially_refunded', 'disputed')),
        currency text NOT NULL,
        total bigint NOT NULL CONSTRAINT ck_orders_total CHECK (total > 0),
        quote jsonb NOT NULL,
        basket text NOT NULL,
        idempotency_key text,
        created_at timestamptz NOT NULL,
        checkout_expires_at timestamptz NOT NULL,
        checkout_session_id text CONSTRAINT uq_orders_checkout_session UNIQUE,
        checkout_url text,
        settled_at timestamptz,
        ended_reason text,
        CONSTRAINT uq_orders_idempotency_key UNIQUE (person_id, idempotency_key),
        CONSTRAINT ck_orders_paid_is_settled
          CHECK (status IN ('pending', 'awaiting_payment', 'expired') OR settled_at IS NOT NULL)
      )`);
    await db.query(`CREATE INDEX ix_orders_open ON orders (checkout_expires_at)
                    WHERE status IN ('pending', 'awaiting_payment')`);
    await db.query('CREATE INDEX ix_orders_person ON orders (person_id, created_at DESC)');
    await db.query(`
      CREATE TABLE order_lines (
        id uuid NOT NULL CONSTRAINT pk_order_lines PRIMARY KEY,
        order_id uuid NOT NULL CONSTRAINT fk_order_lines_order REFERENCES orders (id),
        position int NOT NULL,
        product_id uuid NOT NULL CONSTRAINT fk_order_lines_product REFERENCES products (id),
        title text NOT NULL,
        amount bigint NOT NULL CONSTRAINT ck_order_lines_amount CHECK (amount >= 0),
        CONSTRAINT uq_order_lines_position UNIQUE (order_id, position)
      )`);
    await db.query(`
      CREATE TABLE order_line_courses (
        order_line_id uuid NOT NULL CONSTRAINT fk_order_line_courses_line REFERENCES order_lines (id),
        course_id uuid NOT NULL CONSTRAINT fk_order_line_courses_course REFERENCES courses (id),
        position int NOT NULL,
        title text NOT NULL,
        list_amount bigint NOT NULL,
        amount bigint NOT NULL,
        CONSTRAINT pk_order_line_courses PRIMARY KEY (order_line_id, course_id)
      )`);
    await db.query(`
      CREATE TABLE payments (
        id uuid NOT NULL CONSTRAINT pk_payments PRIMARY KEY,
        order_id uuid NOT NULL CONSTRAINT fk_payments_order REFERENCES orders (id) CONSTRAINT uq_payments_order UNIQUE,
        payment_intent text NOT NULL CONSTRAINT uq_payments_payment_intent UNIQUE,
        charge text,
        method text NOT NULL,
        amount bigint NOT NULL CONSTRAINT ck_payments_amount CHECK (amount > 0),
        currency text NOT NULL,
        paid_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query('CREATE INDEX ix_payments_paid_at ON payments (paid_at DESC, id DESC)');
    await db.query(`
      CREATE TABLE receipts (
        order_id uuid NOT NULL CONSTRAINT pk_receipts PRIMARY KEY CONSTRAINT fk_receipts_order REFERENCES orders (id),
        number text NOT NULL CONSTRAINT uq_receipts_number UNIQUE,
        issued_at timestamptz NOT NULL DEFAULT now()
      )`);
    for (const table of ['order_lines', 'order_line_courses', 'payments', 'receipts']) {
      await db.query(`CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
                      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
    await db.query(`
      CREATE TABLE order_reviews (
        order_id uuid NOT NULL CONSTRAINT fk_order_reviews_order REFERENCES orders (id),
        reason text NOT NULL,
        seen jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_order_reviews PRIMARY KEY (order_id, reason)
      )`);
    await db.query(`
      CREATE TABLE stripe_events (
        id text NOT NULL CONSTRAINT pk_stripe_events PRIMARY KEY,
        type text NOT NULL,
        body jsonb NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now(),
        handled_at timestamptz,
        outcome text
      )`);
    await db.query('CREATE INDEX ix_stripe_events_unhandled ON stripe_events (received_at) WHERE handled_at IS NULL');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [
      'stripe_events',
      'order_reviews',
      'receipts',
      'payments',
      'order_line_courses',
      'order_lines',
      'orders',
    ]) {
      await db.query(`DROP TABLE ${table}`);
    }
  }
}
