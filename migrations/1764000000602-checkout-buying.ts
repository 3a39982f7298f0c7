import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Credit of an earlier purchase that an order used up, and whom Stripe billed. */
export class CheckoutBuying1764000000602 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE orders ADD billed jsonb');
    await db.query(`
      CREATE TABLE upgrade_credits (
        order_line_id uuid NOT NULL CONSTRAINT fk_upgrade_credits_line REFERENCES order_lines (id),
        from_order_line_id uuid NOT NULL,
        course_id uuid NOT NULL,
        amount bigint NOT NULL CONSTRAINT ck_upgrade_credits_amount CHECK (amount > 0),
        CONSTRAINT pk_upgrade_credits PRIMARY KEY (order_line_id, from_order_line_id, course_id),
        CONSTRAINT fk_upgrade_credits_from FOREIGN KEY (from_order_line_id, course_id)
          REFERENCES order_line_courses (order_line_id, course_id)
      )`);
    await db.query('CREATE INDEX ix_upgrade_credits_from ON upgrade_credits (from_order_line_id, course_id)');
    await db.query(`CREATE TRIGGER upgrade_credits_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON upgrade_credits
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE upgrade_credits');
    await db.query('ALTER TABLE orders DROP billed');
  }
}
