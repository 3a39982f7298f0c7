import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Money that goes back: asked for, quoted, sent through Stripe, by course of a line. */
export class CheckoutRefunds1764000000610 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE refund_requests (
        id uuid NOT NULL CONSTRAINT pk_refund_requests PRIMARY KEY,
        order_id uuid NOT NULL CONSTRAINT fk_refund_requests_order REFERENCES orders (id),
        asked_by uuid NOT NULL CONSTRAINT fk_refund_requests_asked_by REFERENCES people (id),
        asked_at timestamptz NOT NULL DEFAULT now(),
        reason text NOT NULL CONSTRAINT ck_refund_requests_reason CHECK (length(reason) BETWEEN 1 AND 2000),
        quote jsonb NOT NULL,
        decision text CONSTRAINT ck_refund_requests_decision CHECK (decision IN ('approved', 'declined', 'withdrawn')),
        decided_at timestamptz,
        decided_by uuid CONSTRAINT fk_refund_requests_decided_by REFERENCES people (id),
        note text CONSTRAINT ck_refund_requests_note CHECK (length(note) BETWEEN 1 AND 2000),
        CONSTRAINT ck_refund_requests_decided
          CHECK ((decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (decided_by IS NULL))
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_refund_requests_one_open ON refund_requests (order_id) WHERE decision IS NULL`);
    await db.query(`
      CREATE TABLE refunds (
        id uuid NOT NULL CONSTRAINT pk_refunds PRIMARY KEY,
        order_id uuid NOT NULL CONSTRAINT fk_refunds_order REFERENCES orders (id),
        cause text NOT NULL CONSTRAINT ck_refunds_cause
          CHECK (cause IN ('request', 'staff', 'dashboard', 'ineligible')),
        request_id uuid CONSTRAINT uq_refunds_request UNIQUE
          CONSTRAINT fk_refunds_request REFERENCES refund_requests (id),
        subject text CONSTRAINT uq_refunds_subject UNIQUE,
        amount bigint NOT NULL CONSTRAINT ck_refunds_amount CHECK (amount >= 0),
        tax bigint NOT NULL DEFAULT 0 CONSTRAINT ck_refunds_tax CHECK (tax BETWEEN 0 AND amount),
        currency text NOT NULL,
        note text,
        created_by uuid CONSTRAINT fk_refunds_created_by REFERENCES people (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        status text NOT NULL CONSTRAINT ck_refunds_status CHECK (status IN ('open', 'sent', 'succeeded', 'failed')),
        settled_at timestamptz
      )`);
    await db.query('CREATE INDEX ix_refunds_order ON refunds (order_id)');
    await db.query(`CREATE INDEX ix_refunds_open ON refunds (created_at) WHERE status IN ('open', 'sent')`);
    await db.query(`
      CREATE TABLE refund_lines (
        refund_id uuid NOT NULL CONSTRAINT fk_refund_lines_refund REFERENCES refunds (id),
        order_line_id uuid NOT NULL,
        course_id uuid NOT NULL,
        amount bigint NOT NULL CONSTRAINT ck_refund_lines_amount CHECK (amount >= 0),
        tax bigint NOT NULL CONSTRAINT ck_refund_lines_tax CHECK (tax BETWEEN 0 AND amount),
        closes boolean NOT NULL,
        CONSTRAINT pk_refund_lines PRIMARY KEY (refund_id, order_line_id, course_id),
        CONSTRAINT fk_refund_lines_course FOREIGN KEY (order_line_id, course_id)
          REFERENCES order_line_courses (order_line_id, course_id)
      )`);
    await db.query('CREATE INDEX ix_refund_lines_course ON refund_lines (order_line_id, course_id)');
    await db.query(`CREATE TRIGGER refund_lines_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON refund_lines
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await db.query(`
      CREATE TABLE refund_parts (
        id uuid NOT NULL CONSTRAINT pk_refund_parts PRIMARY KEY,
        refund_id uuid NOT NULL CONSTRAINT fk_refund_parts_refund REFERENCES refunds (id),
        payment_id uuid NOT NULL CONSTRAINT fk_refund_parts_payment REFERENCES payments (id),
        amount bigint NOT NULL CONSTRAINT ck_refund_parts_amount CHECK (amount > 0),
        stripe_refund text CONSTRAINT uq_refund_parts_stripe_refund UNIQUE,
        status text NOT NULL CONSTRAINT ck_refund_parts_status CHECK (status IN ('open', 'sent', 'succeeded', 'failed')),
        failure text
      )`);
    await db.query('CREATE INDEX ix_refund_parts_refund ON refund_parts (refund_id)');
    await db.query('CREATE INDEX ix_refund_parts_payment ON refund_parts (payment_id)');
    await this.neverMoreThanPaid(db);
  }

  /** Whoever writes a part holds the order; this is for whoever forgets to. */
  private async neverMoreThanPaid(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION refuse_refund_over_payment() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT sum(amount) FROM refund_parts WHERE payment_id = NEW.payment_id AND status <> 'failed')
           > (SELECT amount FROM payments WHERE id = NEW.payment_id) THEN
          RAISE EXCEPTION 'more would be refunded than was paid'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tg_refund_parts_paid';
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE CONSTRAINT TRIGGER refund_parts_paid AFTER INSERT OR UPDATE ON refund_parts
      DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION refuse_refund_over_payment()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE refund_parts, refund_lines, refunds, refund_requests');
    await db.query('DROP FUNCTION refuse_refund_over_payment()');
  }
}
