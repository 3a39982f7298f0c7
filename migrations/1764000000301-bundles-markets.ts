import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where prices hold: a currency, how tax is shown, and the rules about reductions there. */
export class BundlesMarkets1764000000301 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE markets (
        name text NOT NULL CONSTRAINT pk_markets PRIMARY KEY CONSTRAINT ck_markets_name CHECK (name ~ '^[a-z]{2,20}$'),
        position int NOT NULL CONSTRAINT uq_markets_position UNIQUE,
        label text NOT NULL CONSTRAINT ck_markets_label CHECK (length(label) BETWEEN 1 AND 60),
        currency text NOT NULL CONSTRAINT ck_markets_currency CHECK (currency ~ '^[A-Z]{3}$'),
        tax text NOT NULL CONSTRAINT ck_markets_tax CHECK (tax IN ('none', 'included', 'added')),
        show_prior_price boolean NOT NULL DEFAULT true,
        prior_price_days int NOT NULL DEFAULT 30 CONSTRAINT ck_markets_prior_price_days CHECK (prior_price_days BETWEEN 30 AND 365),
        cooling_off_days int NOT NULL DEFAULT 30 CONSTRAINT ck_markets_cooling_off_days CHECK (cooling_off_days BETWEEN 0 AND 365),
        countries text[] NOT NULL,
        active boolean NOT NULL,
        version int NOT NULL DEFAULT 1,
        CONSTRAINT uq_markets_currency UNIQUE (name, currency),
        CONSTRAINT ck_markets_default_active CHECK (active OR name <> 'default')
      )`);
    await db.query(`
      INSERT INTO markets (name, position, label, currency, tax, countries, active) VALUES
        ('default', 1, 'United States', 'USD', 'none', '{US}', true),
        ('eu', 2, 'European Union', 'EUR', 'included',
          '{AT,BE,BG,CY,CZ,DE,DK,EE,ES,FI,FR,GR,HR,HU,IE,IT,LT,LU,LV,MT,NL,PL,PT,RO,SE,SI,SK}', false),
        ('gb', 3, 'United Kingdom', 'GBP', 'included', '{GB}', false),
        ('jp', 4, 'Japan', 'JPY', 'included', '{JP}', false),
        ('kw', 5, 'Kuwait', 'KWD', 'none', '{KW}', false)`);
    await db.query(`
      CREATE TABLE market_changes (
        id uuid NOT NULL CONSTRAINT pk_market_changes PRIMARY KEY,
        market text NOT NULL CONSTRAINT fk_market_changes_market REFERENCES markets (name),
        changed jsonb NOT NULL,
        reason text NOT NULL CONSTRAINT ck_market_changes_reason CHECK (length(reason) BETWEEN 1 AND 300),
        changed_by uuid CONSTRAINT fk_market_changes_person REFERENCES people (id),
        changed_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`
      CREATE TRIGGER market_changes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON market_changes
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await this.currencies(db);
  }

  /** A price stands in the currency of its market, for good. */
  private async currencies(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION keep_market_currency() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a market keeps its name and its currency'
          USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tg_markets_currency';
      END $$`);
    await db.query(`
      CREATE TRIGGER markets_currency BEFORE UPDATE ON markets FOR EACH ROW
      WHEN (OLD.name <> NEW.name OR OLD.currency <> NEW.currency) EXECUTE FUNCTION keep_market_currency()`);
    for (const table of ['list_prices', 'offers']) {
      await db.query(`
        ALTER TABLE ${table} ADD CONSTRAINT fk_${table}_market
        FOREIGN KEY (market, currency) REFERENCES markets (name, currency)`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE offers DROP CONSTRAINT fk_offers_market');
    await db.query('ALTER TABLE list_prices DROP CONSTRAINT fk_list_prices_market');
    await db.query('DROP TABLE market_changes, markets');
    await db.query('DROP FUNCTION keep_market_currency()');
  }
}
