import type { MigrationInterface, QueryRunner } from 'typeorm';

const appendOnly = [
  'preceptor_authorities',
  'preceptor_authority_ends',
  'preceptor_assignments',
  'preceptor_assignment_ends',
  'logbook_entries',
  'logbook_versions',
  'logbook_withdrawals',
  'sign_offs',
  'sign_off_denials',
];

/** Observed procedures, who may sign them, and their signatures. Only codes ever change: they are tried and used. */
export class EligibilityPractice1764000000730 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE procedures (
        slug text NOT NULL CONSTRAINT pk_procedures PRIMARY KEY,
        title text NOT NULL,
        kind text NOT NULL CONSTRAINT ck_procedures_kind CHECK (kind IN ('botulinum-toxin', 'dermal-filler')),
        unit text NOT NULL,
        depths text[] NOT NULL,
        picture jsonb NOT NULL,
        position bigint NOT NULL
      )`);
    await db.query(`
      CREATE TABLE preceptor_authorities (
        id uuid NOT NULL CONSTRAINT pk_preceptor_authorities PRIMARY KEY,
        preceptor_id uuid NOT NULL CONSTRAINT fk_preceptor_authorities_preceptor REFERENCES people (id),
        procedures text[] NOT NULL CONSTRAINT ck_preceptor_authorities_procedures CHECK (cardinality(procedures) > 0),
        from_on date NOT NULL,
        until_on date NOT NULL,
        licence_until date NOT NULL,
        reason text NOT NULL,
        granted_by uuid NOT NULL CONSTRAINT fk_preceptor_authorities_granted_by REFERENCES people (id),
        granted_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT ck_preceptor_authorities_days CHECK (from_on <= until_on AND from_on <= licence_until),
        CONSTRAINT ck_preceptor_authorities_self CHECK (granted_by <> preceptor_id)
      )`);
    await db.query('CREATE INDEX ix_preceptor_authorities_preceptor ON preceptor_authorities (preceptor_id)');
    await db.query(`
      CREATE TABLE preceptor_authority_ends (
        authority_id uuid NOT NULL CONSTRAINT pk_preceptor_authority_ends PRIMARY KEY
          CONSTRAINT fk_preceptor_authority_ends_authority REFERENCES preceptor_authorities (id),
        kind text NOT NULL CONSTRAINT ck_preceptor_authority_ends_kind CHECK (kind IN ('ended', 'revoked')),
        reason text NOT NULL,
        ended_by uuid NOT NULL CONSTRAINT fk_preceptor_authority_ends_ended_by REFERENCES people (id),
        ended_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`
      CREATE TABLE preceptor_assignments (
        id uuid NOT NULL CONSTRAINT pk_preceptor_assignments PRIMARY KEY,
        preceptor_id uuid NOT NULL CONSTRAINT fk_preceptor_assignments_preceptor REFERENCES people (id),
        learner_id uuid NOT NULL CONSTRAINT fk_preceptor_assignments_learner REFERENCES people (id),
        reason text NOT NULL,
        assigned_by uuid NOT NULL CONSTRAINT fk_preceptor_assignments_assigned_by REFERENCES people (id),
        assigned_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT ck_preceptor_assignments_self CHECK (preceptor_id <> learner_id)
      )`);
    await db.query('CREATE INDEX ix_preceptor_assignments_pair ON preceptor_assignments (preceptor_id, learner_id)');
    await db.query('CREATE INDEX ix_preceptor_assignments_learner ON preceptor_assignments (learner_id)');
    await db.query(`
      CREATE TABLE preceptor_assignment_ends (
        assignment_id uuid NOT NULL CONSTRAINT pk_preceptor_assignment_ends PRIMARY KEY
          CONSTRAINT fk_preceptor_assignment_ends_assignment REFERENCES preceptor_assignments (id),
        reason text NOT NULL,
        ended_by uuid NOT NULL CONSTRAINT fk_preceptor_assignment_ends_ended_by REFERENCES people (id),
        ended_at timestamptz NOT NULL DEFAULT now()
      )`);
    // The day is the person's own; anywhere on earth it is at most a day from the one in UTC.
    await db.query(`
      CREATE TABLE logbook_entries (
        id uuid NOT NULL CONSTRAINT pk_logbook_entries PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT fk_logbook_entries_person REFERENCES people (id),
        procedure text NOT NULL CONSTRAINT fk_logbook_entries_procedure REFERENCES procedures (slug),
        performed_on date NOT NULL,
        zone text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT ck_logbook_entries_backdated CHECK (performed_on BETWEEN
          (created_at AT TIME ZONE 'UTC')::date - 15 AND (created_at AT TIME ZONE 'UTC')::date + 1)
      )`);
    await db.query('CREATE INDEX ix_logbook_entries_person ON logbook_entries (person_id, performed_on)');
    await db.query(`
      CREATE TABLE logbook_versions (
        entry_id uuid NOT NULL CONSTRAINT fk_logbook_versions_entry REFERENCES logbook_entries (id),
        version integer NOT NULL CONSTRAINT ck_logbook_versions_version CHECK (version > 0),
        content jsonb NOT NULL,
        content_hash text NOT NULL,
        why text,
        written_by uuid NOT NULL CONSTRAINT fk_logbook_versions_written_by REFERENCES people (id),
        written_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_logbook_versions PRIMARY KEY (entry_id, version),
        CONSTRAINT uq_logbook_versions_hash UNIQUE (entry_id, version, content_hash),
        CONSTRAINT ck_logbook_versions_why CHECK (version = 1 OR why IS NOT NULL)
      )`);
    await db.query(`
      CREATE TABLE logbook_withdrawals (
        entry_id uuid NOT NULL CONSTRAINT pk_logbook_withdrawals PRIMARY KEY
          CONSTRAINT fk_logbook_withdrawals_entry REFERENCES logbook_entries (id),
        reason text NOT NULL,
        withdrawn_by uuid NOT NULL CONSTRAINT fk_logbook_withdrawals_withdrawn_by REFERENCES people (id),
        withdrawn_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`
      CREATE TABLE sign_offs (
        id uuid NOT NULL CONSTRAINT pk_sign_offs PRIMARY KEY,
        entry_id uuid NOT NULL,
        version integer NOT NULL,
        content_hash text NOT NULL,
        decision text NOT NULL CONSTRAINT ck_sign_offs_decision CHECK (decision IN ('signed', 'refused')),
        way text NOT NULL CONSTRAINT ck_sign_offs_way CHECK (way IN ('session', 'code')),
        rating smallint CONSTRAINT ck_sign_offs_rating CHECK (rating BETWEEN 1 AND 5),
        reason text,
        preceptor_id uuid NOT NULL CONSTRAINT fk_sign_offs_preceptor REFERENCES people (id),
        authority_id uuid NOT NULL CONSTRAINT fk_sign_offs_authority REFERENCES preceptor_authorities (id),
        device_at timestamptz,
        decided_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_sign_offs_version UNIQUE (entry_id, version),
        CONSTRAINT fk_sign_offs_content FOREIGN KEY (entry_id, version, content_hash)
          REFERENCES logbook_versions (entry_id, version, content_hash),
        CONSTRAINT ck_sign_offs_reason CHECK ((decision = 'refused') = (reason IS NOT NULL)),
        CONSTRAINT ck_sign_offs_rated CHECK (rating IS NULL OR (decision = 'signed' AND way = 'session'))
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_sign_offs_signed ON sign_offs (entry_id) WHERE decision = 'signed'`);
    await db.query('CREATE INDEX ix_sign_offs_preceptor ON sign_offs (preceptor_id, decided_at)');
    await db.query(`
      CREATE TABLE sign_off_codes (
        id uuid NOT NULL CONSTRAINT pk_sign_off_codes PRIMARY KEY,
        entry_id uuid NOT NULL,
        version integer NOT NULL,
        preceptor_id uuid NOT NULL CONSTRAINT fk_sign_off_codes_preceptor REFERENCES people (id),
        asked_by uuid NOT NULL CONSTRAINT fk_sign_off_codes_asked_by REFERENCES people (id),
        code_hash bytea NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL DEFAULT now() + interval '10 minutes',
        tries integer NOT NULL DEFAULT 0 CONSTRAINT ck_sign_off_codes_tries CHECK (tries BETWEEN 0 AND 5),
        used_at timestamptz,
        CONSTRAINT fk_sign_off_codes_version FOREIGN KEY (entry_id, version) REFERENCES logbook_versions (entry_id, version)
      )`);
    await db.query('CREATE INDEX ix_sign_off_codes_entry ON sign_off_codes (entry_id, made_at)');
    await db.query('CREATE INDEX ix_sign_off_codes_asked_by ON sign_off_codes (asked_by, made_at)');
    // No foreign keys: what was refused may be about anything.
    await db.query(`
      CREATE TABLE sign_off_denials (
        id uuid NOT NULL CONSTRAINT pk_sign_off_denials PRIMARY KEY,
        entry_id uuid NOT NULL,
        preceptor_id uuid NOT NULL,
        why text NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      )`);
    for (const table of appendOnly) {
      await db.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['sign_off_codes', ...appendOnly.toReversed(), 'procedures'])
      await db.query(`DROP TABLE ${table}`);
  }
}
