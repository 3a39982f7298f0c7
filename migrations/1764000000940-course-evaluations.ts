import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What learners say about a course they finished, and editions that are complete only once they said it. */
export class CourseEvaluations1764000000940 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE editions ADD COLUMN asks_evaluation boolean NOT NULL DEFAULT false');
    const scale = (name: string) =>
      `${name} smallint NOT NULL CONSTRAINT ck_course_evaluations_${name} CHECK (${name} BETWEEN 1 AND 5)`;
    const text = (name: string) =>
      `${name} text NOT NULL CONSTRAINT ck_course_evaluations_${name} CHECK (length(${name}) <= 2000)`;
    await db.query(`
      CREATE TABLE course_evaluations (
        id uuid NOT NULL CONSTRAINT pk_course_evaluations PRIMARY KEY,
        enrollment_id uuid NOT NULL CONSTRAINT fk_course_evaluations_enrollment REFERENCES enrollments (id),
        edition_id uuid NOT NULL CONSTRAINT fk_course_evaluations_edition REFERENCES editions (id),
        ${['objectives', 'level', 'teaching', 'practice'].map(scale).join(', ')},
        is_biased boolean NOT NULL,
        ${['bias', 'change', 'improve'].map(text).join(', ')},
        given_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_course_evaluations_edition UNIQUE (enrollment_id, edition_id)
      )`);
    await db.query('CREATE INDEX ix_course_evaluations_edition ON course_evaluations (edition_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE course_evaluations');
    await db.query('ALTER TABLE editions DROP COLUMN asks_evaluation');
  }
}
