import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions get pools of their own; quizzes draw from pools by a blueprint; attempts can pause, be ended and voided. */
export class QuestionsAndExams1764000000510 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.bank(db);
    await this.exams(db);
    await this.attempts(db);
    await this.marks(db);
  }

  private async bank(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE pools (
        id uuid NOT NULL CONSTRAINT pk_pools PRIMARY KEY,
        slug text NOT NULL CONSTRAINT uq_pools_slug UNIQUE,
        title text NOT NULL,
        language text NOT NULL DEFAULT 'en',
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`
      CREATE TABLE pictures (
        id uuid NOT NULL CONSTRAINT pk_pictures PRIMARY KEY,
        media_type text NOT NULL CONSTRAINT ck_pictures_media_type
          CHECK (media_type IN ('image/svg+xml', 'image/png', 'image/jpeg', 'image/webp')),
        bytes bytea NOT NULL,
        added_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`INSERT INTO pools (id, slug, title) SELECT id, slug, title FROM quizzes`);
    await db.query(`
      ALTER TABLE questions
        ADD pool_id uuid CONSTRAINT fk_questions_pool REFERENCES pools (id),
        ADD created_by uuid CONSTRAINT fk_questions_created_by REFERENCES people (id),
        ADD created_at timestamptz NOT NULL DEFAULT now()`);
    await db.query(`UPDATE questions SET pool_id = quiz_id`);
    await db.query(`ALTER TABLE questions ALTER pool_id SET NOT NULL, DROP quiz_id,
      ADD CONSTRAINT uq_questions_pool_slug UNIQUE (pool_id, slug)`);
    await db.query(`
      ALTER TABLE question_versions
        ADD difficulty text NOT NULL DEFAULT 'moderate'
          CONSTRAINT ck_question_versions_difficulty CHECK (difficulty IN ('easy', 'moderate', 'hard')),
        ADD cognitive text NOT NULL DEFAULT 'recall'
          CONSTRAINT ck_question_versions_cognitive CHECK (cognitive IN ('recall', 'application', 'judgement')),
        ADD critical boolean NOT NULL DEFAULT false,
        ADD valid_from date,
        ADD valid_until date,
        ADD authored jsonb,
        ADD author_id uuid CONSTRAINT fk_question_versions_author REFERENCES people (id),
        ADD CONSTRAINT ck_question_versions_valid CHECK (valid_from <= valid_until)`);
    // Only approved versions are drawn. What the content folder says was approved where the folder is kept.
    await db.query(`
      CREATE TABLE approvals (
        question_version_id uuid NOT NULL CONSTRAINT pk_approvals PRIMARY KEY
          CONSTRAINT fk_approvals_question_version REFERENCES question_versions (id),
        approved_by uuid CONSTRAINT fk_approvals_approved_by REFERENCES people (id),
        approved_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`INSERT INTO approvals (question_version_id) SELECT id FROM question_versions`);
    await appendOnly(db, 'approvals');
    await db.query(`
      CREATE TABLE enemy_items (
        question_a uuid NOT NULL CONSTRAINT fk_enemy_items_question_a REFERENCES questions (id),
        question_b uuid NOT NULL CONSTRAINT fk_enemy_items_question_b REFERENCES questions (id),
        added_by uuid CONSTRAINT fk_enemy_items_added_by REFERENCES people (id),
        why text,
        CONSTRAINT pk_enemy_items PRIMARY KEY (question_a, question_b),
        CONSTRAINT ck_enemy_items_ordered CHECK (question_a < question_b)
      )`);
    await db.query(`CREATE INDEX ix_enemy_items_question_b ON enemy_items (question_b)`);
  }

  private async exams(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE quizzes
        ADD kind text NOT NULL DEFAULT 'quiz' CONSTRAINT ck_quizzes_kind CHECK (kind IN ('quiz', 'exam', 'practice')),
        ADD language text NOT NULL DEFAULT 'en',
        ADD blueprint jsonb,
        ADD exposure_cap integer CONSTRAINT ck_quizzes_exposure_cap CHECK (exposure_cap BETWEEN 1 AND 100),
        ADD cool_down_hours integer[] NOT NULL DEFAULT '{}'
          CONSTRAINT ck_quizzes_cool_down CHECK (0 <= ALL (cool_down_hours)),
        ADD opens_at timestamptz,
        ADD closes_at timestamptz,
        ADD CONSTRAINT ck_quizzes_window CHECK (opens_at < closes_at),
        ADD CONSTRAINT ck_quizzes_practice CHECK (kind <> 'practice' OR (minutes IS NULL AND attempts IS NULL))`);
    await db.query(`UPDATE quizzes SET
      blueprint = jsonb_build_array(jsonb_build_object('pool', slug, 'count', draw)),
      review = jsonb_build_object('during', '[]'::jsonb, 'after', review -> 'after', 'closed', '[]'::jsonb, 'certified', '[]'::jsonb),
      content_hash = ''`);
    await db.query(`ALTER TABLE quizzes ALTER blueprint SET NOT NULL, DROP draw`);
  }

  private async attempts(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE attempts
        DROP CONSTRAINT ck_attempts_status, DROP CONSTRAINT ck_attempts_finished,
        ADD cut numeric(10, 4),
        ADD paused_at timestamptz,
        ADD paused_by text CONSTRAINT ck_attempts_paused_by CHECK (paused_by IN ('break', 'proctor')),
        ADD paused_seconds integer NOT NULL DEFAULT 0 CONSTRAINT ck_attempts_paused_seconds CHECK (paused_seconds >= 0),
        ADD break_seconds integer NOT NULL DEFAULT 0 CONSTRAINT ck_attempts_break_seconds CHECK (break_seconds >= 0),
        ADD break_used integer NOT NULL DEFAULT 0 CONSTRAINT ck_attempts_break_used CHECK (break_used >= 0),
        ADD extension_seconds integer NOT NULL DEFAULT 0,
        ADD graded_at timestamptz,
        ADD voided_at timestamptz,
        ADD voided_by uuid CONSTRAINT fk_attempts_voided_by REFERENCES people (id),
        ADD void_reason text,
        ADD void_counts boolean`);
    await db.query(`ALTER TABLE attempts DISABLE TRIGGER USER`);
    await db.query(`UPDATE attempts SET graded_at = finished_at,
      cut = marks_possible * (settings ->> 'passPercent')::numeric / 100`);
    await db.query(`ALTER TABLE attempts ENABLE TRIGGER USER`);
    await db.query(`
      ALTER TABLE attempts ALTER cut SET NOT NULL,
        ADD CONSTRAINT ck_attempts_status CHECK (status IN ('live', 'submitted', 'expired', 'ended')),
        ADD CONSTRAINT ck_attempts_cut CHECK (cut BETWEEN 0 AND marks_possible),
        ADD CONSTRAINT ck_attempts_finished CHECK (
          (status = 'live') = (finished_at IS NULL)
          AND (graded_at IS NULL) = (marks_awarded IS NULL)
          AND (graded_at IS NULL) = (passed IS NULL)
          AND (graded_at IS NULL OR status <> 'live')
          AND marks_awarded BETWEEN 0 AND marks_possible
          AND (status <> 'expired' OR deadline_at IS NOT NULL)
        ),
        ADD CONSTRAINT ck_attempts_paused CHECK ((paused_at IS NULL) = (paused_by IS NULL) AND (paused_at IS NULL OR status = 'live')),
        ADD CONSTRAINT ck_attempts_voided CHECK (
          (voided_at IS NULL) = (void_reason IS NULL) AND (voided_at IS NULL) = (voided_by IS NULL)
          AND (voided_at IS NULL) = (void_counts IS NULL) AND (voided_at IS NULL OR status <> 'live')
        )`);
    await db.query(`CREATE TRIGGER attempts_cut_frozen BEFORE UPDATE OF cut ON attempts
      FOR EACH ROW EXECUTE FUNCTION refuse_attempt_change()`);
    await db.query(`CREATE INDEX ix_attempts_quiz ON attempts (quiz_id, finished_at)`);
    await db.query(`
      CREATE TABLE flags (
        attempt_id uuid NOT NULL CONSTRAINT fk_flags_attempt REFERENCES attempts (id),
        question_id uuid NOT NULL,
        CONSTRAINT pk_flags PRIMARY KEY (attempt_id, question_id)
      )`);
    await db.query(`
      CREATE TABLE accommodations (
        id uuid NOT NULL CONSTRAINT pk_accommodations PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT fk_accommodations_person REFERENCES people (id),
        quiz_id uuid CONSTRAINT fk_accommodations_quiz REFERENCES quizzes (id),
        multiplier numeric(4, 2) NOT NULL DEFAULT 1 CONSTRAINT ck_accommodations_multiplier CHECK (multiplier BETWEEN 1 AND 5),
        extra_minutes integer NOT NULL DEFAULT 0 CONSTRAINT ck_accommodations_extra CHECK (extra_minutes BETWEEN 0 AND 600),
        break_minutes integer NOT NULL DEFAULT 0 CONSTRAINT ck_accommodations_breaks CHECK (break_minutes BETWEEN 0 AND 600),
        reason text NOT NULL,
        granted_by uuid NOT NULL CONSTRAINT fk_accommodations_granted_by REFERENCES people (id),
        granted_at timestamptz NOT NULL DEFAULT now(),
        ended_by uuid CONSTRAINT fk_accommodations_ended_by REFERENCES people (id),
        ended_at timestamptz,
        CONSTRAINT ck_accommodations_ended CHECK ((ended_by IS NULL) = (ended_at IS NULL))
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_accommodations_live ON accommodations (person_id, quiz_id) NULLS NOT DISTINCT
      WHERE ended_at IS NULL`);
    await db.query(`
      CREATE TABLE attempt_actions (
        id uuid NOT NULL CONSTRAINT pk_attempt_actions PRIMARY KEY,
        attempt_id uuid NOT NULL CONSTRAINT fk_attempt_actions_attempt REFERENCES attempts (id),
        action text NOT NULL CONSTRAINT ck_attempt_actions_action
          CHECK (action IN ('pause', 'resume', 'extend', 'end', 'void')),
        seconds integer,
        reason text NOT NULL,
        by_id uuid NOT NULL CONSTRAINT fk_attempt_actions_by REFERENCES people (id),
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`CREATE INDEX ix_attempt_actions_attempt ON attempt_actions (attempt_id)`);
    await appendOnly(db, 'attempt_actions');
  }

  private async marks(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE marks
        ADD part text,
        ADD cause text NOT NULL DEFAULT 'machine' CONSTRAINT ck_marks_cause CHECK (cause IN ('machine', 'examiner')),
        ADD finding text CONSTRAINT ck_marks_finding CHECK (finding IN ('tenfold', 'wrong_unit', 'danger_zone')),
        ADD critical text`);
    await db.query(`CREATE INDEX ix_marks_question_version ON marks (question_version_id)`);
    await db.query(`
      CREATE TABLE mark_changes (
        attempt_id uuid NOT NULL,
        question_id uuid NOT NULL,
        number integer NOT NULL CONSTRAINT ck_mark_changes_number CHECK (number > 1),
        awarded numeric(10, 4) NOT NULL,
        possible numeric(10, 4) NOT NULL,
        finding text CONSTRAINT ck_mark_changes_finding CHECK (finding IN ('tenfold', 'wrong_unit', 'danger_zone')),
        critical text,
        cause text NOT NULL CONSTRAINT ck_mark_changes_cause CHECK (cause IN ('regrade', 'appeal')),
        regrade_id uuid,
        by_id uuid NOT NULL CONSTRAINT fk_mark_changes_by REFERENCES people (id),
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_mark_changes PRIMARY KEY (attempt_id, question_id, number),
        CONSTRAINT fk_mark_changes_mark FOREIGN KEY (attempt_id, question_id) REFERENCES marks (attempt_id, question_id),
        CONSTRAINT ck_mark_changes_awarded CHECK (awarded BETWEEN 0 AND possible)
      )`);
    await appendOnly(db, 'mark_changes');
    // Every mark as it stands today; the first mark and all changes stay.
    await db.query(`
      CREATE VIEW current_marks AS
      SELECT m.attempt_id, m.question_id, m.question_version_id, m.part,
        coalesce(c.awarded, m.awarded) AS awarded, coalesce(c.possible, m.possible) AS possible,
        CASE WHEN c.number IS NULL THEN m.critical ELSE c.critical END AS critical,
        CASE WHEN c.number IS NULL THEN m.finding ELSE c.finding END AS finding
      FROM marks m LEFT JOIN LATERAL (
        SELECT * FROM mark_changes x WHERE x.attempt_id = m.attempt_id AND x.question_id = m.question_id
        ORDER BY x.number DESC LIMIT 1
      ) c ON true`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP VIEW current_marks`);
    await db.query(`DROP TABLE mark_changes`);
    await db.query(`DROP INDEX ix_marks_question_version`);
    await db.query(`ALTER TABLE marks DROP part, DROP cause, DROP finding, DROP critical`);
    for (const table of ['attempt_actions', 'accommodations', 'flags']) await db.query(`DROP TABLE ${table}`);
    await db.query(`DROP INDEX ix_attempts_quiz`);
    await db.query(`DROP TRIGGER attempts_cut_frozen ON attempts`);
    await db.query(`
      ALTER TABLE attempts DROP CONSTRAINT ck_attempts_voided, DROP CONSTRAINT ck_attempts_paused,
        DROP CONSTRAINT ck_attempts_finished, DROP CONSTRAINT ck_attempts_cut, DROP CONSTRAINT ck_attempts_status,
        DROP cut, DROP paused_at, DROP paused_by, DROP paused_seconds, DROP break_seconds, DROP break_used,
        DROP extension_seconds, DROP graded_at, DROP voided_at, DROP voided_by, DROP void_reason, DROP void_counts,
        ADD CONSTRAINT ck_attempts_status CHECK (status IN ('live', 'submitted', 'expired')),
        ADD CONSTRAINT ck_attempts_finished CHECK (
          (status = 'live') = (finished_at IS NULL)
          AND (status = 'live') = (marks_awarded IS NULL)
          AND (status = 'live') = (passed IS NULL)
          AND marks_awarded BETWEEN 0 AND marks_possible
          AND (status <> 'expired' OR deadline_at IS NOT NULL)
        )`);
    await db.query(`ALTER TABLE quizzes ADD draw integer`);
    await db.query(
      `UPDATE quizzes SET draw = (SELECT sum((s ->> 'count')::integer) FROM jsonb_array_elements(blueprint) s)`,
    );
    await db.query(`
      ALTER TABLE quizzes ALTER draw SET NOT NULL, ADD CONSTRAINT ck_quizzes_draw CHECK (draw > 0),
        DROP CONSTRAINT ck_quizzes_practice, DROP CONSTRAINT ck_quizzes_window,
        DROP kind, DROP language, DROP blueprint, DROP exposure_cap, DROP cool_down_hours, DROP opens_at, DROP closes_at`);
    await db.query(`DROP TABLE enemy_items`);
    await db.query(`DROP TABLE approvals`);
    await db.query(`
      ALTER TABLE question_versions DROP CONSTRAINT ck_question_versions_valid, DROP difficulty, DROP cognitive,
        DROP critical, DROP valid_from, DROP valid_until, DROP authored, DROP author_id`);
    await db.query(`ALTER TABLE questions ADD quiz_id uuid CONSTRAINT fk_questions_quiz REFERENCES quizzes (id)`);
    await db.query(
      `UPDATE questions SET quiz_id = q.id FROM pools p JOIN quizzes q ON q.slug = p.slug WHERE p.id = pool_id`,
    );
    await db.query(`
      ALTER TABLE questions ALTER quiz_id SET NOT NULL, DROP CONSTRAINT uq_questions_pool_slug,
        DROP pool_id, DROP created_by, DROP created_at,
        ADD CONSTRAINT uq_questions_quiz_slug UNIQUE (quiz_id, slug)`);
    await db.query(`DROP TABLE pictures`);
    await db.query(`DROP TABLE pools`);
  }
}

const appendOnly = (db: QueryRunner, table: string) =>
  db.query(`
    CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
