import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A regrade is proposed by one person and committed by another; each attempt takes part in it once. */
export class QuizzesRegrades1764000000537 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE regrades (
        id uuid NOT NULL CONSTRAINT pk_regrades PRIMARY KEY,
        question_id uuid NOT NULL CONSTRAINT fk_regrades_question REFERENCES questions (id),
        part text,
        policy text NOT NULL CONSTRAINT ck_regrades_policy CHECK (policy IN ('rescore', 'full', 'drop', 'best')),
        version_id uuid CONSTRAINT fk_regrades_version REFERENCES question_versions (id),
        lowers boolean NOT NULL,
        reason text NOT NULL,
        proposed_by uuid NOT NULL CONSTRAINT fk_regrades_proposed_by REFERENCES people (id),
        proposed_at timestamptz NOT NULL DEFAULT now(),
        committed_by uuid CONSTRAINT fk_regrades_committed_by REFERENCES people (id),
        committed_at timestamptz,
        CONSTRAINT ck_regrades_version CHECK ((policy IN ('rescore', 'best')) = (version_id IS NOT NULL)),
        CONSTRAINT ck_regrades_committed CHECK ((committed_by IS NULL) = (committed_at IS NULL)),
        CONSTRAINT ck_regrades_two_people CHECK (committed_by <> proposed_by)
      )`);
    await db.query(`
      CREATE TABLE regrade_attempts (
        regrade_id uuid NOT NULL CONSTRAINT fk_regrade_attempts_regrade REFERENCES regrades (id),
        attempt_id uuid NOT NULL CONSTRAINT fk_regrade_attempts_attempt REFERENCES attempts (id),
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_regrade_attempts PRIMARY KEY (regrade_id, attempt_id)
      )`);
    await db.query(`ALTER TABLE mark_changes ADD CONSTRAINT fk_mark_changes_regrade
      FOREIGN KEY (regrade_id) REFERENCES regrades (id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE mark_changes DROP CONSTRAINT fk_mark_changes_regrade`);
    await db.query(`DROP TABLE regrade_attempts`);
    await db.query(`DROP TABLE regrades`);
  }
}
