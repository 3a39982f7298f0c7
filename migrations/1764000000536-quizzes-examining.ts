import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Examiners mark essays and files by a rubric; a second one may mark blind, and a third decides. */
export class QuizzesExamining1764000000536 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE second_markings (
        quiz_id uuid NOT NULL CONSTRAINT pk_second_markings PRIMARY KEY
          CONSTRAINT fk_second_markings_quiz REFERENCES quizzes (id),
        percent integer NOT NULL CONSTRAINT ck_second_markings_percent CHECK (percent BETWEEN 0 AND 100),
        threshold integer NOT NULL CONSTRAINT ck_second_markings_threshold CHECK (threshold BETWEEN 0 AND 100),
        set_by uuid NOT NULL CONSTRAINT fk_second_markings_set_by REFERENCES people (id),
        set_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`
      CREATE TABLE grading_claims (
        attempt_id uuid NOT NULL CONSTRAINT fk_grading_claims_attempt REFERENCES attempts (id),
        question_id uuid NOT NULL,
        examiner_id uuid NOT NULL CONSTRAINT fk_grading_claims_examiner REFERENCES people (id),
        until timestamptz NOT NULL,
        CONSTRAINT pk_grading_claims PRIMARY KEY (attempt_id, question_id)
      )`);
    await db.query(`
      CREATE TABLE gradings (
        attempt_id uuid NOT NULL CONSTRAINT fk_gradings_attempt REFERENCES attempts (id),
        question_id uuid NOT NULL,
        round integer NOT NULL CONSTRAINT ck_gradings_round CHECK (round BETWEEN 1 AND 3),
        examiner_id uuid NOT NULL CONSTRAINT fk_gradings_examiner REFERENCES people (id),
        scores jsonb NOT NULL,
        comment text NOT NULL,
        awarded numeric(10, 4) NOT NULL,
        possible numeric(10, 4) NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_gradings PRIMARY KEY (attempt_id, question_id, round),
        CONSTRAINT uq_gradings_examiner UNIQUE (attempt_id, question_id, examiner_id),
        CONSTRAINT ck_gradings_awarded CHECK (awarded BETWEEN 0 AND possible)
      )`);
    await db.query(`
      CREATE TRIGGER gradings_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON gradings
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await db.query(
      `CREATE INDEX ix_attempts_ungraded ON attempts (finished_at) WHERE status <> 'live' AND graded_at IS NULL`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX ix_attempts_ungraded`);
    for (const table of ['gradings', 'grading_claims', 'second_markings']) await db.query(`DROP TABLE ${table}`);
  }
}
