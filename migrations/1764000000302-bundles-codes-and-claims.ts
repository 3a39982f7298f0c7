import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Promotion codes, and who has taken which seat of an offer and which use of a code. */
export class BundlesCodesAndClaims1764000000302 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE codes (
        id uuid NOT NULL CONSTRAINT pk_codes PRIMARY KEY,
        code text NOT NULL CONSTRAINT uq_codes_code UNIQUE
          CONSTRAINT ck_codes_code CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{2,38}[A-Z0-9]$'),
        percent int CONSTRAINT ck_codes_percent CHECK (percent BETWEEN 1 AND 100),
        note text NOT NULL CONSTRAINT ck_codes_note CHECK (length(note) BETWEEN 1 AND 300),
        during tstzrange NOT NULL
          CONSTRAINT ck_codes_during CHECK (
            NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during)
            AND NOT lower_inf(during) AND NOT upper_inf(during)),
        total_limit int CONSTRAINT ck_codes_total_limit CHECK (total_limit > 0),
        person_limit int CONSTRAINT ck_codes_person_limit CHECK (person_limit > 0),
        with_offers boolean NOT NULL,
        every_product boolean NOT NULL,
        created_by uuid CONSTRAINT fk_codes_created_by REFERENCES people (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        withdrawn_at timestamptz,
        withdrawn_by uuid CONSTRAINT fk_codes_withdrawn_by REFERENCES people (id)
      )`);
    await db.query(`
      CREATE TABLE code_amounts (
        code_id uuid NOT NULL CONSTRAINT fk_code_amounts_code REFERENCES codes (id),
        market text NOT NULL,
        amount bigint NOT NULL CONSTRAINT ck_code_amounts_amount CHECK (amount > 0),
        CONSTRAINT pk_code_amounts PRIMARY KEY (code_id, market)
      )`);
    await db.query(`
      CREATE TABLE code_products (
        code_id uuid NOT NULL CONSTRAINT fk_code_products_code REFERENCES codes (id),
        product_id uuid NOT NULL CONSTRAINT fk_code_products_product REFERENCES products (id),
        CONSTRAINT pk_code_products PRIMARY KEY (code_id, product_id)
      )`);
    await db.query(`
      CREATE FUNCTION keep_code_terms() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.withdrawn_at IS NOT NULL OR to_jsonb(NEW) - 'withdrawn_at' - 'withdrawn_by'
           IS DISTINCT FROM to_jsonb(OLD) - 'withdrawn_at' - 'withdrawn_by' THEN
          RAISE EXCEPTION 'the terms of a code do not change'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tg_codes_terms';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query('CREATE TRIGGER codes_terms BEFORE UPDATE ON codes FOR EACH ROW EXECUTE FUNCTION keep_code_terms()');
    await db.query(`CREATE TRIGGER codes_kept BEFORE DELETE OR TRUNCATE ON codes
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    for (const table of ['code_amounts', 'code_products']) {
      await db.query(`CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
                      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
    await this.claims(db);
  }

  /** A claim is held from the moment an order is placed, kept once it is paid, released when it never will be. */
  private async claims(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE offer_claims (
        offer_id uuid NOT NULL CONSTRAINT fk_offer_claims_offer REFERENCES offers (id),
        holder_id uuid NOT NULL,
        quantity int NOT NULL CONSTRAINT ck_offer_claims_quantity CHECK (quantity > 0),
        claimed_at timestamptz NOT NULL DEFAULT now(),
        kept_at timestamptz,
        released_at timestamptz,
        CONSTRAINT pk_offer_claims PRIMARY KEY (offer_id, holder_id),
        CONSTRAINT ck_offer_claims_one_end CHECK (kept_at IS NULL OR released_at IS NULL)
      )`);
    await db.query('CREATE INDEX ix_offer_claims_holder ON offer_claims (holder_id)');
    await db.query(`
      CREATE TABLE code_claims (
        code_id uuid NOT NULL CONSTRAINT fk_code_claims_code REFERENCES codes (id),
        holder_id uuid NOT NULL,
        person_id uuid NOT NULL,
        claimed_at timestamptz NOT NULL DEFAULT now(),
        kept_at timestamptz,
        released_at timestamptz,
        CONSTRAINT pk_code_claims PRIMARY KEY (code_id, holder_id),
        CONSTRAINT ck_code_claims_one_end CHECK (kept_at IS NULL OR released_at IS NULL)
      )`);
    await db.query('CREATE INDEX ix_code_claims_holder ON code_claims (holder_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE code_claims, offer_claims, code_products, code_amounts, codes');
    await db.query('DROP FUNCTION keep_code_terms()');
  }
}
