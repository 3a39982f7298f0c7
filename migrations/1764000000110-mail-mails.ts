import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MailMails1764000000110 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE mails (
        id uuid NOT NULL CONSTRAINT pk_mails PRIMARY KEY,
        to_name text NOT NULL,
        to_email text NOT NULL,
        kind text NOT NULL,
        subject text NOT NULL,
        html text NOT NULL,
        text text NOT NULL,
        dedupe_key text CONSTRAINT uq_mails_dedupe_key UNIQUE,
        created_at timestamptz NOT NULL DEFAULT now(),
        sent_at timestamptz
      )`);
    await db.query('CREATE INDEX ix_mails_created_at ON mails (created_at DESC, id DESC)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE mails');
  }
}
