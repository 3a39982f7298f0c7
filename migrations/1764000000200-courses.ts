import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Courses1764000000200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE courses (
        id uuid NOT NULL CONSTRAINT pk_courses PRIMARY KEY,
        slug text NOT NULL CONSTRAINT uq_courses_slug UNIQUE,
        current_edition_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`
      CREATE TABLE editions (
        id uuid NOT NULL CONSTRAINT pk_editions PRIMARY KEY,
        course_id uuid NOT NULL CONSTRAINT fk_editions_course REFERENCES courses (id),
        number integer NOT NULL CONSTRAINT ck_editions_number CHECK (number > 0),
        content_hash text NOT NULL,
        title text NOT NULL,
        summary text NOT NULL,
        audience text NOT NULL,
        reviewed_on date NOT NULL,
        reviewed_by text NOT NULL,
        objectives jsonb NOT NULL,
        intro_html text NOT NULL,
        outline jsonb NOT NULL,
        item_count integer NOT NULL CONSTRAINT ck_editions_item_count CHECK (item_count > 0),
        minutes integer NOT NULL,
        published_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_editions_course_number UNIQUE (course_id, number),
        CONSTRAINT uq_editions_course_id UNIQUE (course_id, id)
      )`);
    // Deferred: a course and its first edition are written by one statement.
    await db.query(`
      ALTER TABLE courses ADD CONSTRAINT fk_courses_current_edition FOREIGN KEY (id, current_edition_id)
      REFERENCES editions (course_id, id) DEFERRABLE INITIALLY DEFERRED`);
    await db.query(`
      CREATE TABLE lessons (
        id uuid NOT NULL CONSTRAINT pk_lessons PRIMARY KEY,
        edition_id uuid NOT NULL CONSTRAINT fk_lessons_edition REFERENCES editions (id),
        slug text NOT NULL,
        position integer NOT NULL,
        title text NOT NULL,
        summary text NOT NULL,
        minutes integer NOT NULL,
        reviewed_on date NOT NULL,
        html text NOT NULL,
        sources jsonb NOT NULL,
        article_slug text,
        CONSTRAINT uq_lessons_edition_slug UNIQUE (edition_id, slug),
        CONSTRAINT uq_lessons_edition_position UNIQUE (edition_id, position)
      )`);
    await db.query(`
      CREATE TABLE articles (
        id uuid NOT NULL CONSTRAINT pk_articles PRIMARY KEY,
        slug text NOT NULL,
        number integer NOT NULL CONSTRAINT ck_articles_number CHECK (number > 0),
        content_hash text NOT NULL,
        title text NOT NULL,
        summary text NOT NULL,
        author text NOT NULL,
        abstract text NOT NULL,
        minutes integer NOT NULL,
        reviewed_on date,
        html text NOT NULL,
        sources jsonb NOT NULL,
        trademarks jsonb NOT NULL,
        origin jsonb,
        published_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_articles_slug_number UNIQUE (slug, number)
      )`);
    // A page is read far more often than written: stored as it stands, nothing to unpack at each reading.
    await db.query('ALTER TABLE lessons ALTER COLUMN html SET STORAGE EXTERNAL');
    await db.query('ALTER TABLE articles ALTER COLUMN html SET STORAGE EXTERNAL');
    for (const table of ['editions', 'lessons', 'articles']) {
      await db.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE articles');
    await db.query('DROP TABLE lessons');
    await db.query('ALTER TABLE courses DROP CONSTRAINT fk_courses_current_edition');
    await db.query('DROP TABLE editions');
    await db.query('DROP TABLE courses');
  }
}
