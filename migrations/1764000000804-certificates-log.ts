import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The issuance log: what was issued and taken back, in an order nobody can change; and the ends of signing keys. */
export class IssuanceLog1764000000804 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE issuance_log (
        position bigint NOT NULL CONSTRAINT pk_issuance_log PRIMARY KEY
          CONSTRAINT ck_issuance_log_position CHECK (position >= 0),
        kind text NOT NULL CONSTRAINT ck_issuance_log_kind CHECK (kind IN ('issued', 'revoked')),
        certificate_id uuid NOT NULL CONSTRAINT fk_issuance_log_certificate REFERENCES certificates (id),
        leaf bytea NOT NULL CONSTRAINT ck_issuance_log_leaf CHECK (length(leaf) = 32),
        entered_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_issuance_log_event UNIQUE (certificate_id, kind)
      )`);
    await db.query('CREATE INDEX ix_issuance_log_leaf ON issuance_log (leaf)');
    await db.query(`
      CREATE TABLE issuance_heads (
        size bigint NOT NULL CONSTRAINT pk_issuance_heads PRIMARY KEY,
        root bytea NOT NULL CONSTRAINT ck_issuance_heads_root CHECK (length(root) = 32),
        signed_at timestamptz NOT NULL,
        key_id text NOT NULL CONSTRAINT fk_issuance_heads_key REFERENCES signing_keys (id),
        signature text NOT NULL
      )`);
    await db.query(`
      CREATE TABLE signing_key_ends (
        key_id text NOT NULL CONSTRAINT fk_signing_key_ends_key REFERENCES signing_keys (id),
        kind text NOT NULL CONSTRAINT ck_signing_key_ends_kind CHECK (kind IN ('expired', 'revoked')),
        ends_at timestamptz NOT NULL,
        reason text NOT NULL CONSTRAINT ck_signing_key_ends_reason CHECK (length(reason) BETWEEN 1 AND 500),
        recorded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_signing_key_ends PRIMARY KEY (key_id, kind)
      )`);
    for (const table of ['issuance_log', 'issuance_heads', 'signing_key_ends'])
      await db.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['signing_key_ends', 'issuance_heads', 'issuance_log']) await db.query(`DROP TABLE ${table}`);
  }
}
