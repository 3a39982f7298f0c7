import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a picture shows in words, said by whoever brought it: offered wherever it is used. */
export class MediaPictures1764000000980 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE picture_texts (
        id uuid NOT NULL CONSTRAINT pk_picture_texts PRIMARY KEY,
        sha256 text NOT NULL CONSTRAINT fk_picture_texts_kept REFERENCES kept_files (sha256),
        alt text NOT NULL CONSTRAINT ck_picture_texts_alt CHECK (length(alt) BETWEEN 1 AND 1000),
        by uuid NOT NULL CONSTRAINT fk_picture_texts_by REFERENCES people (id),
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query('CREATE INDEX ix_picture_texts_sha256 ON picture_texts (sha256, id DESC)');
    await db.query(`CREATE TRIGGER picture_texts_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON picture_texts
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE picture_texts');
  }
}
