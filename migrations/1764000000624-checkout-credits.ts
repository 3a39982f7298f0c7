import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a refund kept because it was credited, refunds the product makes by itself, and what closes without a person. */
export class CheckoutCredits1764000000624 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE refund_lines
        ADD credited bigint NOT NULL DEFAULT 0 CONSTRAINT ck_refund_lines_credited CHECK (credited >= 0)`);
    await db.query(`
      ALTER TABLE refunds DROP CONSTRAINT ck_refunds_cause, ADD CONSTRAINT ck_refunds_cause
        CHECK (cause IN ('request', 'staff', 'dashboard', 'ineligible', 'credit', 'late'))`);
    await db.query(`
      ALTER TABLE refund_requests
        DROP CONSTRAINT ck_refund_requests_decision,
        DROP CONSTRAINT ck_refund_requests_decided,
        ADD CONSTRAINT ck_refund_requests_decision
          CHECK (decision IN ('approved', 'declined', 'withdrawn', 'lapsed')),
        ADD CONSTRAINT ck_refund_requests_decided CHECK ((decision IS NULL) = (decided_at IS NULL)
          AND (decision IS NULL OR decision = 'lapsed') = (decided_by IS NULL))`);
    await db.query('ALTER TABLE review_resolutions ALTER by DROP NOT NULL');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE review_resolutions ALTER by SET NOT NULL');
    await db.query(`
      ALTER TABLE refund_requests
        DROP CONSTRAINT ck_refund_requests_decision,
        DROP CONSTRAINT ck_refund_requests_decided,
        ADD CONSTRAINT ck_refund_requests_decision CHECK (decision IN ('approved', 'declined', 'withdrawn')),
        ADD CONSTRAINT ck_refund_requests_decided
          CHECK ((decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (decided_by IS NULL))`);
    await db.query(`
      ALTER TABLE refunds DROP CONSTRAINT ck_refunds_cause, ADD CONSTRAINT ck_refunds_cause
        CHECK (cause IN ('request', 'staff', 'dashboard', 'ineligible'))`);
    await db.query('ALTER TABLE refund_lines DROP credited');
  }
}
