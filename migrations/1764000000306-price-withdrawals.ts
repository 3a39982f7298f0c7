import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A list price that was set for later can be withdrawn until it begins; the row and its withdrawal both stay. */
export class PriceWithdrawals1764000000306 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE list_price_withdrawals (
        list_price_id uuid NOT NULL CONSTRAINT pk_list_price_withdrawals PRIMARY KEY
          CONSTRAINT fk_list_price_withdrawals_price REFERENCES list_prices (id),
        reason text NOT NULL CONSTRAINT ck_list_price_withdrawals_reason CHECK (length(reason) BETWEEN 1 AND 300),
        withdrawn_by uuid NOT NULL CONSTRAINT fk_list_price_withdrawals_person REFERENCES people (id),
        withdrawn_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`
      CREATE TRIGGER list_price_withdrawals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON list_price_withdrawals
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await db.query(`
      CREATE FUNCTION refuse_late_withdrawal() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM list_prices WHERE id = NEW.list_price_id AND effective_at <= clock_timestamp()) THEN
          RAISE EXCEPTION 'a price that holds or held stays in the history'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tg_list_price_withdrawals_in_time';
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE CONSTRAINT TRIGGER list_price_withdrawals_in_time AFTER INSERT ON list_price_withdrawals
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_late_withdrawal()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE list_price_withdrawals');
    await db.query('DROP FUNCTION refuse_late_withdrawal()');
  }
}
