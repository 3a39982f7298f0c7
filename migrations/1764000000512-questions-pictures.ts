import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How large an uploaded picture is, and who sent it. Drawings of the content folder have neither. */
export class QuestionsPictures1764000000512 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE pictures
        ADD width integer CONSTRAINT ck_pictures_width CHECK (width > 0),
        ADD height integer CONSTRAINT ck_pictures_height CHECK (height > 0),
        ADD added_by uuid CONSTRAINT fk_pictures_added_by REFERENCES people (id)`);
    await db.query(`CREATE INDEX ix_pictures_added_by ON pictures (added_by, added_at)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX ix_pictures_added_by`);
    await db.query(`ALTER TABLE pictures DROP width, DROP height, DROP added_by`);
  }
}
