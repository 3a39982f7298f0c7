import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was paid for and is not earned yet: one row for each course of a line and seat, and every move of it. */
export class LedgerDeferred1764000000912 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE recognition_policies (
        id uuid NOT NULL CONSTRAINT pk_recognition_policies PRIMARY KEY,
        lifetime text NOT NULL CONSTRAINT ck_recognition_policies_lifetime CHECK (lifetime IN ('completion', 'estimate')),
        days int CONSTRAINT ck_recognition_policies_days CHECK (days BETWEEN 30 AND 3650),
        note text NOT NULL CONSTRAINT ck_recognition_policies_note CHECK (length(note) BETWEEN 1 AND 2000),
        chosen_at timestamptz NOT NULL DEFAULT now(),
        chosen_by uuid CONSTRAINT fk_recognition_policies_person REFERENCES people (id),
        CONSTRAINT ck_recognition_policies_estimate CHECK ((lifetime = 'estimate') = (days IS NOT NULL))
      )`);
    await db.query(`
      INSERT INTO recognition_policies (id, lifetime, days, note) VALUES
        (gen_random_uuid(), 'estimate', 365, 'The default: lifetime access is expected to be used within a year.')`);
    await db.query(`
      CREATE TABLE deferrals (
        order_line_id uuid NOT NULL,
        course_id uuid NOT NULL,
        unit int NOT NULL CONSTRAINT ck_deferrals_unit CHECK (unit >= 1),
        order_id uuid NOT NULL,
        product_id uuid NOT NULL,
        currency text NOT NULL,
        cohort date NOT NULL,
        policy text NOT NULL CONSTRAINT ck_deferrals_policy CHECK (policy IN ('term', 'estimate', 'completion')),
        days int CONSTRAINT ck_deferrals_days CHECK (days >= 1),
        starts_on date,
        completed_on date,
        ended_on date,
        sold bigint NOT NULL DEFAULT 0,
        recognised bigint NOT NULL DEFAULT 0,
        returned_deferred bigint NOT NULL DEFAULT 0,
        returned_recognised bigint NOT NULL DEFAULT 0,
        CONSTRAINT pk_deferrals PRIMARY KEY (order_line_id, course_id, unit),
        CONSTRAINT ck_deferrals_policy_days CHECK ((policy = 'completion') = (days IS NULL)),
        CONSTRAINT ck_deferrals_rest CHECK (sold - recognised - returned_deferred >= 0),
        CONSTRAINT ck_deferrals_recognised CHECK (recognised - returned_recognised >= 0)
      )`);
    await db.query('CREATE INDEX ix_deferrals_order ON deferrals (order_id)');
    await db.query(
      `CREATE INDEX ix_deferrals_open ON deferrals (cohort) WHERE sold - recognised - returned_deferred > 0`,
    );
    await db.query(`
      CREATE TABLE deferral_moves (
        entry bigint NOT NULL CONSTRAINT fk_deferral_moves_entry REFERENCES journal_entries (number),
        order_line_id uuid NOT NULL,
        course_id uuid NOT NULL,
        unit int NOT NULL,
        kind text NOT NULL CONSTRAINT ck_deferral_moves_kind
          CHECK (kind IN ('sold', 'recognised', 'returned_deferred', 'returned_recognised')),
        amount bigint NOT NULL CONSTRAINT ck_deferral_moves_amount CHECK (amount <> 0),
        CONSTRAINT pk_deferral_moves PRIMARY KEY (order_line_id, course_id, unit, entry, kind),
        CONSTRAINT fk_deferral_moves_deferral FOREIGN KEY (order_line_id, course_id, unit)
          REFERENCES deferrals (order_line_id, course_id, unit)
      )`);
    await db.query('CREATE INDEX ix_deferral_moves_entry ON deferral_moves (entry)');
    for (const table of ['deferral_moves', 'recognition_policies']) {
      await db.query(`CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
                      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
    await db.query(`CREATE TRIGGER deferrals_stay BEFORE DELETE OR TRUNCATE ON deferrals
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE deferral_moves, deferrals, recognition_policies');
  }
}
