import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may do what where, which products need a licence, who may not buy them, and what registries said. */
export class EligibilityScope1764000000711 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE scope_rules (
        profession text NOT NULL CONSTRAINT fk_scope_rules_profession REFERENCES professions (slug),
        jurisdiction text NOT NULL
          CONSTRAINT ck_scope_rules_jurisdiction CHECK (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
        procedure text NOT NULL,
        allowance text NOT NULL CONSTRAINT ck_scope_rules_allowance CHECK (allowance IN ('allowed', 'supervised', 'not')),
        source text NOT NULL,
        reviewed_on date NOT NULL,
        note text NOT NULL,
        CONSTRAINT pk_scope_rules PRIMARY KEY (profession, jurisdiction, procedure)
      )`);
    await db.query(`
      CREATE TABLE licensed_products (
        product_slug text NOT NULL CONSTRAINT pk_licensed_products PRIMARY KEY
      )`);
    await db.query(`
      CREATE TABLE ineligibilities (
        id uuid NOT NULL CONSTRAINT pk_ineligibilities PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT fk_ineligibilities_person REFERENCES people (id),
        licence_id uuid NOT NULL CONSTRAINT fk_ineligibilities_licence REFERENCES licences (id),
        at timestamptz NOT NULL DEFAULT now(),
        by uuid NOT NULL CONSTRAINT fk_ineligibilities_by REFERENCES people (id),
        reason text NOT NULL CONSTRAINT ck_ineligibilities_reason CHECK (length(reason) BETWEEN 1 AND 2000),
        ended_at timestamptz
      )`);
    await db.query(
      `CREATE UNIQUE INDEX uq_ineligibilities_standing ON ineligibilities (person_id) WHERE ended_at IS NULL`,
    );
    await db.query(`
      CREATE TABLE registry_records (
        profession text NOT NULL CONSTRAINT fk_registry_records_profession REFERENCES professions (slug),
        jurisdiction text NOT NULL,
        number_key text NOT NULL,
        holder_name text NOT NULL,
        is_active boolean NOT NULL,
        expires_on date,
        CONSTRAINT pk_registry_records PRIMARY KEY (jurisdiction, profession, number_key)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['registry_records', 'ineligibilities', 'licensed_products', 'scope_rules'])
      await db.query(`DROP TABLE ${table}`);
  }
}
