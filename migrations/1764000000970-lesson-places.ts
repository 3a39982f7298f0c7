import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a learner is in a lesson, on each of their devices. */
export class LessonPlaces1764000000970 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE lesson_places (
        enrollment_id uuid NOT NULL CONSTRAINT fk_lesson_places_enrollment REFERENCES enrollments (id),
        lesson text NOT NULL,
        device text NOT NULL CONSTRAINT ck_lesson_places_device CHECK (device ~ '^[0-9a-z]{8,32}$'),
        rev bigint NOT NULL CONSTRAINT ck_lesson_places_rev CHECK (rev > 0),
        block text NOT NULL CONSTRAINT ck_lesson_places_block CHECK (block ~ '^[a-z0-9-]{1,200}$'),
        fraction real NOT NULL CONSTRAINT ck_lesson_places_fraction CHECK (fraction BETWEEN 0 AND 1),
        saved_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_lesson_places PRIMARY KEY (enrollment_id, lesson, device)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE lesson_places');
  }
}
