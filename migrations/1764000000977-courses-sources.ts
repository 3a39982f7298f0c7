import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The files that editions were made from, byte by byte, and by which door they came. */
export class CoursesSources1764000000977 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE content_sources (
        id uuid NOT NULL CONSTRAINT pk_content_sources PRIMARY KEY,
        base text NOT NULL,
        door text NOT NULL CONSTRAINT ck_content_sources_door CHECK (door IN ('folder', 'desk')),
        tree text NOT NULL CONSTRAINT ck_content_sources_tree CHECK (tree ~ '^[0-9a-f]{64}$'),
        edition_id uuid CONSTRAINT fk_content_sources_edition REFERENCES editions (id),
        brought_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT ck_content_sources_edition CHECK ((base LIKE 'courses/%') = (edition_id IS NOT NULL))
      )`);
    await db.query('CREATE INDEX ix_content_sources_base ON content_sources (base, id DESC)');
    await db.query('CREATE INDEX ix_content_sources_edition ON content_sources (edition_id)');
    await db.query(`
      CREATE TABLE content_source_files (
        source_id uuid NOT NULL CONSTRAINT fk_content_source_files_source REFERENCES content_sources (id),
        path text NOT NULL,
        sha256 text NOT NULL CONSTRAINT fk_content_source_files_kept REFERENCES kept_files (sha256),
        CONSTRAINT pk_content_source_files PRIMARY KEY (source_id, path)
      )`);
    for (const table of ['content_sources', 'content_source_files']) {
      await db.query(`CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
                      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE content_source_files');
    await db.query('DROP TABLE content_sources');
  }
}
