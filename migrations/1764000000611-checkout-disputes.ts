import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Disputes as Stripe tells them, and the evidence we sent. */
export class CheckoutDisputes1764000000611 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE disputes (
        id text NOT NULL CONSTRAINT pk_disputes PRIMARY KEY,
        order_id uuid NOT NULL CONSTRAINT fk_disputes_order REFERENCES orders (id),
        payment_id uuid NOT NULL CONSTRAINT fk_disputes_payment REFERENCES payments (id),
        amount bigint NOT NULL CONSTRAINT ck_disputes_amount CHECK (amount >= 0),
        currency text NOT NULL,
        reason text NOT NULL,
        status text NOT NULL,
        standing text NOT NULL CONSTRAINT ck_disputes_standing CHECK (standing IN ('inquiry', 'open', 'won', 'lost')),
        opened_at timestamptz NOT NULL,
        evidence_due_at timestamptz,
        evidence_count int NOT NULL DEFAULT 0,
        closed_at timestamptz
      )`);
    await db.query('CREATE INDEX ix_disputes_order ON disputes (order_id)');
    await db.query(`
      CREATE TABLE dispute_submissions (
        dispute_id text NOT NULL CONSTRAINT pk_dispute_submissions PRIMARY KEY
          CONSTRAINT fk_dispute_submissions_dispute REFERENCES disputes (id),
        evidence jsonb NOT NULL,
        submitted_by uuid NOT NULL CONSTRAINT fk_dispute_submissions_person REFERENCES people (id),
        submitted_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`
      CREATE TRIGGER dispute_submissions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON dispute_submissions
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE dispute_submissions, disputes');
  }
}
