import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What papers are drawn from, kept once for all papers that saw the same; and how often each question was drawn of late. */
export class QuizDrawing1764000000518 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE drawn_pools (
        hash text NOT NULL CONSTRAINT pk_drawn_pools PRIMARY KEY,
        versions uuid[] NOT NULL,
        enemies jsonb NOT NULL,
        first_drawn_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`
      CREATE TRIGGER drawn_pools_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON drawn_pools
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await db.query(`
      CREATE TABLE exposures (
        quiz_id uuid NOT NULL CONSTRAINT fk_exposures_quiz REFERENCES quizzes (id),
        question_id uuid NOT NULL CONSTRAINT fk_exposures_question REFERENCES questions (id),
        drawn integer NOT NULL CONSTRAINT ck_exposures_drawn CHECK (drawn > 0),
        papers integer NOT NULL,
        counted_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_exposures PRIMARY KEY (quiz_id, question_id),
        CONSTRAINT ck_exposures_papers CHECK (papers >= drawn)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE exposures`);
    await db.query(`DROP TABLE drawn_pools`);
  }
}
