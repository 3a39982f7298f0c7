import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files by what is in them: the same bytes are kept once, and never change. */
export class MediaKeptFiles1764000000976 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE kept_files (
        sha256 text NOT NULL CONSTRAINT pk_kept_files PRIMARY KEY,
        bytes bytea NOT NULL,
        kept_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT ck_kept_files_sha256 CHECK (sha256 = encode(sha256(bytes), 'hex'))
      )`);
    await db.query(`CREATE TRIGGER kept_files_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON kept_files
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE kept_files');
  }
}
