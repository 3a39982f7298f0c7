import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An offer may hold for the first so many seats, and may be extended once, with a reason that everybody can read. */
export class OfferExtensions1764000000305 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE offers ADD seats int CONSTRAINT ck_offers_seats CHECK (seats > 0)');
    await db.query(`
      CREATE TABLE offer_extensions (
        offer_id uuid NOT NULL CONSTRAINT pk_offer_extensions PRIMARY KEY
          CONSTRAINT fk_offer_extensions_offer REFERENCES offers (id),
        old_ends_at timestamptz NOT NULL,
        new_ends_at timestamptz NOT NULL,
        reason text NOT NULL CONSTRAINT ck_offer_extensions_reason CHECK (length(reason) BETWEEN 1 AND 300),
        extended_by uuid NOT NULL CONSTRAINT fk_offer_extensions_person REFERENCES people (id),
        extended_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT ck_offer_extensions_later CHECK (new_ends_at > old_ends_at)
      )`);
    await db.query(`
      CREATE TRIGGER offer_extensions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON offer_extensions
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await this.terms(db);
    await this.extending(db);
  }

  /** The window grows only to what the one extension of the offer says. */
  private async terms(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION keep_offer_terms() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.id, NEW.product_id, NEW.currency, NEW.market, NEW.amount, NEW.name, NEW.seats, NEW.created_by, NEW.created_at)
           IS DISTINCT FROM
           (OLD.id, OLD.product_id, OLD.currency, OLD.market, OLD.amount, OLD.name, OLD.seats, OLD.created_by, OLD.created_at)
           OR (NEW.during <> OLD.during AND NOT EXISTS (
             SELECT 1 FROM offer_extensions x
             WHERE x.offer_id = OLD.id AND x.old_ends_at = upper(OLD.during)
               AND NEW.during = tstzrange(lower(OLD.during), x.new_ends_at))) THEN
          RAISE EXCEPTION 'the terms of an offer do not change'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tg_offers_terms';
        END IF;
        IF OLD.cancelled_at IS NOT NULL OR (NEW.during = OLD.during AND lower(OLD.during) <= clock_timestamp()) THEN
          RAISE EXCEPTION 'an offer that has begun or was cancelled stays as it is'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tg_offers_begun';
        END IF;
        RETURN NEW;
      END $$`);
  }

  /** The row of an extension moves the end itself; it must be there, committed, before the old end comes. */
  private async extending(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION extend_offer() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE offers SET during = tstzrange(lower(during), NEW.new_ends_at)
        WHERE id = NEW.offer_id AND upper(during) = NEW.old_ends_at;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'an extension begins at the end of its offer'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tg_offer_extensions_end';
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE TRIGGER offer_extensions_move AFTER INSERT ON offer_extensions
      FOR EACH ROW EXECUTE FUNCTION extend_offer()`);
    await db.query(`
      CREATE FUNCTION refuse_late_extension() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.old_ends_at <= clock_timestamp() THEN
          RAISE EXCEPTION 'an offer that has ended stays ended'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tg_offer_extensions_in_time';
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE CONSTRAINT TRIGGER offer_extensions_in_time AFTER INSERT ON offer_extensions
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_late_extension()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION keep_offer_terms() RETURNS trigger LANGUAGE plpgsql AS $$
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
    await db.query('DROP TABLE offer_extensions');
    await db.query('DROP FUNCTION extend_offer(), refuse_late_extension()');
    await db.query('ALTER TABLE offers DROP seats');
  }
}
