import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes that look alike are one; volume prices and fixed fees stand in a market; refund policies have versions. */
export class BundlesMarketTerms1764000000304 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.codes(db);
    await db.query(`
      ALTER TABLE volume_steps
        ADD market text NOT NULL DEFAULT 'default' CONSTRAINT fk_volume_steps_market REFERENCES markets (name),
        ADD reason text NOT NULL DEFAULT 'Before reasons were kept'
          CONSTRAINT ck_volume_steps_reason CHECK (length(reason) BETWEEN 1 AND 300)`);
    await db.query(`
      ALTER TABLE volume_steps ALTER market DROP DEFAULT, ALTER reason DROP DEFAULT`);
    await db.query(`
      ALTER TABLE sale_terms
        ADD reason text NOT NULL DEFAULT 'The first terms'
          CONSTRAINT ck_sale_terms_reason CHECK (length(reason) BETWEEN 1 AND 300)`);
    await db.query('ALTER TABLE sale_terms ALTER reason DROP DEFAULT');
    await this.policies(db);
    await db.query(`
      CREATE TABLE code_guesses (
        id uuid NOT NULL CONSTRAINT pk_code_guesses PRIMARY KEY,
        ip inet NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query('CREATE INDEX ix_code_guesses_ip ON code_guesses (ip, at)');
  }

  /** `key`: letters that are taken for digits are those digits; see `codes/code-key.ts`. */
  private async codes(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE codes
        ADD key text NOT NULL GENERATED ALWAYS AS (translate(code, 'OQILZSB-', '0011258')) STORED
          CONSTRAINT uq_codes_key UNIQUE,
        ADD withdrawn_reason text CONSTRAINT ck_codes_withdrawn_reason CHECK (length(withdrawn_reason) BETWEEN 1 AND 300)`);
    await db.query(`
      ALTER TABLE code_amounts ADD CONSTRAINT fk_code_amounts_market FOREIGN KEY (market) REFERENCES markets (name)`);
    await db.query('CREATE INDEX ix_code_claims_person ON code_claims (person_id, code_id)');
    await db.query(`
      CREATE OR REPLACE FUNCTION keep_code_terms() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE free text[] := '{withdrawn_at,withdrawn_by,withdrawn_reason,key}';
      BEGIN
        IF OLD.withdrawn_at IS NOT NULL OR to_jsonb(NEW) - free IS DISTINCT FROM to_jsonb(OLD) - free THEN
          RAISE EXCEPTION 'the terms of a code do not change'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tg_codes_terms';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE FUNCTION refuse_late_code_term() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM codes WHERE id = NEW.code_id AND created_at <> now()) THEN
          RAISE EXCEPTION 'the terms of a code do not change'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tg_codes_terms';
        END IF;
        RETURN NEW;
      END $$`);
    for (const table of ['code_products', 'code_amounts']) {
      await db.query(`
        CREATE TRIGGER ${table}_in_time BEFORE INSERT ON ${table}
        FOR EACH ROW EXECUTE FUNCTION refuse_late_code_term()`);
    }
    for (const table of ['offer_claims', 'code_claims']) {
      await db.query(`
        CREATE TRIGGER ${table}_kept BEFORE DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  private async policies(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE refund_policies
        DROP fee_fixed,
        ADD version int NOT NULL DEFAULT 1 CONSTRAINT ck_refund_policies_version CHECK (version > 0),
        ADD reason text NOT NULL DEFAULT 'The first refund policy'
          CONSTRAINT ck_refund_policies_reason CHECK (length(reason) BETWEEN 1 AND 300),
        ADD CONSTRAINT uq_refund_policies_version UNIQUE (name, version)`);
    await db.query('ALTER TABLE refund_policies ALTER version DROP DEFAULT, ALTER reason DROP DEFAULT');
    await db.query(`
      CREATE TABLE refund_policy_fees (
        policy_id uuid NOT NULL CONSTRAINT fk_refund_policy_fees_policy REFERENCES refund_policies (id),
        market text NOT NULL CONSTRAINT fk_refund_policy_fees_market REFERENCES markets (name),
        amount bigint NOT NULL CONSTRAINT ck_refund_policy_fees_amount CHECK (amount > 0),
        CONSTRAINT pk_refund_policy_fees PRIMARY KEY (policy_id, market)
      )`);
    await db.query(`
      CREATE TRIGGER refund_policy_fees_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON refund_policy_fees
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE code_guesses, refund_policy_fees');
    await db.query(`
      ALTER TABLE refund_policies DROP CONSTRAINT uq_refund_policies_version, DROP version, DROP reason,
        ADD fee_fixed bigint NOT NULL DEFAULT 0 CONSTRAINT ck_refund_policies_fixed CHECK (fee_fixed >= 0)`);
    await db.query('ALTER TABLE sale_terms DROP reason');
    await db.query('ALTER TABLE volume_steps DROP market, DROP reason');
    for (const table of ['offer_claims', 'code_claims']) await db.query(`DROP TRIGGER ${table}_kept ON ${table}`);
    for (const table of ['code_products', 'code_amounts']) await db.query(`DROP TRIGGER ${table}_in_time ON ${table}`);
    await db.query('DROP FUNCTION refuse_late_code_term()');
    await db.query('DROP INDEX ix_code_claims_person');
    await db.query('ALTER TABLE code_amounts DROP CONSTRAINT fk_code_amounts_market');
    await db.query('ALTER TABLE codes DROP key, DROP withdrawn_reason');
    await db.query(`
      CREATE OR REPLACE FUNCTION keep_code_terms() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.withdrawn_at IS NOT NULL OR to_jsonb(NEW) - 'withdrawn_at' - 'withdrawn_by'
           IS DISTINCT FROM to_jsonb(OLD) - 'withdrawn_at' - 'withdrawn_by' THEN
          RAISE EXCEPTION 'the terms of a code do not change'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tg_codes_terms';
        END IF;
        RETURN NEW;
      END $$`);
  }
}
