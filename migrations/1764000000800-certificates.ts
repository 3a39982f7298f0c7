import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Certificates1764000000800 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE awards (
        id uuid NOT NULL CONSTRAINT pk_awards PRIMARY KEY,
        slug text NOT NULL CONSTRAINT uq_awards_slug UNIQUE,
        kind text NOT NULL CONSTRAINT ck_awards_kind CHECK (kind IN ('completion', 'certification')),
        title text NOT NULL,
        statement text NOT NULL,
        requirements jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`
      CREATE TABLE signing_keys (
        id text NOT NULL CONSTRAINT pk_signing_keys PRIMARY KEY,
        did text NOT NULL,
        algorithm text NOT NULL CONSTRAINT ck_signing_keys_algorithm CHECK (algorithm IN ('Ed25519')),
        public_key_multibase text NOT NULL,
        introduced_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query('CREATE INDEX ix_signing_keys_did ON signing_keys (did, introduced_at)');
    await db.query('CREATE SEQUENCE certificate_status_index AS integer MINVALUE 0 START 0');
    // No foreign key to people: what a certificate says stays verifiable after the account is gone.
    await db.query(`
      CREATE TABLE certificates (
        id uuid NOT NULL CONSTRAINT pk_certificates PRIMARY KEY,
        number text NOT NULL CONSTRAINT uq_certificates_number UNIQUE,
        award_id uuid NOT NULL CONSTRAINT fk_certificates_award REFERENCES awards (id),
        person_id uuid NOT NULL,
        cycle integer NOT NULL DEFAULT 1 CONSTRAINT ck_certificates_cycle CHECK (cycle > 0),
        holder_name text NOT NULL,
        claim jsonb NOT NULL,
        credential jsonb NOT NULL,
        status_index integer NOT NULL CONSTRAINT uq_certificates_status_index UNIQUE
          CONSTRAINT ck_certificates_status_index CHECK (status_index >= 0),
        issued_at timestamptz NOT NULL,
        valid_until timestamptz CONSTRAINT ck_certificates_valid_until CHECK (valid_until > issued_at),
        CONSTRAINT uq_certificates_holder UNIQUE (person_id, award_id, cycle),
        CONSTRAINT ck_certificates_claim CHECK (claim ->> 'number' = number AND claim ->> 'holderName' = holder_name)
      )`);
    await db.query(`
      CREATE TABLE revocations (
        certificate_id uuid NOT NULL CONSTRAINT pk_revocations PRIMARY KEY
          CONSTRAINT fk_revocations_certificate REFERENCES certificates (id),
        at timestamptz NOT NULL DEFAULT now(),
        by uuid NOT NULL,
        reason text NOT NULL CONSTRAINT ck_revocations_reason CHECK (length(reason) BETWEEN 1 AND 500)
      )`);
    for (const table of ['signing_keys', 'certificates', 'revocations']) {
      await db.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['revocations', 'certificates', 'signing_keys', 'awards'])
      await db.query(`DROP TABLE ${table}`);
    await db.query('DROP SEQUENCE certificate_status_index');
  }
}
