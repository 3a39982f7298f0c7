import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What many seats cost, and on which terms a product is sold. Every row is a version: the latest one holds. */
export class BundlesVolumeAndTerms1764000000303 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE volume_steps (
        id uuid NOT NULL CONSTRAINT pk_volume_steps PRIMARY KEY,
        product_id uuid NOT NULL CONSTRAINT fk_volume_steps_product REFERENCES products (id),
        steps jsonb NOT NULL,
        set_by uuid CONSTRAINT fk_volume_steps_person REFERENCES people (id),
        set_at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`);
    await db.query('CREATE INDEX ix_volume_steps_product ON volume_steps (product_id, set_at DESC)');
    await db.query(`
      CREATE TABLE refund_policies (
        id uuid NOT NULL CONSTRAINT pk_refund_policies PRIMARY KEY,
        name text NOT NULL CONSTRAINT ck_refund_policies_name CHECK (length(name) BETWEEN 1 AND 120),
        days int NOT NULL CONSTRAINT ck_refund_policies_days CHECK (days BETWEEN 0 AND 366),
        max_progress_percent int NOT NULL
          CONSTRAINT ck_refund_policies_progress CHECK (max_progress_percent BETWEEN 0 AND 100),
        fee_percent int NOT NULL DEFAULT 0 CONSTRAINT ck_refund_policies_fee CHECK (fee_percent BETWEEN 0 AND 100),
        fee_fixed bigint NOT NULL DEFAULT 0 CONSTRAINT ck_refund_policies_fixed CHECK (fee_fixed >= 0),
        created_by uuid CONSTRAINT fk_refund_policies_person REFERENCES people (id),
        created_at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`);
    await db.query(`
      CREATE TABLE sale_terms (
        id uuid NOT NULL CONSTRAINT pk_sale_terms PRIMARY KEY,
        product_id uuid CONSTRAINT fk_sale_terms_product REFERENCES products (id),
        refund_policy_id uuid NOT NULL CONSTRAINT fk_sale_terms_policy REFERENCES refund_policies (id),
        access_days int CONSTRAINT ck_sale_terms_access CHECK (access_days > 0),
        plan jsonb,
        set_by uuid CONSTRAINT fk_sale_terms_person REFERENCES people (id),
        set_at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`);
    await db.query('CREATE INDEX ix_sale_terms_product ON sale_terms (product_id, set_at DESC)');
    for (const table of ['volume_steps', 'refund_policies', 'sale_terms']) {
      await db.query(`CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
                      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
    // What holds for every product that says nothing else.
    await db.query(`
      INSERT INTO refund_policies (id, name, days, max_progress_percent)
      VALUES ('00000000-0000-7000-8000-000000000001', '14 days, up to a quarter studied', 14, 25)`);
    await db.query(`
      INSERT INTO sale_terms (id, product_id, refund_policy_id)
      VALUES ('00000000-0000-7000-8000-000000000002', NULL, '00000000-0000-7000-8000-000000000001')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE sale_terms, refund_policies, volume_steps');
  }
}
