import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people write below articles and lessons, what others report of it, and what moderators did about it. */
export class Comments1764000000960 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE comments (
        id uuid NOT NULL CONSTRAINT pk_comments PRIMARY KEY,
        place text NOT NULL CONSTRAINT ck_comments_place CHECK (place LIKE '/%' AND length(place) <= 200),
        answers uuid CONSTRAINT fk_comments_answers REFERENCES comments,
        person_id uuid NOT NULL CONSTRAINT fk_comments_person REFERENCES people,
        text text CONSTRAINT ck_comments_text CHECK (length(text) BETWEEN 1 AND 4000),
        standing text NOT NULL CONSTRAINT ck_comments_standing
          CHECK (standing IN ('held', 'shown', 'rejected', 'hidden', 'deleted')),
        held_because text CONSTRAINT ck_comments_held_because
          CHECK (held_because IN ('first', 'links', 'repeated', 'fast', 'reported')),
        rev integer NOT NULL DEFAULT 1,
        written_at timestamptz NOT NULL DEFAULT now(),
        edited_at timestamptz,
        CONSTRAINT ck_comments_deleted CHECK ((text IS NULL) = (standing = 'deleted')),
        CONSTRAINT ck_comments_held CHECK (standing <> 'held' OR held_because IS NOT NULL)
      )`);
    await db.query('CREATE INDEX ix_comments_place ON comments (place, id) WHERE answers IS NULL');
    await db.query('CREATE INDEX ix_comments_answers ON comments (answers, id)');
    await db.query('CREATE INDEX ix_comments_person ON comments (person_id, written_at)');
    await db.query(`CREATE INDEX ix_comments_held ON comments (id) WHERE standing = 'held'`);
    await db.query(`
      CREATE TABLE comment_reports (
        comment_id uuid NOT NULL CONSTRAINT fk_comment_reports_comment REFERENCES comments,
        by uuid NOT NULL CONSTRAINT fk_comment_reports_by REFERENCES people,
        reason text NOT NULL CONSTRAINT ck_comment_reports_reason
          CHECK (reason IN ('dangerous', 'patient', 'advertising', 'abuse', 'other')),
        note text NOT NULL CONSTRAINT ck_comment_reports_note CHECK (length(note) <= 500),
        at timestamptz NOT NULL DEFAULT now(),
        settled_at timestamptz,
        CONSTRAINT pk_comment_reports PRIMARY KEY (comment_id, by)
      )`);
    await db.query('CREATE INDEX ix_comment_reports_open ON comment_reports (comment_id) WHERE settled_at IS NULL');
    await db.query('CREATE INDEX ix_comment_reports_by ON comment_reports (by)');
    await db.query(`
      CREATE TABLE comment_acts (
        id uuid NOT NULL CONSTRAINT pk_comment_acts PRIMARY KEY,
        comment_id uuid NOT NULL CONSTRAINT fk_comment_acts_comment REFERENCES comments,
        act text NOT NULL CONSTRAINT ck_comment_acts_act CHECK (act IN ('accepted', 'rejected', 'hidden')),
        rev integer NOT NULL,
        reason text NOT NULL CONSTRAINT ck_comment_acts_reason CHECK (length(reason) <= 500),
        by uuid NOT NULL CONSTRAINT fk_comment_acts_by REFERENCES people,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT ck_comment_acts_why CHECK (act = 'accepted' OR length(reason) > 0)
      )`);
    await db.query('CREATE INDEX ix_comment_acts_comment ON comment_acts (comment_id, id)');
    await db.query(`
      CREATE TABLE comment_bans (
        id uuid NOT NULL CONSTRAINT pk_comment_bans PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT fk_comment_bans_person REFERENCES people,
        banned boolean NOT NULL,
        reason text NOT NULL CONSTRAINT ck_comment_bans_reason CHECK (length(reason) BETWEEN 1 AND 500),
        by uuid NOT NULL CONSTRAINT fk_comment_bans_by REFERENCES people,
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query('CREATE INDEX ix_comment_bans_person ON comment_bans (person_id, id)');
    for (const table of ['comment_acts', 'comment_bans'])
      await db.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await db.query(`ALTER TABLE tries DROP CONSTRAINT ck_tries_kind,
      ADD CONSTRAINT ck_tries_kind CHECK (kind IN ('sign-in', 'sign-up', 'reset-password', 'ebook', 'comment'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM tries WHERE kind = 'comment'`);
    await db.query(`ALTER TABLE tries DROP CONSTRAINT ck_tries_kind,
      ADD CONSTRAINT ck_tries_kind CHECK (kind IN ('sign-in', 'sign-up', 'reset-password', 'ebook'))`);
    for (const table of ['comment_bans', 'comment_acts', 'comment_reports', 'comments'])
      await db.query(`DROP TABLE ${table}`);
  }
}
