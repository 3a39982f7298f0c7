import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Books to take away: their editions, who asked for one, what was agreed to, and what happened, without names. */
export class Ebooks1764000000950 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE ebook_editions (
        slug text NOT NULL,
        number integer NOT NULL CONSTRAINT ck_ebook_editions_number CHECK (number > 0),
        content_hash text NOT NULL,
        content jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_ebook_editions PRIMARY KEY (slug, number)
      )`);
    await db.query(`
      CREATE TABLE ebook_requests (
        id uuid NOT NULL CONSTRAINT pk_ebook_requests PRIMARY KEY,
        ebook text NOT NULL,
        address bytea NOT NULL CONSTRAINT ck_ebook_requests_address CHECK (length(address) = 32),
        email text,
        token_hash bytea NOT NULL CONSTRAINT uq_ebook_requests_token UNIQUE,
        news boolean NOT NULL,
        words_version integer NOT NULL,
        source text,
        asked_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        pdf_at timestamptz,
        epub_at timestamptz,
        CONSTRAINT ck_ebook_requests_email CHECK (
          CASE WHEN confirmed_at IS NULL OR news THEN email IS NOT NULL ELSE email IS NULL END),
        CONSTRAINT ck_ebook_requests_taken CHECK (confirmed_at IS NOT NULL OR (pdf_at IS NULL AND epub_at IS NULL))
      )`);
    await db.query('CREATE INDEX ix_ebook_requests_address ON ebook_requests (address, ebook, asked_at)');
    await db.query(`
      CREATE TABLE ebook_consents (
        id uuid NOT NULL CONSTRAINT pk_ebook_consents PRIMARY KEY,
        request_id uuid NOT NULL,
        ebook text NOT NULL,
        address bytea NOT NULL CONSTRAINT ck_ebook_consents_address CHECK (length(address) = 32),
        purpose text NOT NULL CONSTRAINT ck_ebook_consents_purpose CHECK (purpose IN ('delivery', 'news')),
        words_version integer NOT NULL,
        words text NOT NULL,
        source text,
        asked_at timestamptz NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_ebook_consents_once UNIQUE (request_id, purpose)
      )`);
    await db.query('CREATE INDEX ix_ebook_consents_address ON ebook_consents (address, ebook)');
    await db.query(`
      CREATE TABLE ebook_events (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_ebook_events PRIMARY KEY,
        ebook text NOT NULL,
        what text NOT NULL CONSTRAINT ck_ebook_events_what CHECK (what IN ('asked', 'confirmed', 'pdf', 'epub')),
        source text,
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query('CREATE INDEX ix_ebook_events_at ON ebook_events (at)');
    for (const table of ['ebook_editions', 'ebook_consents', 'ebook_events']) {
      await db.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['ebook_events', 'ebook_consents', 'ebook_requests', 'ebook_editions'])
      await db.query(`DROP TABLE ${table}`);
  }
}
