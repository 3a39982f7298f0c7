import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Certifications: applications and their decisions, evaluations, suspensions, and certificates that follow others. */
export class Certifications1764000000820 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE certificates
        ADD COLUMN issue integer NOT NULL DEFAULT 1 CONSTRAINT ck_certificates_issue CHECK (issue > 0),
        ADD COLUMN replaces uuid CONSTRAINT fk_certificates_replaces REFERENCES certificates (id)
          CONSTRAINT uq_certificates_replaces UNIQUE,
        DROP CONSTRAINT uq_certificates_holder,
        ADD CONSTRAINT uq_certificates_holder UNIQUE (person_id, award_id, cycle, issue)`);
    await db.query(`
      CREATE TABLE applications (
        id uuid NOT NULL CONSTRAINT pk_applications PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT fk_applications_person REFERENCES people (id),
        award_id uuid NOT NULL CONSTRAINT fk_applications_award REFERENCES awards (id),
        cycle integer NOT NULL CONSTRAINT ck_applications_cycle CHECK (cycle > 0),
        kind text NOT NULL CONSTRAINT ck_applications_kind CHECK (kind IN ('initial', 'renewal')),
        status text NOT NULL DEFAULT 'open'
          CONSTRAINT ck_applications_status CHECK (status IN ('open', 'ready', 'granted', 'refused', 'withdrawn')),
        submitted_at timestamptz NOT NULL DEFAULT now(),
        ready_at timestamptz,
        evidence jsonb,
        closed_at timestamptz,
        CONSTRAINT ck_applications_closed CHECK ((status IN ('granted', 'refused', 'withdrawn')) = (closed_at IS NOT NULL)),
        CONSTRAINT ck_applications_evidence CHECK (status NOT IN ('ready', 'granted') OR (evidence IS NOT NULL AND ready_at IS NOT NULL))
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_applications_pending ON applications (person_id, award_id)
      WHERE status IN ('open', 'ready')`);
    await db.query(`CREATE UNIQUE INDEX uq_applications_granted ON applications (person_id, award_id, cycle)
      WHERE status = 'granted'`);
    await db.query(`CREATE INDEX ix_applications_ready ON applications (ready_at) WHERE status = 'ready'`);
    await db.query(`
      CREATE TABLE application_decisions (
        id uuid NOT NULL CONSTRAINT pk_application_decisions PRIMARY KEY,
        application_id uuid NOT NULL CONSTRAINT fk_application_decisions_application REFERENCES applications (id),
        verdict text NOT NULL CONSTRAINT ck_application_decisions_verdict CHECK (verdict IN ('grant', 'refuse')),
        reason text NOT NULL CONSTRAINT ck_application_decisions_reason CHECK (length(reason) BETWEEN 1 AND 2000),
        by uuid NOT NULL CONSTRAINT fk_application_decisions_by REFERENCES people (id),
        ready_at timestamptz NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_application_decisions_by UNIQUE (application_id, by, ready_at)
      )`);
    await db.query(`
      CREATE TABLE evaluations (
        id uuid NOT NULL CONSTRAINT pk_evaluations PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT fk_evaluations_person REFERENCES people (id),
        award_id uuid NOT NULL CONSTRAINT fk_evaluations_award REFERENCES awards (id),
        cycle integer NOT NULL,
        answers jsonb NOT NULL,
        given_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_evaluations_person UNIQUE (person_id, award_id, cycle)
      )`);
    await db.query(`
      CREATE TABLE suspensions (
        id uuid NOT NULL CONSTRAINT pk_suspensions PRIMARY KEY,
        certificate_id uuid NOT NULL CONSTRAINT fk_suspensions_certificate REFERENCES certificates (id),
        cause text NOT NULL CONSTRAINT ck_suspensions_cause CHECK (cause IN ('licence', 'safety', 'complaint', 'decision')),
        reason text NOT NULL CONSTRAINT ck_suspensions_reason CHECK (length(reason) BETWEEN 1 AND 500),
        by uuid CONSTRAINT fk_suspensions_by REFERENCES people (id),
        at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz,
        ended_by uuid CONSTRAINT fk_suspensions_ended_by REFERENCES people (id),
        ended_reason text CONSTRAINT ck_suspensions_ended_reason CHECK (length(ended_reason) BETWEEN 1 AND 500),
        CONSTRAINT ck_suspensions_ended CHECK ((ended_at IS NULL) = (ended_reason IS NULL))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX uq_suspensions_open ON suspensions (certificate_id, cause) WHERE ended_at IS NULL`,
    );
    await db.query(`
      CREATE TABLE certificate_cases (
        id uuid NOT NULL CONSTRAINT pk_certificate_cases PRIMARY KEY,
        kind text NOT NULL CONSTRAINT ck_certificate_cases_kind CHECK (kind IN ('appeal', 'complaint', 'name')),
        certificate_id uuid CONSTRAINT fk_certificate_cases_certificate REFERENCES certificates (id),
        application_id uuid CONSTRAINT fk_certificate_cases_application REFERENCES applications (id),
        text text NOT NULL CONSTRAINT ck_certificate_cases_text CHECK (length(text) BETWEEN 1 AND 4000),
        wanted text CONSTRAINT ck_certificate_cases_wanted CHECK (length(wanted) BETWEEN 1 AND 200),
        by uuid CONSTRAINT fk_certificate_cases_by REFERENCES people (id),
        contact text,
        at timestamptz NOT NULL DEFAULT now(),
        outcome text CONSTRAINT ck_certificate_cases_outcome CHECK (outcome IN ('upheld', 'dismissed')),
        answer text CONSTRAINT ck_certificate_cases_answer CHECK (length(answer) BETWEEN 1 AND 2000),
        decided_by uuid CONSTRAINT fk_certificate_cases_decided_by REFERENCES people (id),
        decided_at timestamptz,
        CONSTRAINT ck_certificate_cases_subject CHECK ((certificate_id IS NULL) <> (application_id IS NULL)),
        CONSTRAINT ck_certificate_cases_decided CHECK ((outcome IS NULL) = (decided_at IS NULL)
          AND (outcome IS NULL) = (answer IS NULL) AND (outcome IS NULL) = (decided_by IS NULL)),
        CONSTRAINT ck_certificate_cases_name CHECK ((kind = 'name') = (wanted IS NOT NULL)),
        CONSTRAINT ck_certificate_cases_other CHECK (decided_by <> by)
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_certificate_cases_appeal ON certificate_cases
      (kind, coalesce(certificate_id, application_id), by) WHERE decided_at IS NULL AND by IS NOT NULL`);
    // What a certificate is worth at this instant, decided in one place.
    await db.query(`
      CREATE VIEW certificate_standing AS
      SELECT c.id AS certificate_id, r.at AS revoked_at, s.at AS suspended_at, n.number AS succeeded_by,
        CASE WHEN r.at IS NOT NULL THEN 'revoked'
          WHEN n.id IS NOT NULL THEN 'superseded'
          WHEN c.valid_until <= now() THEN 'expired'
          WHEN s.at IS NOT NULL THEN 'suspended'
          ELSE 'valid' END AS status
      FROM certificates c
        LEFT JOIN revocations r ON r.certificate_id = c.id
        LEFT JOIN certificates n ON n.replaces = c.id
        LEFT JOIN LATERAL (
          SELECT min(at) AS at FROM suspensions WHERE certificate_id = c.id AND ended_at IS NULL) s ON true`);
    for (const table of ['application_decisions', 'evaluations']) {
      await db.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
    for (const table of ['applications', 'suspensions', 'certificate_cases']) {
      await db.query(`
        CREATE TRIGGER ${table}_stay BEFORE DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP VIEW certificate_standing');
    for (const table of ['certificate_cases', 'suspensions', 'evaluations', 'application_decisions', 'applications'])
      await db.query(`DROP TABLE ${table}`);
    await db.query(`
      ALTER TABLE certificates DROP CONSTRAINT uq_certificates_holder, DROP COLUMN replaces, DROP COLUMN issue,
        ADD CONSTRAINT uq_certificates_holder UNIQUE (person_id, award_id, cycle)`);
  }
}
