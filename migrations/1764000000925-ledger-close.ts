import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Months close one after the other and open again from the last one backwards; each move follows the one before it. */
export class LedgerClose1764000000925 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.moves(db);
    await this.order(db);
    await this.explanations(db);
    await db.query(
      'CREATE INDEX ix_journal_entries_happened_on ON journal_entries (happened_on) WHERE happened_on IS NOT NULL',
    );
  }

  private async moves(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE period_moves
        ADD COLUMN follows uuid CONSTRAINT fk_period_moves_follows REFERENCES period_moves (id),
        ADD COLUMN by_name text NOT NULL DEFAULT '',
        ADD CONSTRAINT uq_period_moves_follows UNIQUE NULLS NOT DISTINCT (month, follows),
        ADD CONSTRAINT ck_period_moves_seen CHECK ((move = 'closed') = (seen IS NOT NULL))`);
    await db.query(`
      CREATE FUNCTION refuse_period_move() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        what_before text;
        who_before uuid;
      BEGIN
        SELECT m.move, m.by INTO what_before, who_before FROM period_moves m
        WHERE m.id = NEW.follows AND m.month = NEW.month;
        IF NOT coalesce(CASE NEW.move
          WHEN 'closed' THEN NEW.follows IS NULL OR what_before = 'reopened'
          WHEN 'reopening_asked' THEN what_before IN ('closed', 'reopening_declined')
          ELSE what_before = 'reopening_asked' AND who_before <> NEW."by"
        END, false) THEN
          RAISE EXCEPTION 'the period of % cannot become %', NEW.month, NEW.move
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tg_period_moves_order';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(
      'CREATE TRIGGER period_moves_guard BEFORE INSERT ON period_moves FOR EACH ROW EXECUTE FUNCTION refuse_period_move()',
    );
  }

  private async order(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION refuse_period_gap() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT min(month) FROM periods WHERE status = 'open') < (SELECT max(month) FROM periods WHERE status = 'closed') THEN
          RAISE EXCEPTION 'a month would be open before one that is closed'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tg_periods_order';
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(`CREATE TRIGGER periods_order AFTER INSERT OR UPDATE ON periods
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_period_gap()`);
    await db.query(`CREATE TRIGGER periods_stay BEFORE DELETE OR TRUNCATE ON periods
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  private async explanations(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE payout_explanations (
        payout_id text NOT NULL CONSTRAINT fk_payout_explanations_payout REFERENCES payouts (id),
        difference bigint NOT NULL CONSTRAINT ck_payout_explanations_difference CHECK (difference <> 0),
        note text NOT NULL CONSTRAINT ck_payout_explanations_note CHECK (length(note) BETWEEN 1 AND 2000),
        by uuid NOT NULL CONSTRAINT fk_payout_explanations_by REFERENCES people (id),
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_payout_explanations PRIMARY KEY (payout_id, difference)
      )`);
    await db.query(`CREATE TRIGGER payout_explanations_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payout_explanations
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX ix_journal_entries_happened_on');
    await db.query('DROP TABLE payout_explanations');
    await db.query('DROP TRIGGER periods_stay ON periods');
    await db.query('DROP TRIGGER periods_order ON periods');
    await db.query('DROP FUNCTION refuse_period_gap()');
    await db.query('DROP TRIGGER period_moves_guard ON period_moves');
    await db.query('DROP FUNCTION refuse_period_move()');
    await db.query(
      'ALTER TABLE period_moves DROP COLUMN follows, DROP COLUMN by_name, DROP CONSTRAINT ck_period_moves_seen',
    );
  }
}
