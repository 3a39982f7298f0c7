import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CheckoutSelling1764000000601 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE orders
        DROP CONSTRAINT ck_orders_total,
        ADD CONSTRAINT ck_orders_total CHECK (total >= 0),
        ADD market text NOT NULL DEFAULT 'default',
        ADD tax_display text NOT NULL DEFAULT 'none'
          CONSTRAINT ck_orders_tax_display CHECK (tax_display IN ('none', 'included', 'added')),
        ADD purpose text NOT NULL DEFAULT 'self' CONSTRAINT ck_orders_purpose CHECK (purpose IN ('self', 'gift', 'seats')),
        ADD terms jsonb,
        ADD accepted jsonb,
        ADD recipient jsonb,
        ADD clinic_id uuid,
        ADD plan jsonb,
        ADD customer_id text,
        ADD tax bigint NOT NULL DEFAULT 0 CONSTRAINT ck_orders_tax CHECK (tax >= 0)`);
    await db.query(`
      ALTER TABLE order_lines
        ADD quantity int NOT NULL DEFAULT 1 CONSTRAINT ck_order_lines_quantity CHECK (quantity >= 1)`);
    await db.query('ALTER TABLE order_line_courses ADD edition_id uuid');
    await db.query(`
      CREATE TABLE order_line_taxes (
        order_line_id uuid NOT NULL,
        course_id uuid NOT NULL,
        amount bigint NOT NULL CONSTRAINT ck_order_line_taxes_amount CHECK (amount >= 0),
        CONSTRAINT pk_order_line_taxes PRIMARY KEY (order_line_id, course_id),
        CONSTRAINT fk_order_line_taxes_course FOREIGN KEY (order_line_id, course_id)
          REFERENCES order_line_courses (order_line_id, course_id)
      )`);
    await db.query(`CREATE TRIGGER order_line_taxes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON order_line_taxes
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await db.query(`
      ALTER TABLE payments
        DROP CONSTRAINT uq_payments_order,
        ADD instalment int NOT NULL DEFAULT 1 CONSTRAINT ck_payments_instalment CHECK (instalment >= 1),
        ADD CONSTRAINT uq_payments_instalment UNIQUE (order_id, instalment)`);
    await db.query(`CREATE INDEX ix_facts_order ON facts ((data ->> 'orderId')) WHERE data ? 'orderId'`);
    await this.completeQuotes(db);
  }

  /** A quote now names its market, its tax and each course's share; those that are stored say so too. */
  private async completeQuotes(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE orders o SET quote = o.quote
        || jsonb_build_object('market', 'default', 'tax', 'none', 'code', NULL, 'notes', '[]'::jsonb)
        || jsonb_build_object('lines', (
          SELECT jsonb_agg(q.line || jsonb_build_object('quantity', 1, 'courses', (
            SELECT jsonb_agg(c.course || jsonb_build_object('amount', jsonb_build_object(
              'amount', lc.amount, 'currency', o.currency)) ORDER BY c.place)
            FROM jsonb_array_elements(q.line -> 'courses') WITH ORDINALITY AS c (course, place)
            JOIN order_lines l ON l.order_id = o.id AND l.position = q.place - 1
            JOIN order_line_courses lc ON lc.order_line_id = l.id AND lc.course_id = (c.course ->> 'id')::uuid
          )) ORDER BY q.place)
          FROM jsonb_array_elements(o.quote -> 'lines') WITH ORDINALITY AS q (line, place)))
      WHERE NOT o.quote ? 'market'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX ix_facts_order');
    await db.query(`
      ALTER TABLE payments
        DROP CONSTRAINT uq_payments_instalment,
        DROP instalment,
        ADD CONSTRAINT uq_payments_order UNIQUE (order_id)`);
    await db.query('DROP TABLE order_line_taxes');
    await db.query('ALTER TABLE order_line_courses DROP edition_id');
    await db.query('ALTER TABLE order_lines DROP quantity');
    await db.query(`
      ALTER TABLE orders
        DROP CONSTRAINT ck_orders_total,
        ADD CONSTRAINT ck_orders_total CHECK (total > 0),
        DROP market, DROP tax_display, DROP purpose, DROP terms, DROP accepted, DROP recipient, DROP clinic_id, DROP plan,
        DROP customer_id, DROP tax`);
  }
}
