import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many papers of late held each question, by quiz, as the quizzes tell it. */
export class QuestionsExposure1764000000513 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE question_uses (
        question_id uuid NOT NULL CONSTRAINT fk_question_uses_question REFERENCES questions (id),
        quiz text NOT NULL,
        title text NOT NULL,
        drawn integer NOT NULL CONSTRAINT ck_question_uses_drawn CHECK (drawn > 0),
        papers integer NOT NULL,
        cap integer CONSTRAINT ck_question_uses_cap CHECK (cap BETWEEN 1 AND 100),
        counted_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_question_uses PRIMARY KEY (question_id, quiz),
        CONSTRAINT ck_question_uses_papers CHECK (papers >= drawn)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE question_uses`);
  }
}
