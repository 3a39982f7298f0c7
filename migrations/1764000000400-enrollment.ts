import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Enrollment1764000000400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE enrollments (
        id uuid NOT NULL CONSTRAINT pk_enrollments PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT fk_enrollments_person REFERENCES people (id),
        course_id uuid NOT NULL,
        edition_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        completed_at timestamptz,
        CONSTRAINT uq_enrollments_person_course UNIQUE (person_id, course_id),
        CONSTRAINT fk_enrollments_edition FOREIGN KEY (course_id, edition_id) REFERENCES editions (course_id, id)
      )`);
    await db.query(`
      CREATE TABLE grants (
        id uuid NOT NULL CONSTRAINT pk_grants PRIMARY KEY,
        enrollment_id uuid NOT NULL CONSTRAINT fk_grants_enrollment REFERENCES enrollments (id),
        source_kind text NOT NULL,
        source_id text NOT NULL,
        granted_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz,
        ended_reason text,
        CONSTRAINT uq_grants_source UNIQUE (source_kind, source_id, enrollment_id),
        CONSTRAINT ck_grants_end CHECK ((ended_at IS NULL) = (ended_reason IS NULL))
      )`);
    await db.query('CREATE INDEX ix_grants_live ON grants (enrollment_id) WHERE ended_at IS NULL');
    await db.query(`
      CREATE TABLE progress (
        enrollment_id uuid NOT NULL CONSTRAINT fk_progress_enrollment REFERENCES enrollments (id),
        item_slug text NOT NULL,
        kind text NOT NULL CONSTRAINT ck_progress_kind CHECK (kind IN ('lesson', 'quiz')),
        first_viewed_at timestamptz NOT NULL DEFAULT now(),
        completed_at timestamptz,
        CONSTRAINT pk_progress PRIMARY KEY (enrollment_id, item_slug)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE progress');
    await db.query('DROP TABLE grants');
    await db.query('DROP TABLE enrollments');
  }
}
