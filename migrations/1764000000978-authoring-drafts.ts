import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts of courses: every save and every move is a row, in order, and none is ever changed. */
export class AuthoringDrafts1764000000978 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE drafts (
        id uuid NOT NULL CONSTRAINT pk_drafts PRIMARY KEY,
        course text NOT NULL CONSTRAINT ck_drafts_course CHECK (course ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        begun_by uuid NOT NULL CONSTRAINT fk_drafts_begun_by REFERENCES people (id),
        begun_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query('CREATE INDEX ix_drafts_course ON drafts (course, id DESC)');
    await db.query(`
      CREATE TABLE draft_bases (
        draft_id uuid NOT NULL CONSTRAINT fk_draft_bases_draft REFERENCES drafts (id),
        number integer NOT NULL,
        source_id uuid NOT NULL CONSTRAINT fk_draft_bases_source REFERENCES content_sources (id),
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_draft_bases PRIMARY KEY (draft_id, number)
      )`);
    await db.query(`
      CREATE TABLE draft_saves (
        id uuid NOT NULL CONSTRAINT pk_draft_saves PRIMARY KEY,
        draft_id uuid NOT NULL CONSTRAINT fk_draft_saves_draft REFERENCES drafts (id),
        path text NOT NULL,
        rev integer NOT NULL CONSTRAINT ck_draft_saves_rev CHECK (rev > 0),
        sha256 text CONSTRAINT fk_draft_saves_kept REFERENCES kept_files (sha256),
        how text NOT NULL CONSTRAINT ck_draft_saves_how
          CHECK (how IN ('begun', 'written', 'merged', 'outline', 'imported', 'taken_in', 'picture')),
        by uuid NOT NULL CONSTRAINT fk_draft_saves_by REFERENCES people (id),
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_draft_saves_rev UNIQUE (draft_id, path, rev)
      )`);
    await this.moves(db);
    for (const table of ['drafts', 'draft_bases', 'draft_saves', 'draft_moves']) {
      await db.query(`CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
                      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  /** What a draft goes through; whoever wrote in it neither approves it nor asks for changes. */
  private async moves(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE draft_moves (
        id uuid NOT NULL CONSTRAINT pk_draft_moves PRIMARY KEY,
        draft_id uuid NOT NULL CONSTRAINT fk_draft_moves_draft REFERENCES drafts (id),
        follows uuid CONSTRAINT fk_draft_moves_follows REFERENCES draft_moves (id),
        move text NOT NULL CONSTRAINT ck_draft_moves_move CHECK (move IN ('submitted', 'taken_back', 'changes_asked',
          'approved', 'scheduled', 'unscheduled', 'failed', 'published', 'discarded')),
        note text NOT NULL DEFAULT '' CONSTRAINT ck_draft_moves_note CHECK (length(note) <= 4000),
        publish_at timestamptz,
        edition_id uuid CONSTRAINT fk_draft_moves_edition REFERENCES editions (id),
        by uuid CONSTRAINT fk_draft_moves_by REFERENCES people (id),
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_draft_moves_follows UNIQUE NULLS NOT DISTINCT (draft_id, follows),
        CONSTRAINT ck_draft_moves_scheduled CHECK ((move = 'scheduled') = (publish_at IS NOT NULL)),
        CONSTRAINT ck_draft_moves_published CHECK ((move = 'published') = (edition_id IS NOT NULL)),
        CONSTRAINT ck_draft_moves_by CHECK (by IS NOT NULL OR move IN ('published', 'failed'))
      )`);
    await db.query(`
      CREATE FUNCTION refuse_draft_move() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        before text;
        wrote boolean;
      BEGIN
        SELECT m.move INTO before FROM draft_moves m WHERE m.id = NEW.follows AND m.draft_id = NEW.draft_id;
        SELECT EXISTS (SELECT FROM draft_saves s WHERE s.draft_id = NEW.draft_id AND s."by" = NEW."by" AND s.how <> 'begun')
          INTO wrote;
        IF NOT coalesce(CASE NEW.move
          WHEN 'submitted' THEN NEW.follows IS NULL OR before IN ('taken_back', 'changes_asked')
          WHEN 'taken_back' THEN before IN ('submitted', 'approved', 'scheduled', 'unscheduled', 'failed')
          WHEN 'changes_asked' THEN before = 'submitted' AND NOT wrote
          WHEN 'approved' THEN before = 'submitted' AND NOT wrote
          WHEN 'scheduled' THEN before IN ('approved', 'unscheduled', 'failed')
          WHEN 'unscheduled' THEN before = 'scheduled'
          WHEN 'discarded' THEN NEW.follows IS NULL OR before NOT IN ('published', 'discarded')
          ELSE before IN ('approved', 'scheduled', 'unscheduled', 'failed')
        END, false) THEN
          RAISE EXCEPTION 'the draft cannot become %', NEW.move
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tg_draft_moves_order';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(
      'CREATE TRIGGER draft_moves_guard BEFORE INSERT ON draft_moves FOR EACH ROW EXECUTE FUNCTION refuse_draft_move()',
    );
    await db.query(`
      CREATE FUNCTION refuse_draft_save() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF coalesce((SELECT m.move FROM draft_moves m WHERE m.draft_id = NEW.draft_id ORDER BY m.id DESC LIMIT 1),
            'taken_back') NOT IN ('taken_back', 'changes_asked') THEN
          RAISE EXCEPTION 'the draft is closed to writing'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tg_draft_saves_open';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(
      'CREATE TRIGGER draft_saves_guard BEFORE INSERT ON draft_saves FOR EACH ROW EXECUTE FUNCTION refuse_draft_save()',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE draft_moves');
    await db.query('DROP FUNCTION refuse_draft_move()');
    await db.query('DROP TABLE draft_saves');
    await db.query('DROP FUNCTION refuse_draft_save()');
    await db.query('DROP TABLE draft_bases');
    await db.query('DROP TABLE drafts');
  }
}
