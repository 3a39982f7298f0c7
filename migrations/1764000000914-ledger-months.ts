import type { MigrationInterface, QueryRunner } from 'typeorm';

const keys = 'account, kind, currency, course_id, product_id';

const keepDays = (months: string): string => `
  CREATE OR REPLACE FUNCTION keep_daily_balances() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
  BEGIN
    INSERT INTO daily_balances AS b
    SELECT p.date, p.account, e.kind, p.currency, p.course_id, p.product_id, p.cohort, p.jurisdiction,
      sum(greatest(p.amount, 0)), sum(greatest(-p.amount, 0)), count(*)
    FROM posted p JOIN journal_entries e ON e.number = p.entry
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8
    ON CONFLICT ON CONSTRAINT uq_daily_balances DO UPDATE SET debit = b.debit + excluded.debit,
      credit = b.credit + excluded.credit, postings = b.postings + excluded.postings;
    ${months}
    RETURN NULL;
  END $$`;

/** What each month brought to each account, kept with the days: years are added up from months. */
export class LedgerMonths1764000000914 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE monthly_balances (
        month date NOT NULL,
        account text NOT NULL CONSTRAINT fk_monthly_balances_account REFERENCES accounts (code),
        kind text NOT NULL,
        currency text NOT NULL,
        course_id uuid,
        product_id uuid,
        debit bigint NOT NULL,
        credit bigint NOT NULL,
        CONSTRAINT uq_monthly_balances UNIQUE NULLS NOT DISTINCT (month, ${keys})
      )`);
    await db.query(`
      INSERT INTO monthly_balances SELECT date_trunc('month', day::timestamp)::date, ${keys}, sum(debit), sum(credit)
      FROM daily_balances GROUP BY 1, 2, 3, 4, 5, 6`);
    await db.query(
      keepDays(`
    INSERT INTO monthly_balances AS b
    SELECT e.month, p.account, e.kind, p.currency, p.course_id, p.product_id, sum(greatest(p.amount, 0)),
      sum(greatest(-p.amount, 0))
    FROM posted p JOIN journal_entries e ON e.number = p.entry
    GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6
    ON CONFLICT ON CONSTRAINT uq_monthly_balances DO UPDATE SET debit = b.debit + excluded.debit,
      credit = b.credit + excluded.credit;`),
    );
    await db.query(`CREATE TRIGGER monthly_balances_guard BEFORE INSERT OR UPDATE OR DELETE ON monthly_balances
                    FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change()`);
    await db.query(`CREATE TRIGGER monthly_balances_stay BEFORE TRUNCATE ON monthly_balances
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(keepDays(''));
    await db.query('DROP TABLE monthly_balances');
  }
}
