import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Bundles1764000000300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE products (
        id uuid NOT NULL CONSTRAINT pk_products PRIMARY KEY,
        kind text NOT NULL CONSTRAINT ck_products_kind CHECK (kind IN ('course', 'bundle')),
        slug text NOT NULL
          CONSTRAINT ck_products_slug CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80)
          CONSTRAINT uq_products_slug UNIQUE,
        title text NOT NULL CONSTRAINT ck_products_title CHECK (length(title) BETWEEN 1 AND 200),
        course_id uuid
          CONSTRAINT uq_products_course UNIQUE
          CONSTRAINT fk_products_course REFERENCES courses (id),
        status text NOT NULL CONSTRAINT ck_products_status CHECK (status IN ('draft', 'published')),
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT ck_products_course CHECK ((kind = 'course') = (course_id IS NOT NULL))
      )`);
    await db.query(`
      CREATE TABLE bundles (
        product_id uuid NOT NULL CONSTRAINT pk_bundles PRIMARY KEY
          CONSTRAINT fk_bundles_product REFERENCES products (id),
        summary text NOT NULL,
        body_markdown text NOT NULL,
        body_html text NOT NULL,
        content_hash text,
        version int NOT NULL DEFAULT 1,
        edited_by uuid CONSTRAINT fk_bundles_edited_by REFERENCES people (id),
        edited_at timestamptz
      )`);
    await db.query(`
      CREATE TABLE bundle_courses (
        product_id uuid NOT NULL CONSTRAINT fk_bundle_courses_bundle REFERENCES bundles (product_id),
        course_id uuid NOT NULL CONSTRAINT fk_bundle_courses_course REFERENCES courses (id),
        position int NOT NULL,
        CONSTRAINT pk_bundle_courses PRIMARY KEY (product_id, course_id),
        CONSTRAINT uq_bundle_courses_position UNIQUE (product_id, position)
      )`);
    await db.query('CREATE INDEX ix_bundle_courses_course ON bundle_courses (course_id)');
    await this.salePeriods(db);
    await this.listPrices(db);
    await this.offers(db);
  }

  /** When a product could really be bought: kept by the database itself, so that it cannot drift from the status. */
  private async salePeriods(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE sale_periods (
        product_id uuid NOT NULL CONSTRAINT fk_sale_periods_product REFERENCES products (id),
        during tstzrange NOT NULL,
        CONSTRAINT ck_sale_periods_bounds CHECK (lower_inc(during) AND NOT lower_inf(during) AND NOT upper_inc(during)),
        CONSTRAINT ex_sale_periods EXCLUDE USING gist (product_id WITH =, during WITH &&)
      )`);
    await db.query(`
      CREATE FUNCTION keep_sale_periods() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.status = 'published' THEN
          INSERT INTO sale_periods (product_id, during) VALUES (NEW.id, tstzrange(clock_timestamp(), NULL));
        ELSIF TG_OP = 'UPDATE' THEN
          UPDATE sale_periods SET during = tstzrange(lower(during), clock_timestamp())
          WHERE product_id = NEW.id AND upper_inf(during);
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE TRIGGER products_first_status AFTER INSERT ON products
      FOR EACH ROW EXECUTE FUNCTION keep_sale_periods()`);
    await db.query(`
      CREATE TRIGGER products_status AFTER UPDATE OF status ON products
      FOR EACH ROW WHEN (OLD.status <> NEW.status) EXECUTE FUNCTION keep_sale_periods()`);
    await db.query(`
      CREATE TRIGGER sale_periods_closed BEFORE UPDATE ON sale_periods
      FOR EACH ROW WHEN (NOT upper_inf(OLD.during) OR lower(OLD.during) <> lower(NEW.during))
      EXECUTE FUNCTION refuse_change()`);
    await db.query(`
      CREATE TRIGGER sale_periods_kept BEFORE DELETE OR TRUNCATE ON sale_periods
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  /** Append-only. Only demonstration rows may tell of a past that this database did not see. */
  private async listPrices(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE list_prices (
        id uuid NOT NULL CONSTRAINT pk_list_prices PRIMARY KEY,
        product_id uuid NOT NULL CONSTRAINT fk_list_prices_product REFERENCES products (id),
        currency text NOT NULL CONSTRAINT ck_list_prices_currency CHECK (currency ~ '^[A-Z]{3}$'),
        market text NOT NULL DEFAULT 'default',
        amount bigint NOT NULL CONSTRAINT ck_list_prices_amount CHECK (amount > 0),
        effective_at timestamptz NOT NULL
          CONSTRAINT ck_list_prices_effective
          CHECK (isfinite(effective_at) AND extract(microseconds FROM effective_at)::bigint % 1000 = 0),
        source text NOT NULL DEFAULT 'admin'
          CONSTRAINT ck_list_prices_source CHECK (source IN ('admin', 'content', 'demo')),
        set_by uuid CONSTRAINT fk_list_prices_set_by REFERENCES people (id),
        reason text NOT NULL CONSTRAINT ck_list_prices_reason CHECK (length(reason) BETWEEN 1 AND 300),
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT ck_list_prices_not_backdated
          CHECK (source = 'demo' OR effective_at >= recorded_at - interval '1 minute')
      )`);
    await db.query(`
      CREATE INDEX ix_list_prices_product ON list_prices (product_id, currency, market, effective_at, recorded_at)`);
    await db.query(`
      CREATE TRIGGER list_prices_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON list_prices
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  /** One offer at a time; its terms never change; it can be called off until the instant it begins. */
  private async offers(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE offers (
        id uuid NOT NULL CONSTRAINT pk_offers PRIMARY KEY,
        product_id uuid NOT NULL CONSTRAINT fk_offers_product REFERENCES products (id),
        currency text NOT NULL CONSTRAINT ck_offers_currency CHECK (currency ~ '^[A-Z]{3}$'),
        market text NOT NULL DEFAULT 'default',
        amount bigint NOT NULL CONSTRAINT ck_offers_amount CHECK (amount > 0),
        during tstzrange NOT NULL,
        name text NOT NULL CONSTRAINT ck_offers_name CHECK (length(name) BETWEEN 1 AND 80),
        created_by uuid CONSTRAINT fk_offers_created_by REFERENCES people (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        cancelled_at timestamptz,
        cancelled_by uuid CONSTRAINT fk_offers_cancelled_by REFERENCES people (id),
        CONSTRAINT ck_offers_bounds CHECK (
          NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during)
          AND NOT lower_inf(during) AND NOT upper_inf(during)
          AND isfinite(lower(during)) AND isfinite(upper(during))),
        CONSTRAINT ck_offers_whole_milliseconds CHECK (
          extract(microseconds FROM lower(during))::bigint % 1000 = 0
          AND extract(microseconds FROM upper(during))::bigint % 1000 = 0),
        CONSTRAINT ex_offers_one_at_a_time EXCLUDE USING gist
          (product_id WITH =, currency WITH =, market WITH =, during WITH &&) WHERE (cancelled_at IS NULL)
      )`);
    await db.query('CREATE INDEX ix_offers_product ON offers (product_id, currency, market)');
    await db.query(`
      CREATE FUNCTION keep_offer_terms() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.id, NEW.product_id, NEW.currency, NEW.market, NEW.amount, NEW.during, NEW.name, NEW.created_at)
           IS DISTINCT FROM
           (OLD.id, OLD.product_id, OLD.currency, OLD.market, OLD.amount, OLD.during, OLD.name, OLD.created_at) THEN
          RAISE EXCEPTION 'the terms of an offer do not change'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tg_offers_terms';
        END IF;
        IF OLD.cancelled_at IS NOT NULL OR lower(OLD.during) <= clock_timestamp() THEN
          RAISE EXCEPTION 'an offer that has begun or was cancelled stays as it is'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tg_offers_begun';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER offers_terms BEFORE UPDATE ON offers FOR EACH ROW EXECUTE FUNCTION keep_offer_terms()`);
    await db.query(`
      CREATE TRIGGER offers_kept BEFORE DELETE OR TRUNCATE ON offers
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE offers, list_prices, sale_periods, bundle_courses, bundles, products');
    await db.query('DROP FUNCTION keep_offer_terms(), keep_sale_periods()');
  }
}
