import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What learners write, mark and keep while they read. */
export class StudyNotes1764000000971 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE study_notes (
        id uuid NOT NULL CONSTRAINT pk_study_notes PRIMARY KEY,
        enrollment_id uuid NOT NULL CONSTRAINT fk_study_notes_enrollment REFERENCES enrollments (id),
        lesson text NOT NULL,
        lesson_title text NOT NULL,
        kind text NOT NULL CONSTRAINT ck_study_notes_kind CHECK (kind IN ('note', 'highlight', 'bookmark')),
        block text CONSTRAINT ck_study_notes_block CHECK (block ~ '^[a-z0-9-]{1,200}$'),
        quote text CONSTRAINT ck_study_notes_quote CHECK (length(quote) BETWEEN 1 AND 600),
        before text NOT NULL DEFAULT '' CONSTRAINT ck_study_notes_before CHECK (length(before) <= 60),
        after text NOT NULL DEFAULT '' CONSTRAINT ck_study_notes_after CHECK (length(after) <= 60),
        colour text CONSTRAINT ck_study_notes_colour CHECK (colour IN ('yellow', 'green', 'blue', 'pink')),
        text text NOT NULL DEFAULT '' CONSTRAINT ck_study_notes_text CHECK (length(text) <= 10000),
        rev integer NOT NULL DEFAULT 1,
        written_at timestamptz NOT NULL DEFAULT now(),
        changed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT ck_study_notes_passage CHECK ((block IS NULL) = (quote IS NULL)),
        CONSTRAINT ck_study_notes_said CHECK (kind <> 'note' OR text <> ''),
        CONSTRAINT ck_study_notes_marked CHECK (kind = 'note' OR block IS NOT NULL),
        CONSTRAINT ck_study_notes_coloured CHECK ((kind = 'highlight') = (colour IS NOT NULL))
      )`);
    await db.query('CREATE INDEX ix_study_notes_lesson ON study_notes (enrollment_id, lesson, id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE study_notes');
  }
}
