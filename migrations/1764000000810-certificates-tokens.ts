import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys that sign tokens (JWT, ES256) beside those that sign credentials, and the tokens they signed. */
export class CertificateTokens1764000000810 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE signing_keys
        DROP CONSTRAINT ck_signing_keys_algorithm,
        ALTER COLUMN public_key_multibase DROP NOT NULL,
        ADD COLUMN public_key_jwk jsonb,
        ADD CONSTRAINT ck_signing_keys_algorithm CHECK (
          (algorithm = 'Ed25519' AND public_key_multibase IS NOT NULL AND public_key_jwk IS NULL)
          OR (algorithm = 'ES256' AND public_key_jwk IS NOT NULL AND public_key_multibase IS NULL))`);
    await db.query(`
      CREATE TABLE certificate_tokens (
        certificate_id uuid NOT NULL CONSTRAINT pk_certificate_tokens PRIMARY KEY
          CONSTRAINT fk_certificate_tokens_certificate REFERENCES certificates (id),
        token text NOT NULL,
        signed_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`
      CREATE TRIGGER certificate_tokens_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON certificate_tokens
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE certificate_tokens');
    await db.query('ALTER TABLE signing_keys DISABLE TRIGGER signing_keys_append_only');
    await db.query(`DELETE FROM signing_keys WHERE algorithm <> 'Ed25519'`);
    await db.query('ALTER TABLE signing_keys ENABLE TRIGGER signing_keys_append_only');
    await db.query(`
      ALTER TABLE signing_keys
        DROP CONSTRAINT ck_signing_keys_algorithm,
        DROP COLUMN public_key_jwk,
        ALTER COLUMN public_key_multibase SET NOT NULL,
        ADD CONSTRAINT ck_signing_keys_algorithm CHECK (algorithm IN ('Ed25519'))`);
  }
}
