import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Editions that nobody new is led into: who, when and why. */
export class CoursesWithdrawals1764000000979 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE edition_withdrawals (
        edition_id uuid NOT NULL CONSTRAINT pk_edition_withdrawals PRIMARY KEY
          CONSTRAINT fk_edition_withdrawals_edition REFERENCES editions (id),
        reason text NOT NULL CONSTRAINT ck_edition_withdrawals_reason CHECK (length(reason) BETWEEN 1 AND 2000),
        by uuid NOT NULL CONSTRAINT fk_edition_withdrawals_by REFERENCES people (id),
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`CREATE TRIGGER edition_withdrawals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE
                    ON edition_withdrawals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE edition_withdrawals');
  }
}
