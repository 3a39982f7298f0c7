import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where learners are in the videos of their lessons, and what of them they saw. */
export class VideoWatches1764000001001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE video_watches (
        enrollment_id uuid NOT NULL CONSTRAINT fk_video_watches_enrollment REFERENCES enrollments (id),
        lesson text NOT NULL,
        sha256 text NOT NULL,
        rev integer NOT NULL DEFAULT 0,
        position integer NOT NULL DEFAULT 0 CONSTRAINT ck_video_watches_position CHECK (position >= 0),
        placed_at timestamptz NOT NULL,
        speed numeric(3, 2) NOT NULL DEFAULT 1 CONSTRAINT ck_video_watches_speed CHECK (speed BETWEEN 0.5 AND 2),
        seen int4multirange NOT NULL DEFAULT '{}',
        credit integer NOT NULL DEFAULT 0 CONSTRAINT ck_video_watches_credit CHECK (credit >= 0),
        began_at timestamptz NOT NULL,
        heard_at timestamptz NOT NULL,
        CONSTRAINT pk_video_watches PRIMARY KEY (enrollment_id, lesson, sha256),
        CONSTRAINT ck_video_watches_heard CHECK (heard_at >= began_at)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE video_watches');
  }
}
