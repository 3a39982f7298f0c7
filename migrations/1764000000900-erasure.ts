import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Append-only tables of which a person's own words go when the person is erased, with the columns that hold them. */
const words = { licence_events: ['note'], evaluations: ['answers'] };

/** Accounts that are to be erased, and those that were: the list is applied again after a restore. */
export class Erasure1764000000900 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE people ADD COLUMN erased_at timestamptz');
    await db.query(`
      CREATE TABLE erasures (
        id uuid NOT NULL CONSTRAINT pk_erasures PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT fk_erasures_person REFERENCES people (id),
        asked_by uuid CONSTRAINT fk_erasures_asked_by REFERENCES people (id),
        reason text CONSTRAINT ck_erasures_reason CHECK (length(reason) BETWEEN 1 AND 500),
        asked_at timestamptz NOT NULL DEFAULT now(),
        due_at timestamptz NOT NULL,
        taken_back_at timestamptz,
        erased_at timestamptz,
        CONSTRAINT ck_erasures_end CHECK (taken_back_at IS NULL OR erased_at IS NULL)
      )`);
    await db.query('CREATE UNIQUE INDEX uq_erasures_open ON erasures (person_id) WHERE taken_back_at IS NULL');
    await db.query(
      `CREATE INDEX ix_erasures_due ON erasures (due_at) WHERE taken_back_at IS NULL AND erased_at IS NULL`,
    );
    await db.query(`
      CREATE TRIGGER erasures_stay BEFORE DELETE OR TRUNCATE ON erasures
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await db.query(`
      CREATE FUNCTION refuse_change_but_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE was jsonb := to_jsonb(OLD); becomes jsonb := to_jsonb(NEW);
      BEGIN
        FOR i IN 0 .. TG_NARGS - 1 LOOP
          IF becomes -> TG_ARGV[i] NOT IN ('""'::jsonb, '{}'::jsonb) THEN
            RAISE EXCEPTION 'rows of % are never changed, only emptied of a person''s words', TG_TABLE_NAME;
          END IF;
          was := was - TG_ARGV[i];
          becomes := becomes - TG_ARGV[i];
        END LOOP;
        IF was <> becomes THEN
          RAISE EXCEPTION 'rows of % are never changed, only emptied of a person''s words', TG_TABLE_NAME;
        END IF;
        RETURN NEW;
      END $$`);
    for (const [table, columns] of Object.entries(words)) {
      await db.query(`DROP TRIGGER ${table}_append_only ON ${table}`);
      await db.query(`
        CREATE TRIGGER ${table}_append_only BEFORE DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
      await db.query(`
        CREATE TRIGGER ${table}_only_erased BEFORE UPDATE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasure(${columns.map((name) => `'${name}'`).join(', ')})`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of Object.keys(words)) {
      await db.query(`DROP TRIGGER ${table}_only_erased ON ${table}`);
      await db.query(`DROP TRIGGER ${table}_append_only ON ${table}`);
      await db.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
    await db.query('DROP FUNCTION refuse_change_but_erasure');
    await db.query('DROP TABLE erasures');
    await db.query('ALTER TABLE people DROP COLUMN erased_at');
  }
}
