import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Videos by what is in them, in pieces that are read one at a time; and what a lesson says of its video. */
export class Videos1764000001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE lessons ADD COLUMN video jsonb');
    await db.query(`
      CREATE TABLE video_files (
        sha256 text NOT NULL CONSTRAINT pk_video_files PRIMARY KEY CONSTRAINT ck_video_files_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        size bigint NOT NULL CONSTRAINT ck_video_files_size CHECK (size > 0),
        type text NOT NULL CONSTRAINT ck_video_files_type CHECK (type IN ('video/mp4', 'video/webm')),
        name text NOT NULL,
        uploaded_by uuid NOT NULL CONSTRAINT fk_video_files_uploaded_by REFERENCES people (id),
        uploaded_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`
      CREATE TABLE video_pieces (
        sha256 text NOT NULL CONSTRAINT fk_video_pieces_file REFERENCES video_files (sha256),
        number integer NOT NULL CONSTRAINT ck_video_pieces_number CHECK (number >= 0),
        bytes bytea NOT NULL,
        CONSTRAINT pk_video_pieces PRIMARY KEY (sha256, number)
      )`);
    // Neither packed nor unpacked: a part of a piece is read without the rest of it.
    await db.query('ALTER TABLE video_pieces ALTER COLUMN bytes SET STORAGE EXTERNAL');
    for (const table of ['video_files', 'video_pieces']) {
      await db.query(`CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
                      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE video_pieces');
    await db.query('DROP TABLE video_files');
    await db.query('ALTER TABLE lessons DROP COLUMN video');
  }
}
