import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Quizzes1764000000500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE quizzes (
        id uuid NOT NULL CONSTRAINT pk_quizzes PRIMARY KEY,
        course_id uuid NOT NULL CONSTRAINT fk_quizzes_course REFERENCES courses (id),
        slug text NOT NULL,
        position integer NOT NULL,
        title text NOT NULL,
        intro text NOT NULL,
        pass_percent integer NOT NULL CONSTRAINT ck_quizzes_pass_percent CHECK (pass_percent BETWEEN 1 AND 100),
        draw integer NOT NULL CONSTRAINT ck_quizzes_draw CHECK (draw > 0),
        minutes integer CONSTRAINT ck_quizzes_minutes CHECK (minutes > 0),
        attempts integer CONSTRAINT ck_quizzes_attempts CHECK (attempts > 0),
        review jsonb NOT NULL,
        content_hash text NOT NULL,
        imported_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_quizzes_course_slug UNIQUE (course_id, slug)
      )`);
    await db.query(`
      CREATE TABLE questions (
        id uuid NOT NULL CONSTRAINT pk_questions PRIMARY KEY,
        quiz_id uuid NOT NULL CONSTRAINT fk_questions_quiz REFERENCES quizzes (id),
        slug text NOT NULL,
        retired_at timestamptz,
        CONSTRAINT uq_questions_quiz_slug UNIQUE (quiz_id, slug)
      )`);
    // What is asked and what is right stand apart: a query for candidates never names the column "key".
    await db.query(`
      CREATE TABLE question_versions (
        id uuid NOT NULL CONSTRAINT pk_question_versions PRIMARY KEY,
        question_id uuid NOT NULL CONSTRAINT fk_question_versions_question REFERENCES questions (id),
        number integer NOT NULL CONSTRAINT ck_question_versions_number CHECK (number > 0),
        content_hash text NOT NULL,
        type text NOT NULL,
        topic text NOT NULL,
        marks integer NOT NULL CONSTRAINT ck_question_versions_marks CHECK (marks > 0),
        body jsonb NOT NULL,
        key jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT uq_question_versions_number UNIQUE (question_id, number)
      )`);
    await this.attempts(db);
    await this.events(db);
    for (const table of ['question_versions', 'marks', 'attempt_events']) {
      await db.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  private async attempts(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE attempts (
        id uuid NOT NULL CONSTRAINT pk_attempts PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT fk_attempts_person REFERENCES people (id),
        enrollment_id uuid NOT NULL CONSTRAINT fk_attempts_enrollment REFERENCES enrollments (id),
        quiz_id uuid NOT NULL CONSTRAINT fk_attempts_quiz REFERENCES quizzes (id),
        number integer NOT NULL CONSTRAINT ck_attempts_number CHECK (number > 0),
        status text NOT NULL DEFAULT 'live' CONSTRAINT ck_attempts_status CHECK (status IN ('live', 'submitted', 'expired')),
        idempotency_key text NOT NULL,
        seed bigint NOT NULL,
        algorithm text NOT NULL,
        paper jsonb NOT NULL,
        settings jsonb NOT NULL,
        started_at timestamptz NOT NULL DEFAULT now(),
        deadline_at timestamptz,
        finished_at timestamptz,
        lease_token text NOT NULL,
        marks_awarded numeric(10, 4),
        marks_possible numeric(10, 4) NOT NULL CONSTRAINT ck_attempts_marks_possible CHECK (marks_possible > 0),
        passed boolean,
        CONSTRAINT uq_attempts_number UNIQUE (person_id, quiz_id, number),
        CONSTRAINT uq_attempts_idempotency_key UNIQUE (person_id, quiz_id, idempotency_key),
        CONSTRAINT ck_attempts_finished CHECK (
          (status = 'live') = (finished_at IS NULL)
          AND (status = 'live') = (marks_awarded IS NULL)
          AND (status = 'live') = (passed IS NULL)
          AND marks_awarded BETWEEN 0 AND marks_possible
          AND (status <> 'expired' OR deadline_at IS NOT NULL)
        )
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_attempts_live ON attempts (person_id, quiz_id) WHERE status = 'live'`);
    await db.query(`CREATE INDEX ix_attempts_overdue ON attempts (deadline_at) WHERE status = 'live'`);
    await db.query(`
      CREATE FUNCTION refuse_attempt_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the paper of an attempt is frozen, and so is a finished attempt'
          USING ERRCODE = 'integrity_constraint_violation';
      END $$`);
    await db.query(`
      CREATE TRIGGER attempts_paper_frozen
      BEFORE UPDATE OF id, person_id, enrollment_id, quiz_id, number, idempotency_key, seed, algorithm, paper, settings
      ON attempts FOR EACH ROW EXECUTE FUNCTION refuse_attempt_change()`);
    await db.query(`
      CREATE TRIGGER attempts_finished_once
      BEFORE UPDATE OF status, started_at, deadline_at, finished_at ON attempts
      FOR EACH ROW WHEN (OLD.status <> 'live') EXECUTE FUNCTION refuse_attempt_change()`);
    await db.query(`
      CREATE TABLE responses (
        attempt_id uuid NOT NULL CONSTRAINT fk_responses_attempt REFERENCES attempts (id),
        question_id uuid NOT NULL,
        late boolean NOT NULL DEFAULT false,
        rev integer NOT NULL CONSTRAINT ck_responses_rev CHECK (rev > 0),
        response jsonb,
        saved_at timestamptz NOT NULL,
        CONSTRAINT pk_responses PRIMARY KEY (attempt_id, question_id, late)
      )`);
    await db.query(`
      CREATE TABLE marks (
        attempt_id uuid NOT NULL CONSTRAINT fk_marks_attempt REFERENCES attempts (id),
        question_id uuid NOT NULL,
        question_version_id uuid NOT NULL CONSTRAINT fk_marks_question_version REFERENCES question_versions (id),
        awarded numeric(10, 4) NOT NULL,
        possible numeric(10, 4) NOT NULL,
        CONSTRAINT pk_marks PRIMARY KEY (attempt_id, question_id),
        CONSTRAINT ck_marks_awarded CHECK (awarded BETWEEN 0 AND possible)
      )`);
  }

  /** The database itself links each event to the one before: nobody can write one that does not fit. */
  private async events(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE attempt_events (
        attempt_id uuid NOT NULL CONSTRAINT fk_attempt_events_attempt REFERENCES attempts (id),
        seq integer NOT NULL,
        at timestamptz NOT NULL,
        kind text NOT NULL,
        data jsonb NOT NULL,
        prev_hash text NOT NULL,
        hash text NOT NULL,
        CONSTRAINT pk_attempt_events PRIMARY KEY (attempt_id, seq)
      )`);
    await db.query(`
      CREATE FUNCTION attempt_event_hash(prev_hash text, attempt_id uuid, seq integer, at timestamptz, kind text, data jsonb)
      RETURNS text LANGUAGE sql STABLE AS $$
        SELECT encode(sha256(convert_to(concat_ws(E'\\n', prev_hash, attempt_id::text, seq::text,
          (extract(epoch FROM at) * 1000000)::bigint::text, kind, data::text), 'UTF8')), 'hex')
      $$`);
    await db.query(`
      CREATE FUNCTION chain_attempt_event() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        last attempt_events%ROWTYPE;
      BEGIN
        SELECT * INTO last FROM attempt_events WHERE attempt_id = NEW.attempt_id ORDER BY seq DESC LIMIT 1;
        NEW.seq := coalesce(last.seq, 0) + 1;
        NEW.at := now();
        NEW.prev_hash := coalesce(last.hash, '');
        NEW.hash := attempt_event_hash(NEW.prev_hash, NEW.attempt_id, NEW.seq, NEW.at, NEW.kind, NEW.data);
        RETURN NEW;
      END $$`);
    await db.query(`
      CREATE TRIGGER attempt_events_chain BEFORE INSERT ON attempt_events
      FOR EACH ROW EXECUTE FUNCTION chain_attempt_event()`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [
      'attempt_events',
      'marks',
      'responses',
      'attempts',
      'question_versions',
      'questions',
      'quizzes',
    ]) {
      await db.query(`DROP TABLE ${table}`);
    }
    for (const name of ['chain_attempt_event', 'attempt_event_hash', 'refuse_attempt_change']) {
      await db.query(`DROP FUNCTION ${name}`);
    }
  }
}
