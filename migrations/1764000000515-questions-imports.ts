import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A file of questions waits here between its report and the confirmation; who brought what in stays on record. */
export class QuestionsImports1764000000515 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE question_imports (
        id uuid NOT NULL CONSTRAINT pk_question_imports PRIMARY KEY,
        pool_id uuid NOT NULL CONSTRAINT fk_question_imports_pool REFERENCES pools (id),
        file_name text NOT NULL,
        format text NOT NULL,
        topic text NOT NULL,
        bytes bytea,
        report jsonb NOT NULL,
        uploaded_by uuid NOT NULL CONSTRAINT fk_question_imports_uploaded_by REFERENCES people (id),
        uploaded_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL DEFAULT now() + interval '1 day',
        committed_by uuid CONSTRAINT fk_question_imports_committed_by REFERENCES people (id),
        committed_at timestamptz,
        added integer,
        CONSTRAINT ck_question_imports_committed CHECK (
          (committed_at IS NULL) = (committed_by IS NULL) AND (committed_at IS NULL) = (added IS NULL)
        )
      )`);
    await db.query(`CREATE INDEX ix_question_imports_pool ON question_imports (pool_id, uploaded_at)`);
    await db.query(`CREATE INDEX ix_question_imports_waiting ON question_imports (expires_at) WHERE bytes IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE question_imports`);
  }
}
