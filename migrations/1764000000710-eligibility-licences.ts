import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Professions, licences with their history, the papers that prove them, and who looked at these. */
export class EligibilityLicences1764000000710 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE professions (
        slug text NOT NULL CONSTRAINT pk_professions PRIMARY KEY,
        title text NOT NULL,
        position int NOT NULL
      )`);
    await db.query(`
      CREATE TABLE licences (
        id uuid NOT NULL CONSTRAINT pk_licences PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT fk_licences_person REFERENCES people (id),
        profession text NOT NULL CONSTRAINT fk_licences_profession REFERENCES professions (slug),
        jurisdiction text NOT NULL CONSTRAINT ck_licences_jurisdiction CHECK (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
        number text NOT NULL CONSTRAINT ck_licences_number CHECK (length(number) BETWEEN 2 AND 40),
        number_key text NOT NULL GENERATED ALWAYS AS (upper(regexp_replace(number, '[^A-Za-z0-9]', '', 'g'))) STORED,
        holder_name text NOT NULL CONSTRAINT ck_licences_holder_name CHECK (length(holder_name) BETWEEN 1 AND 120),
        npi text CONSTRAINT ck_licences_npi CHECK (npi ~ '^[12][0-9]{9}$'),
        expires_on date NOT NULL,
        status text NOT NULL CONSTRAINT ck_licences_status CHECK (status IN
          ('unsent', 'waiting', 'asked', 'verified', 'refused', 'lapsed', 'withdrawn', 'replaced')),
        round int NOT NULL DEFAULT 1 CONSTRAINT ck_licences_round CHECK (round > 0),
        entered_at timestamptz NOT NULL DEFAULT now(),
        waiting_since timestamptz,
        checked_on date CONSTRAINT ck_licences_checked_on CHECK (status <> 'verified' OR checked_on IS NOT NULL)
      )`);
    await db.query('CREATE INDEX ix_licences_person ON licences (person_id)');
    await db.query(`CREATE INDEX ix_licences_waiting ON licences (waiting_since) WHERE status = 'waiting'`);
    // A number stands for one person; a claim that nobody has checked yet keeps nobody out.
    await db.query(`CREATE UNIQUE INDEX uq_licences_standing ON licences (jurisdiction, profession, number_key)
                    WHERE status = 'verified'`);
    await db.query(`CREATE UNIQUE INDEX uq_licences_open ON licences (person_id, jurisdiction, profession, number_key)
                    WHERE status IN ('unsent', 'waiting', 'asked')`);
    await db.query(`
      CREATE TABLE licence_events (
        id uuid NOT NULL CONSTRAINT pk_licence_events PRIMARY KEY,
        licence_id uuid NOT NULL CONSTRAINT fk_licence_events_licence REFERENCES licences (id),
        round int NOT NULL,
        kind text NOT NULL CONSTRAINT ck_licence_events_kind CHECK (kind IN
          ('entered', 'sent', 'asked', 'answered', 'approved', 'refused', 'withdrawn', 'lapsed', 'replaced')),
        at timestamptz NOT NULL DEFAULT now(),
        by uuid CONSTRAINT fk_licence_events_person REFERENCES people (id),
        note text NOT NULL DEFAULT '' CONSTRAINT ck_licence_events_note CHECK (length(note) <= 2000)
      )`);
    await db.query('CREATE INDEX ix_licence_events_licence ON licence_events (licence_id, at)');
    await db.query(`CREATE UNIQUE INDEX uq_licence_events_decision ON licence_events (licence_id, round)
                    WHERE kind IN ('asked', 'approved', 'refused')`);
    await db.query(`CREATE UNIQUE INDEX uq_licence_events_end ON licence_events (licence_id)
                    WHERE kind IN ('withdrawn', 'lapsed', 'replaced')`);
    await db.query(`
      CREATE TABLE licence_claims (
        licence_id uuid NOT NULL CONSTRAINT pk_licence_claims PRIMARY KEY
          CONSTRAINT fk_licence_claims_licence REFERENCES licences (id),
        reviewer_id uuid NOT NULL CONSTRAINT fk_licence_claims_reviewer REFERENCES people (id),
        until timestamptz NOT NULL
      )`);
    await this.papers(db);
    for (const table of ['licence_events', 'paper_openings']) {
      await db.query(`CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
                      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  private async papers(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE licence_papers (
        id uuid NOT NULL CONSTRAINT pk_licence_papers PRIMARY KEY,
        licence_id uuid NOT NULL CONSTRAINT fk_licence_papers_licence REFERENCES licences (id),
        media_type text NOT NULL CONSTRAINT ck_licence_papers_media_type
          CHECK (media_type IN ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
        size int NOT NULL,
        key_id text NOT NULL,
        wrapped_key bytea,
        sealed bytea,
        sent_at timestamptz NOT NULL DEFAULT now(),
        deleted_at timestamptz,
        CONSTRAINT ck_licence_papers_gone CHECK
          ((deleted_at IS NULL) = (sealed IS NOT NULL) AND (deleted_at IS NULL) = (wrapped_key IS NOT NULL))
      )`);
    await db.query('CREATE INDEX ix_licence_papers_licence ON licence_papers (licence_id, sent_at)');
    await db.query(`
      CREATE TABLE paper_links (
        token_hash bytea NOT NULL CONSTRAINT pk_paper_links PRIMARY KEY,
        paper_id uuid NOT NULL CONSTRAINT fk_paper_links_paper REFERENCES licence_papers (id),
        person_id uuid NOT NULL CONSTRAINT fk_paper_links_person REFERENCES people (id),
        until timestamptz NOT NULL
      )`);
    await db.query(`
      CREATE TABLE paper_openings (
        id uuid NOT NULL CONSTRAINT pk_paper_openings PRIMARY KEY,
        paper_id uuid NOT NULL CONSTRAINT fk_paper_openings_paper REFERENCES licence_papers (id),
        person_id uuid NOT NULL CONSTRAINT fk_paper_openings_person REFERENCES people (id),
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query('CREATE INDEX ix_paper_openings_paper ON paper_openings (paper_id, at)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [
      ...['paper_openings', 'paper_links', 'licence_papers', 'licence_claims', 'licence_events', 'licences'],
      'professions',
    ])
      await db.query(`DROP TABLE ${table}`);
  }
}
