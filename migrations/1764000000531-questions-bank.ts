import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why questions left the bank's use and came back, and who did it; who opened a pool. */
export class QuestionsBank1764000000531 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE pools ADD created_by uuid CONSTRAINT fk_pools_created_by REFERENCES people (id)`);
    await db.query(`
      CREATE TABLE question_actions (
        id uuid NOT NULL CONSTRAINT pk_question_actions PRIMARY KEY,
        question_id uuid NOT NULL CONSTRAINT fk_question_actions_question REFERENCES questions (id),
        action text NOT NULL CONSTRAINT ck_question_actions_action CHECK (action IN ('retire', 'reinstate')),
        reason text NOT NULL,
        by_id uuid NOT NULL CONSTRAINT fk_question_actions_by REFERENCES people (id),
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`CREATE INDEX ix_question_actions_question ON question_actions (question_id, at)`);
    await db.query(`
      CREATE TRIGGER question_actions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON question_actions
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    // Who wrote a version does not approve it, whatever the program does.
    await db.query(`
      CREATE FUNCTION refuse_own_approval() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM question_versions v WHERE v.id = NEW.question_version_id AND v.author_id = NEW.approved_by)
        THEN RAISE EXCEPTION 'who wrote a version does not approve it' USING CONSTRAINT = 'ck_approvals_another_person';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER approvals_another_person BEFORE INSERT ON approvals
      FOR EACH ROW EXECUTE FUNCTION refuse_own_approval()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER approvals_another_person ON approvals`);
    await db.query(`DROP FUNCTION refuse_own_approval()`);
    await db.query(`DROP TABLE question_actions`);
    await db.query(`ALTER TABLE pools DROP created_by`);
  }
}
