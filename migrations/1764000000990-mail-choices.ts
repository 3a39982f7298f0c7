import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people want to be written about, and when; an address stands as its SHA-256, so that a "no" outlives an account. */
export class MailChoices1764000000990 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE FUNCTION mail_address(email text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
      AS $$ SELECT sha256(convert_to(lower(email), 'UTF8')) $$`);
    await db.query(`
      ALTER TABLE mails
        ADD COLUMN topic text CONSTRAINT ck_mails_topic CHECK (topic IN ('study', 'deadlines', 'discussion', 'news')),
        ADD COLUMN stop_token text CONSTRAINT uq_mails_stop_token UNIQUE,
        ADD COLUMN withheld_at timestamptz,
        ADD COLUMN withheld_why text CONSTRAINT ck_mails_withheld_why CHECK (withheld_why IN ('stopped', 'bounced', 'over')),
        ADD CONSTRAINT ck_mails_withheld CHECK ((withheld_at IS NULL) = (withheld_why IS NULL)),
        ADD CONSTRAINT ck_mails_one_end CHECK (sent_at IS NULL OR withheld_at IS NULL)`);
    await db.query(`CREATE INDEX ix_mails_waiting ON mails (dedupe_key text_pattern_ops)
      WHERE sent_at IS NULL AND withheld_at IS NULL`);
    await db.query(`
      CREATE TABLE mail_choices (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_mail_choices PRIMARY KEY,
        address bytea NOT NULL CONSTRAINT ck_mail_choices_address CHECK (length(address) = 32),
        topic text NOT NULL CONSTRAINT ck_mail_choices_topic CHECK (topic IN ('study', 'deadlines', 'discussion', 'news')),
        wanted boolean NOT NULL,
        how text NOT NULL CONSTRAINT ck_mail_choices_how CHECK (how IN ('account', 'link', 'one-click', 'complaint', 'form')),
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query('CREATE INDEX ix_mail_choices_address ON mail_choices (address, topic, id DESC)');
    await db.query(`
      CREATE TRIGGER mail_choices_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON mail_choices
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await db.query(`
      CREATE TABLE mail_hours (
        address bytea NOT NULL CONSTRAINT pk_mail_hours PRIMARY KEY
          CONSTRAINT ck_mail_hours_address CHECK (length(address) = 32),
        zone text NOT NULL,
        quiet_from time NOT NULL,
        quiet_to time NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE mail_hours');
    await db.query('DROP TABLE mail_choices');
    await db.query('DROP INDEX ix_mails_waiting');
    await db.query(`
      ALTER TABLE mails DROP CONSTRAINT ck_mails_one_end, DROP CONSTRAINT ck_mails_withheld, DROP COLUMN withheld_why,
        DROP COLUMN withheld_at, DROP COLUMN stop_token, DROP COLUMN topic`);
    await db.query('DROP FUNCTION mail_address(text)');
  }
}
