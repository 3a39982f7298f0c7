import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invoices, credit notes and debit notes: numbered without a gap in each series, frozen, never taken back. */
export class CheckoutInvoices1764000000621 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE invoice_series (
        code text NOT NULL CONSTRAINT pk_invoice_series PRIMARY KEY,
        last int NOT NULL DEFAULT 0 CONSTRAINT ck_invoice_series_last CHECK (last >= 0)
      )`);
    await db.query(`
      CREATE TABLE invoices (
        id uuid NOT NULL CONSTRAINT pk_invoices PRIMARY KEY,
        kind text NOT NULL CONSTRAINT ck_invoices_kind CHECK (kind IN ('invoice', 'credit_note', 'debit_note')),
        series text NOT NULL CONSTRAINT fk_invoices_series REFERENCES invoice_series (code),
        position int NOT NULL CONSTRAINT ck_invoices_position CHECK (position >= 1),
        number text NOT NULL CONSTRAINT uq_invoices_number UNIQUE,
        order_id uuid NOT NULL CONSTRAINT fk_invoices_order REFERENCES orders (id),
        source_id uuid NOT NULL,
        issued_at timestamptz NOT NULL,
        currency text NOT NULL,
        net bigint NOT NULL,
        tax bigint NOT NULL,
        gross bigint NOT NULL,
        content jsonb NOT NULL,
        CONSTRAINT uq_invoices_position UNIQUE (series, position),
        CONSTRAINT uq_invoices_source UNIQUE (kind, source_id),
        CONSTRAINT ck_invoices_sum CHECK (net + tax = gross),
        CONSTRAINT ck_invoices_sign CHECK (CASE kind WHEN 'credit_note' THEN gross <= 0 ELSE gross >= 0 END),
        CONSTRAINT ck_invoices_content CHECK (content ->> 'number' = number)
      )`);
    await db.query('CREATE INDEX ix_invoices_order ON invoices (order_id)');
    await db.query('CREATE INDEX ix_invoices_issued_at ON invoices (issued_at DESC, id DESC)');
    await db.query(`
      CREATE FUNCTION refuse_gap() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.position > 1 AND NOT EXISTS (
          SELECT FROM invoices WHERE series = NEW.series AND position = NEW.position - 1
        ) THEN
          RAISE EXCEPTION 'series % would have a gap before %', NEW.series, NEW.position
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(
      `CREATE TRIGGER invoices_gapless BEFORE INSERT ON invoices FOR EACH ROW EXECUTE FUNCTION refuse_gap()`,
    );
    await db.query(`CREATE TRIGGER invoices_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON invoices
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE invoices');
    await db.query('DROP FUNCTION refuse_gap()');
    await db.query('DROP TABLE invoice_series');
  }
}
