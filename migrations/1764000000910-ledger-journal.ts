import type { MigrationInterface, QueryRunner } from 'typeorm';

// prettier-ignore
const chart = [
  ['1000', 'Bank', 'asset'], ['1050', 'Payouts in transit', 'asset'], ['1100', 'Stripe balance', 'asset'],
  ['1150', 'Disputed funds', 'asset'], ['1190', 'Suspense', 'asset'], ['2100', 'Deferred revenue', 'liability'],
  ['2150', 'Refund liability', 'liability'], ['2200', 'Sales tax and VAT', 'liability'],
  ['3000', 'Opening balances', 'equity'], ['4000', 'Course revenue', 'income'],
  ['4100', 'Refunds and allowances', 'income'], ['5000', 'Stripe fees', 'expense'], ['5010', 'Dispute fees', 'expense'],
  ['5020', 'Chargeback losses', 'expense'], ['5030', 'FX difference', 'expense'],
] as const;

/** Double entry: accounts, periods, entries, postings and the balances of each day, with what the database itself holds. */
export class LedgerJournal1764000000910 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.accountsAndPeriods(db);
    await this.entries(db);
    await this.postings(db);
    await this.guards(db);
    await this.balances(db);
  }

  private async accountsAndPeriods(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE accounts (
        code text NOT NULL CONSTRAINT pk_accounts PRIMARY KEY CONSTRAINT ck_accounts_code CHECK (code ~ '^[1-9][0-9]{3}$'),
        name text NOT NULL CONSTRAINT uq_accounts_name UNIQUE CONSTRAINT ck_accounts_name CHECK (length(name) BETWEEN 1 AND 60),
        kind text NOT NULL CONSTRAINT ck_accounts_kind CHECK (kind IN ('asset', 'liability', 'equity', 'income', 'expense')),
        opened_at timestamptz NOT NULL DEFAULT now(),
        opened_by uuid CONSTRAINT fk_accounts_opened_by REFERENCES people (id)
      )`);
    for (const account of chart) {
      await db.query('INSERT INTO accounts (code, name, kind) VALUES ($1, $2, $3)', [...account]);
    }
    await db.query(`
      CREATE TABLE periods (
        month date NOT NULL CONSTRAINT pk_periods PRIMARY KEY CONSTRAINT ck_periods_month CHECK (extract(day FROM month) = 1),
        status text NOT NULL DEFAULT 'open' CONSTRAINT ck_periods_status CHECK (status IN ('open', 'closed'))
      )`);
    await db.query(`
      CREATE TABLE period_moves (
        id uuid NOT NULL CONSTRAINT pk_period_moves PRIMARY KEY,
        month date NOT NULL CONSTRAINT fk_period_moves_period REFERENCES periods (month),
        move text NOT NULL CONSTRAINT ck_period_moves_move
          CHECK (move IN ('closed', 'reopening_asked', 'reopened', 'reopening_declined')),
        by uuid NOT NULL CONSTRAINT fk_period_moves_by REFERENCES people (id),
        at timestamptz NOT NULL DEFAULT now(),
        note text NOT NULL DEFAULT '' CONSTRAINT ck_period_moves_note CHECK (length(note) <= 2000),
        seen jsonb
      )`);
    await db.query('CREATE INDEX ix_period_moves_month ON period_moves (month, at)');
  }

  private async entries(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE journal_entries (
        number bigint NOT NULL CONSTRAINT pk_journal_entries PRIMARY KEY CONSTRAINT ck_journal_entries_number CHECK (number > 0),
        date date NOT NULL,
        month date NOT NULL CONSTRAINT fk_journal_entries_period REFERENCES periods (month),
        happened_on date,
        kind text NOT NULL CONSTRAINT ck_journal_entries_kind CHECK (kind IN
          ('sale', 'refund', 'refund_failure', 'dispute', 'dispute_won', 'dispute_lost', 'payout', 'payout_arrival',
           'payout_return', 'fee', 'recognition', 'suspense', 'resolution', 'manual', 'opening', 'reversal')),
        description text NOT NULL CONSTRAINT ck_journal_entries_description CHECK (length(description) BETWEEN 1 AND 500),
        source_kind text NOT NULL,
        source_id text NOT NULL,
        purpose text NOT NULL,
        order_id uuid,
        reverses bigint CONSTRAINT fk_journal_entries_reverses REFERENCES journal_entries (number)
          CONSTRAINT uq_journal_entries_reverses UNIQUE,
        posted_at timestamptz NOT NULL DEFAULT now(),
        posted_by uuid CONSTRAINT fk_journal_entries_posted_by REFERENCES people (id),
        CONSTRAINT uq_journal_entries_source UNIQUE (source_kind, source_id, purpose),
        CONSTRAINT uq_journal_entries_date UNIQUE (number, date),
        CONSTRAINT ck_journal_entries_month CHECK (month = date_trunc('month', date::timestamp)::date),
        CONSTRAINT ck_journal_entries_late CHECK (happened_on < date),
        CONSTRAINT ck_journal_entries_posted_by
          CHECK (kind NOT IN ('manual', 'opening', 'reversal') OR posted_by IS NOT NULL)
      )`);
    await db.query('CREATE INDEX ix_journal_entries_date ON journal_entries (date, number)');
    await db.query('CREATE INDEX ix_journal_entries_order ON journal_entries (order_id) WHERE order_id IS NOT NULL');
  }

  private async postings(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE postings (
        entry bigint NOT NULL,
        position int NOT NULL CONSTRAINT ck_postings_position CHECK (position >= 1),
        date date NOT NULL,
        account text NOT NULL CONSTRAINT fk_postings_account REFERENCES accounts (code),
        currency text NOT NULL CONSTRAINT ck_postings_currency CHECK (currency ~ '^[A-Z]{3}$'),
        amount bigint NOT NULL CONSTRAINT ck_postings_amount CHECK (amount <> 0),
        course_id uuid,
        product_id uuid,
        cohort date,
        jurisdiction text,
        CONSTRAINT pk_postings PRIMARY KEY (entry, position),
        CONSTRAINT fk_postings_entry FOREIGN KEY (entry, date) REFERENCES journal_entries (number, date)
      )`);
    await db.query('CREATE INDEX ix_postings_account ON postings (account, date, entry, position)');
    for (const table of ['journal_entries', 'postings', 'period_moves']) {
      await db.query(`CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
                      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
    await db.query(`CREATE TRIGGER accounts_stay BEFORE DELETE OR TRUNCATE ON accounts
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  private async guards(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION refuse_entry() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM periods WHERE month = NEW.month AND status = 'open' FOR SHARE;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'the period of % is closed', NEW.date
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tg_journal_entries_period';
        END IF;
        IF NEW.number > 1 AND NOT EXISTS (SELECT FROM journal_entries WHERE number = NEW.number - 1) THEN
          RAISE EXCEPTION 'the journal would have a gap before %', NEW.number
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tg_journal_entries_gap';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(
      `CREATE TRIGGER journal_entries_guard BEFORE INSERT ON journal_entries FOR EACH ROW EXECUTE FUNCTION refuse_entry()`,
    );
    await db.query(`
      CREATE FUNCTION refuse_imbalance() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_TABLE_NAME = 'journal_entries' THEN
          IF NOT EXISTS (SELECT FROM postings WHERE entry = NEW.number) THEN
            RAISE EXCEPTION 'entry % has no postings', NEW.number
              USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tg_postings_balance';
          END IF;
        -- The last posting of an entry answers for all of them.
        ELSIF NOT EXISTS (SELECT FROM postings WHERE entry = NEW.entry AND position > NEW.position) AND EXISTS (
          SELECT FROM postings WHERE entry = NEW.entry GROUP BY currency HAVING sum(amount) <> 0
        ) THEN
          RAISE EXCEPTION 'the postings of entry % do not sum to zero', NEW.entry
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tg_postings_balance';
        END IF;
        RETURN NULL;
      END $$`);
    for (const table of ['journal_entries', 'postings']) {
      await db.query(`CREATE CONSTRAINT TRIGGER ${table}_balance AFTER INSERT ON ${table}
                      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_imbalance()`);
    }
  }

  /** What each day brought to each account, kept by the database with the postings: nobody else writes it. */
  private async balances(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE daily_balances (
        day date NOT NULL,
        account text NOT NULL CONSTRAINT fk_daily_balances_account REFERENCES accounts (code),
        kind text NOT NULL,
        currency text NOT NULL,
        course_id uuid,
        product_id uuid,
        cohort date,
        jurisdiction text,
        debit bigint NOT NULL,
        credit bigint NOT NULL,
        postings bigint NOT NULL,
        CONSTRAINT uq_daily_balances
          UNIQUE NULLS NOT DISTINCT (day, account, kind, currency, course_id, product_id, cohort, jurisdiction)
      )`);
    await db.query(`
      CREATE FUNCTION keep_daily_balances() RETURNS trigger LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        INSERT INTO daily_balances AS b
        SELECT p.date, p.account, e.kind, p.currency, p.course_id, p.product_id, p.cohort, p.jurisdiction,
          sum(greatest(p.amount, 0)), sum(greatest(-p.amount, 0)), count(*)
        FROM posted p JOIN journal_entries e ON e.number = p.entry
        GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8
        ON CONFLICT ON CONSTRAINT uq_daily_balances DO UPDATE SET debit = b.debit + excluded.debit,
          credit = b.credit + excluded.credit, postings = b.postings + excluded.postings;
        RETURN NULL;
      END $$`);
    await db.query(`CREATE TRIGGER postings_daily_balances AFTER INSERT ON postings REFERENCING NEW TABLE AS posted
                    FOR EACH STATEMENT EXECUTE FUNCTION keep_daily_balances()`);
    await db.query(`CREATE TRIGGER daily_balances_guard BEFORE INSERT OR UPDATE OR DELETE ON daily_balances
                    FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change()`);
    await db.query(`CREATE TRIGGER daily_balances_stay BEFORE TRUNCATE ON daily_balances
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE daily_balances, postings, journal_entries, period_moves, periods, accounts');
    await db.query('DROP FUNCTION keep_daily_balances()');
    await db.query('DROP FUNCTION refuse_imbalance()');
    await db.query('DROP FUNCTION refuse_entry()');
  }
}
