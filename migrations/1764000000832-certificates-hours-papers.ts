import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The paper behind reported hours: sealed, opened by short links, each opening on record, gone once it is decided. */
export class HoursPapers1764000000832 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE hours_papers (
        hours_id uuid NOT NULL CONSTRAINT pk_hours_papers PRIMARY KEY
          CONSTRAINT fk_hours_papers_hours REFERENCES education_hours (id),
        media_type text NOT NULL,
        size integer NOT NULL,
        key_id text NOT NULL,
        wrapped_key bytea,
        sealed bytea,
        sent_at timestamptz NOT NULL DEFAULT now(),
        deleted_at timestamptz,
        CONSTRAINT ck_hours_papers_gone CHECK
          ((deleted_at IS NULL) = (sealed IS NOT NULL) AND (deleted_at IS NULL) = (wrapped_key IS NOT NULL))
      )`);
    await db.query(`
      CREATE TABLE hours_paper_links (
        token_hash bytea NOT NULL CONSTRAINT pk_hours_paper_links PRIMARY KEY,
        hours_id uuid NOT NULL CONSTRAINT fk_hours_paper_links_paper REFERENCES hours_papers (hours_id),
        person_id uuid NOT NULL CONSTRAINT fk_hours_paper_links_person REFERENCES people (id),
        until timestamptz NOT NULL
      )`);
    await db.query(`
      CREATE TABLE hours_paper_openings (
        id uuid NOT NULL CONSTRAINT pk_hours_paper_openings PRIMARY KEY,
        hours_id uuid NOT NULL CONSTRAINT fk_hours_paper_openings_paper REFERENCES hours_papers (hours_id),
        person_id uuid NOT NULL CONSTRAINT fk_hours_paper_openings_person REFERENCES people (id),
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`
      CREATE TRIGGER hours_paper_openings_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON hours_paper_openings
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['hours_paper_openings', 'hours_paper_links', 'hours_papers'])
      await db.query(`DROP TABLE ${table}`);
  }
}
