import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of each mail. */
export class MailDeliveries1764000000991 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE mails ADD COLUMN failed_at timestamptz,
        ADD CONSTRAINT ck_mails_failed CHECK (failed_at IS NULL OR (sent_at IS NULL AND withheld_at IS NULL))`);
    await db.query(`
      CREATE TABLE mail_deliveries (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_mail_deliveries PRIMARY KEY,
        mail_id uuid CONSTRAINT fk_mail_deliveries_mail REFERENCES mails (id),
        address bytea NOT NULL CONSTRAINT ck_mail_deliveries_address CHECK (length(address) = 32),
        outcome text NOT NULL CONSTRAINT ck_mail_deliveries_outcome CHECK
          (outcome IN ('accepted', 'deferred', 'rejected', 'refused', 'bounced', 'complained', 'restored')),
        status text CONSTRAINT ck_mail_deliveries_status CHECK (status ~ '^[245][.][0-9]{1,3}[.][0-9]{1,3}$'),
        detail text NOT NULL DEFAULT '' CONSTRAINT ck_mail_deliveries_detail CHECK (length(detail) <= 300),
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT ck_mail_deliveries_mail CHECK ((mail_id IS NULL) = (outcome = 'restored'))
      )`);
    await db.query('CREATE INDEX ix_mail_deliveries_mail ON mail_deliveries (mail_id, id)');
    await db.query(`CREATE INDEX ix_mail_deliveries_address ON mail_deliveries (address, id DESC)
      WHERE outcome IN ('refused', 'bounced', 'restored')`);
    await db.query(`
      CREATE TRIGGER mail_deliveries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON mail_deliveries
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE mail_deliveries');
    await db.query('ALTER TABLE mails DROP CONSTRAINT ck_mails_failed, DROP COLUMN failed_at');
  }
}
