import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers of a practice that were checked at once: from then on they stay as they are. */
export class QuizChecks1764000000517 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE answer_checks (
        attempt_id uuid NOT NULL CONSTRAINT fk_answer_checks_attempt REFERENCES attempts (id),
        question_id uuid NOT NULL,
        checked_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_answer_checks PRIMARY KEY (attempt_id, question_id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE answer_checks`);
  }
}
