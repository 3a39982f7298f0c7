import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that candidates hand in. */
export class ResponseFiles1764000000511 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE response_files (
        id uuid NOT NULL CONSTRAINT pk_response_files PRIMARY KEY,
        attempt_id uuid NOT NULL CONSTRAINT fk_response_files_attempt REFERENCES attempts (id),
        question_id uuid NOT NULL,
        name text NOT NULL,
        media_type text NOT NULL CONSTRAINT ck_response_files_media_type
          CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
        bytes bytea NOT NULL,
        uploaded_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`CREATE INDEX ix_response_files_question ON response_files (attempt_id, question_id)`);
    await db.query(`
      CREATE TRIGGER response_files_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON response_files
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE response_files`);
  }
}
