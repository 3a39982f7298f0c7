import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asks for books is counted like who asks for other mails. */
export class EbookTries1764000000951 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE tries DROP CONSTRAINT ck_tries_kind,
      ADD CONSTRAINT ck_tries_kind CHECK (kind IN ('sign-in', 'sign-up', 'reset-password', 'ebook'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM tries WHERE kind = 'ebook'`);
    await db.query(`ALTER TABLE tries DROP CONSTRAINT ck_tries_kind,
      ADD CONSTRAINT ck_tries_kind CHECK (kind IN ('sign-in', 'sign-up', 'reset-password'))`);
  }
}
