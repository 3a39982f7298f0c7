import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Statements to a learning record store, until it has them. */
export class Xapi1764000000997 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE xapi_statements (
        id uuid NOT NULL CONSTRAINT pk_xapi_statements PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT fk_xapi_statements_person REFERENCES people,
        verb text NOT NULL,
        statement text NOT NULL,
        written_at timestamptz NOT NULL DEFAULT now(),
        standing text NOT NULL DEFAULT 'waiting' CONSTRAINT ck_xapi_statements_standing
          CHECK (standing IN ('waiting', 'stored', 'failed')),
        tries integer NOT NULL DEFAULT 0 CONSTRAINT ck_xapi_statements_tries CHECK (tries >= 0),
        round integer NOT NULL DEFAULT 1 CONSTRAINT ck_xapi_statements_round CHECK (round > 0),
        next_at timestamptz,
        outcome text,
        status integer,
        CONSTRAINT ck_xapi_statements_next CHECK ((next_at IS NOT NULL) = (standing = 'waiting'))
      )`);
    await db.query('CREATE INDEX ix_xapi_statements_person ON xapi_statements (person_id)');
    await db.query(`CREATE INDEX ix_xapi_statements_open ON xapi_statements (id) WHERE standing <> 'stored'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE xapi_statements');
  }
}
