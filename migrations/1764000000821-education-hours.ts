import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Continuing education: hours a holder reports with a paper, and who accepted them; reminders that were sent. */
export class EducationHours1764000000821 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE education_hours (
        id uuid NOT NULL CONSTRAINT pk_education_hours PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT fk_education_hours_person REFERENCES people (id),
        category text NOT NULL,
        minutes integer NOT NULL CONSTRAINT ck_education_hours_minutes CHECK (minutes BETWEEN 15 AND 6000),
        title text NOT NULL,
        provider text NOT NULL,
        held_on date NOT NULL,
        enrollment_id uuid CONSTRAINT fk_education_hours_enrollment REFERENCES enrollments (id)
          CONSTRAINT uq_education_hours_enrollment UNIQUE,
        status text NOT NULL CONSTRAINT ck_education_hours_status CHECK (status IN ('reported', 'accepted', 'refused')),
        reported_at timestamptz NOT NULL DEFAULT now(),
        decided_by uuid CONSTRAINT fk_education_hours_decided_by REFERENCES people (id),
        decided_at timestamptz,
        reason text CONSTRAINT ck_education_hours_reason CHECK (length(reason) BETWEEN 1 AND 500),
        CONSTRAINT ck_education_hours_decided CHECK ((status = 'reported') = (decided_at IS NULL)),
        CONSTRAINT ck_education_hours_refused CHECK (status <> 'refused' OR reason IS NOT NULL),
        CONSTRAINT ck_education_hours_other CHECK (decided_by <> person_id)
      )`);
    await db.query('CREATE INDEX ix_education_hours_person ON education_hours (person_id, held_on)');
    await db.query(
      `CREATE INDEX ix_education_hours_reported ON education_hours (reported_at) WHERE status = 'reported'`,
    );
    await db.query(`
      CREATE TABLE renewal_reminders (
        certificate_id uuid NOT NULL CONSTRAINT fk_renewal_reminders_certificate REFERENCES certificates (id),
        days integer NOT NULL,
        sent_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_renewal_reminders PRIMARY KEY (certificate_id, days)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE renewal_reminders');
    await db.query('DROP TABLE education_hours');
  }
}
