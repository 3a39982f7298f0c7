import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Secrets with which a program speaks for a person, within what the person chose. */
export class ApiTokens1764000000995 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE api_tokens (
        id uuid NOT NULL CONSTRAINT pk_api_tokens PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT fk_api_tokens_person REFERENCES people,
        name text NOT NULL CONSTRAINT ck_api_tokens_name CHECK (length(name) BETWEEN 1 AND 80),
        token_hash bytea NOT NULL CONSTRAINT uq_api_tokens_hash UNIQUE CONSTRAINT ck_api_tokens_hash CHECK (length(token_hash) = 32),
        begins_with text NOT NULL CONSTRAINT ck_api_tokens_begins_with CHECK (begins_with ~ '^glb_.{6}$'),
        scopes text[] NOT NULL CONSTRAINT ck_api_tokens_scopes CHECK (cardinality(scopes) BETWEEN 1 AND 50),
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz,
        last_used_ip inet,
        ended_at timestamptz,
        CONSTRAINT ck_api_tokens_expiry CHECK (expires_at > created_at AND expires_at <= created_at + interval '366 days')
      )`);
    await db.query('CREATE INDEX ix_api_tokens_person ON api_tokens (person_id, id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE api_tokens');
  }
}
