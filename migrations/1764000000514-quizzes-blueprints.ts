import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Blueprints change at the desk: every change with who, when and why, and what the content folder said last. */
export class QuizzesBlueprints1764000000514 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE quizzes ADD content_blueprint jsonb,
        ADD blueprint_rev integer NOT NULL DEFAULT 1 CONSTRAINT ck_quizzes_blueprint_rev CHECK (blueprint_rev > 0)`);
    await db.query(`UPDATE quizzes SET content_blueprint = blueprint`);
    await db.query(`ALTER TABLE quizzes ALTER content_blueprint SET NOT NULL`);
    await db.query(`
      CREATE TABLE blueprint_changes (
        quiz_id uuid NOT NULL CONSTRAINT fk_blueprint_changes_quiz REFERENCES quizzes (id),
        rev integer NOT NULL,
        blueprint jsonb NOT NULL,
        reason text,
        by_id uuid CONSTRAINT fk_blueprint_changes_by REFERENCES people (id),
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_blueprint_changes PRIMARY KEY (quiz_id, rev),
        CONSTRAINT ck_blueprint_changes_reason CHECK (by_id IS NULL OR reason IS NOT NULL)
      )`);
    await db.query(`
      CREATE TRIGGER blueprint_changes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON blueprint_changes
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE blueprint_changes`);
    await db.query(`ALTER TABLE quizzes DROP content_blueprint, DROP blueprint_rev`);
  }
}
