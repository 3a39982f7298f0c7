import type { MigrationInterface, QueryRunner } from 'typeorm';

export class JobsFacts1764000000100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await db.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
      END $$`);
    await db.query(`
      CREATE TABLE facts (
        id uuid NOT NULL CONSTRAINT pk_facts PRIMARY KEY,
        name text NOT NULL,
        data jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query('CREATE INDEX ix_facts_name_at ON facts (name, at)');
    await db.query(`
      CREATE TRIGGER facts_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON facts
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE facts');
    await db.query('DROP FUNCTION refuse_change()');
    await db.query('DROP EXTENSION btree_gist');
  }
}
