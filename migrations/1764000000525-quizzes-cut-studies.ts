import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Panels of judges rate the items of a quiz in rounds; a second person adopts what they say as its cut. */
export class QuizzesCutStudies1764000000525 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE cut_studies (
        id uuid NOT NULL CONSTRAINT pk_cut_studies PRIMARY KEY,
        quiz_id uuid NOT NULL CONSTRAINT fk_cut_studies_quiz REFERENCES quizzes (id),
        candidate text NOT NULL,
        shows_facility boolean NOT NULL,
        opened_by uuid NOT NULL CONSTRAINT fk_cut_studies_opened_by REFERENCES people (id),
        opened_at timestamptz NOT NULL DEFAULT now(),
        closed_by uuid CONSTRAINT fk_cut_studies_closed_by REFERENCES people (id),
        closed_at timestamptz,
        adopted_by uuid CONSTRAINT fk_cut_studies_adopted_by REFERENCES people (id),
        adopted_at timestamptz,
        CONSTRAINT ck_cut_studies_closed CHECK ((closed_by IS NULL) = (closed_at IS NULL)),
        CONSTRAINT ck_cut_studies_adopted CHECK (
          (adopted_by IS NULL) = (adopted_at IS NULL) AND (adopted_at IS NULL OR closed_at IS NOT NULL)
          AND adopted_by <> closed_by
        )
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_cut_studies_open ON cut_studies (quiz_id) WHERE closed_at IS NULL`);
    await db.query(`
      CREATE TABLE cut_study_items (
        study_id uuid NOT NULL CONSTRAINT fk_cut_study_items_study REFERENCES cut_studies (id),
        question_id uuid NOT NULL CONSTRAINT fk_cut_study_items_question REFERENCES questions (id),
        part text NOT NULL,
        position integer NOT NULL,
        question_version_id uuid NOT NULL
          CONSTRAINT fk_cut_study_items_question_version REFERENCES question_versions (id),
        marks integer NOT NULL CONSTRAINT ck_cut_study_items_marks CHECK (marks > 0),
        difficulty text NOT NULL,
        CONSTRAINT pk_cut_study_items PRIMARY KEY (study_id, question_id, part),
        CONSTRAINT uq_cut_study_items_position UNIQUE (study_id, position)
      )`);
    await db.query(`
      CREATE TABLE cut_study_judges (
        study_id uuid NOT NULL CONSTRAINT fk_cut_study_judges_study REFERENCES cut_studies (id),
        person_id uuid NOT NULL CONSTRAINT fk_cut_study_judges_person REFERENCES people (id),
        named_by uuid NOT NULL CONSTRAINT fk_cut_study_judges_named_by REFERENCES people (id),
        named_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_cut_study_judges PRIMARY KEY (study_id, person_id)
      )`);
    await db.query(`
      CREATE TABLE cut_rounds (
        study_id uuid NOT NULL CONSTRAINT fk_cut_rounds_study REFERENCES cut_studies (id),
        number integer NOT NULL CONSTRAINT ck_cut_rounds_number CHECK (number > 0),
        opened_by uuid NOT NULL CONSTRAINT fk_cut_rounds_opened_by REFERENCES people (id),
        opened_at timestamptz NOT NULL DEFAULT now(),
        closed_by uuid CONSTRAINT fk_cut_rounds_closed_by REFERENCES people (id),
        closed_at timestamptz,
        CONSTRAINT pk_cut_rounds PRIMARY KEY (study_id, number),
        CONSTRAINT ck_cut_rounds_closed CHECK ((closed_by IS NULL) = (closed_at IS NULL))
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_cut_rounds_open ON cut_rounds (study_id) WHERE closed_at IS NULL`);
    await db.query(`
      CREATE TABLE cut_ratings (
        study_id uuid NOT NULL,
        round integer NOT NULL,
        person_id uuid NOT NULL,
        question_id uuid NOT NULL,
        part text NOT NULL,
        percent integer NOT NULL CONSTRAINT ck_cut_ratings_percent CHECK (percent BETWEEN 0 AND 100),
        rated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_cut_ratings PRIMARY KEY (study_id, round, person_id, question_id, part),
        CONSTRAINT fk_cut_ratings_round FOREIGN KEY (study_id, round) REFERENCES cut_rounds (study_id, number),
        CONSTRAINT fk_cut_ratings_judge FOREIGN KEY (study_id, person_id)
          REFERENCES cut_study_judges (study_id, person_id),
        CONSTRAINT fk_cut_ratings_item FOREIGN KEY (study_id, question_id, part)
          REFERENCES cut_study_items (study_id, question_id, part)
      )`);
    await db.query(`
      CREATE FUNCTION refuse_late_rating() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM cut_rounds WHERE study_id = NEW.study_id AND number = NEW.round AND closed_at IS NULL FOR SHARE;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'ratings of a closed round stay as they are' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`CREATE TRIGGER cut_ratings_in_open_round BEFORE INSERT OR UPDATE ON cut_ratings
      FOR EACH ROW EXECUTE FUNCTION refuse_late_rating()`);
    await db.query(`ALTER TABLE quizzes ADD cut_study_id uuid
      CONSTRAINT fk_quizzes_cut_study REFERENCES cut_studies (id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE quizzes DROP cut_study_id`);
    const tables = ['cut_ratings', 'cut_rounds', 'cut_study_judges', 'cut_study_items', 'cut_studies'];
    for (const table of tables) await db.query(`DROP TABLE ${table}`);
    await db.query(`DROP FUNCTION refuse_late_rating()`);
  }
}
