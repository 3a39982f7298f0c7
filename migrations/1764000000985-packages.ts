import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Packages that are played in lessons, and all that they saved, in order. */
export class Packages1764000000985 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE packages (
        id uuid NOT NULL CONSTRAINT pk_packages PRIMARY KEY,
        course_id uuid NOT NULL CONSTRAINT fk_packages_course REFERENCES courses (id),
        lesson text NOT NULL,
        number integer NOT NULL CONSTRAINT ck_packages_number CHECK (number > 0),
        standard text NOT NULL CONSTRAINT ck_packages_standard CHECK (standard IN ('scorm-1.2', 'scorm-2004')),
        title text NOT NULL,
        manifest jsonb NOT NULL,
        sha256 text NOT NULL,
        uploaded_by uuid NOT NULL CONSTRAINT fk_packages_uploaded_by REFERENCES people (id),
        uploaded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_packages_number UNIQUE (course_id, lesson, number)
      )`);
    await db.query(`
      CREATE TABLE package_files (
        package_id uuid NOT NULL CONSTRAINT fk_package_files_package REFERENCES packages (id),
        path text NOT NULL,
        sha256 text NOT NULL CONSTRAINT fk_package_files_kept REFERENCES kept_files (sha256),
        size bigint NOT NULL,
        CONSTRAINT pk_package_files PRIMARY KEY (package_id, path)
      )`);
    await db.query(`
      CREATE TABLE package_registrations (
        id uuid NOT NULL CONSTRAINT pk_package_registrations PRIMARY KEY,
        enrollment_id uuid NOT NULL CONSTRAINT fk_package_registrations_enrollment REFERENCES enrollments (id),
        lesson text NOT NULL,
        package_id uuid NOT NULL CONSTRAINT fk_package_registrations_package REFERENCES packages (id),
        opened_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_package_registrations_lesson UNIQUE (enrollment_id, lesson)
      )`);
    await db.query('CREATE INDEX ix_package_registrations_package ON package_registrations (package_id)');
    await db.query(`
      CREATE TABLE package_states (
        id uuid NOT NULL CONSTRAINT pk_package_states PRIMARY KEY,
        registration_id uuid NOT NULL CONSTRAINT fk_package_states_registration REFERENCES package_registrations (id),
        item text NOT NULL,
        rev integer NOT NULL CONSTRAINT ck_package_states_rev CHECK (rev > 0),
        data jsonb NOT NULL,
        completed boolean NOT NULL,
        passed boolean,
        score numeric(7, 4),
        seconds integer NOT NULL CONSTRAINT ck_package_states_seconds CHECK (seconds >= 0),
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_package_states_rev UNIQUE (registration_id, item, rev)
      )`);
    await db.query('CREATE INDEX ix_package_states_at ON package_states (registration_id, at)');
    for (const table of ['packages', 'package_files', 'package_registrations']) {
      await db.query(`CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
                      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
    await db.query(`CREATE TRIGGER package_states_append_only BEFORE DELETE OR TRUNCATE ON package_states
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await db.query(`CREATE TRIGGER package_states_only_erased BEFORE UPDATE ON package_states
                    FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasure('data')`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['package_states', 'package_registrations', 'package_files', 'packages'])
      await db.query(`DROP TABLE ${table}`);
  }
}
