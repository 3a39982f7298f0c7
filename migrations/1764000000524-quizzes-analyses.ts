import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was answered stands beside its mark, in the author's own words; what all marks together say is kept. */
export class QuizzesAnalyses1764000000524 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE marks ADD chosen text[]`);
    await this.fillChosen(db);
    await db.query(view('m.chosen'));
    await db.query(`
      CREATE TABLE analyses (
        id uuid NOT NULL CONSTRAINT pk_analyses PRIMARY KEY,
        quiz_id uuid NOT NULL CONSTRAINT fk_analyses_quiz REFERENCES quizzes (id),
        which text NOT NULL CONSTRAINT ck_analyses_which CHECK (which IN ('first', 'last', 'all')),
        asked_at timestamptz NOT NULL DEFAULT now(),
        asked_by uuid CONSTRAINT fk_analyses_asked_by REFERENCES people (id),
        computed_at timestamptz,
        summary jsonb,
        CONSTRAINT uq_analyses_quiz_which UNIQUE (quiz_id, which),
        CONSTRAINT ck_analyses_computed CHECK ((computed_at IS NULL) = (summary IS NULL))
      )`);
    await db.query(`
      CREATE TABLE analysed_items (
        analysis_id uuid NOT NULL CONSTRAINT fk_analysed_items_analysis REFERENCES analyses (id) ON DELETE CASCADE,
        question_id uuid NOT NULL CONSTRAINT fk_analysed_items_question REFERENCES questions (id),
        part text NOT NULL,
        item jsonb NOT NULL,
        CONSTRAINT pk_analysed_items PRIMARY KEY (analysis_id, question_id, part)
      )`);
    await db.query(`CREATE INDEX ix_analysed_items_question ON analysed_items (question_id)`);
  }

  /** What was answered before it was kept; marks are append-only for everyone else. */
  private async fillChosen(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE marks DISABLE TRIGGER USER`);
    await db.query(`
      UPDATE marks m SET chosen = CASE
        WHEN r.response IS NULL THEN '{}'
        WHEN r.response ? 'option' OR r.response ? 'options' THEN ARRAY(
          SELECT s ->> 'part' FROM jsonb_array_elements(p.question -> 'slots') s
          WHERE s ->> 'id' = r.response ->> 'option' OR r.response -> 'options' ? (s ->> 'id') ORDER BY s ->> 'part')
        WHEN r.response ? 'value' THEN ARRAY[left(r.response ->> 'value', 100)]
      END
      FROM attempts a CROSS JOIN LATERAL jsonb_array_elements(a.paper) AS p (question)
      LEFT JOIN responses r ON r.attempt_id = a.id AND r.question_id = (p.question ->> 'id')::uuid AND NOT r.late
      WHERE m.attempt_id = a.id AND m.question_id = (p.question ->> 'id')::uuid`);
    await db.query(`ALTER TABLE marks ENABLE TRIGGER USER`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE analysed_items`);
    await db.query(`DROP TABLE analyses`);
    await db.query(`DROP VIEW current_marks`);
    await db.query(view());
    await db.query(`ALTER TABLE marks DROP chosen`);
  }
}

/** Every mark as it stands today; the first mark and all changes stay. */
const view = (...more: string[]) => `
  CREATE OR REPLACE VIEW current_marks AS
  SELECT ${[
    'm.attempt_id, m.question_id, m.question_version_id, m.part',
    'coalesce(c.awarded, m.awarded) AS awarded, coalesce(c.possible, m.possible) AS possible',
    'CASE WHEN c.number IS NULL THEN m.critical ELSE c.critical END AS critical',
    'CASE WHEN c.number IS NULL THEN m.finding ELSE c.finding END AS finding',
    ...more,
  ].join(', ')}
  FROM marks m LEFT JOIN LATERAL (
    SELECT * FROM mark_changes x WHERE x.attempt_id = m.attempt_id AND x.question_id = m.question_id
    ORDER BY x.number DESC LIMIT 1
  ) c ON true`;
