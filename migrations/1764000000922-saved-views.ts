import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists and reports of the books that a person keeps under a name of their own: the address holds the filter. */
export class SavedViews1764000000922 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE saved_views (
        id uuid NOT NULL CONSTRAINT pk_saved_views PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT fk_saved_views_person REFERENCES people (id),
        name text NOT NULL CONSTRAINT ck_saved_views_name CHECK (length(name) BETWEEN 1 AND 80),
        address text NOT NULL CONSTRAINT ck_saved_views_address
          CHECK (address ~ '^/books([/?][!-~]*)?$' AND length(address) <= 1000),
        saved_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_saved_views_name UNIQUE (person_id, name)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE saved_views');
  }
}
