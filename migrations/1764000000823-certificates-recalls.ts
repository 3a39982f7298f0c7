import type { MigrationInterface, QueryRunner } from 'typeorm';

const recall = (table: string) => `recall_id uuid NOT NULL CONSTRAINT fk_${table}_recall REFERENCES recalls (id)`;
const person = (table: string, column = 'person_id') =>
  `${column} uuid NOT NULL CONSTRAINT fk_${table}_${column} REFERENCES people (id)`;
const tables = [
  'recalls',
  'recall_decisions',
  'recall_people',
  'recall_notices',
  'recall_acknowledgements',
  'recall_ends',
];

/** Lessons that taught something wrong: what, whom it reached, who was told and who has read the correction. */
export class CertificatesRecalls1764000000823 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE recalls (
        id uuid NOT NULL CONSTRAINT pk_recalls PRIMARY KEY,
        course_id uuid NOT NULL CONSTRAINT fk_recalls_course REFERENCES courses (id),
        lesson_slug text NOT NULL,
        lesson_title text NOT NULL,
        until_edition integer NOT NULL CONSTRAINT ck_recalls_until_edition CHECK (until_edition > 0),
        wrong text NOT NULL,
        correct text NOT NULL,
        source text NOT NULL,
        body_html text NOT NULL,
        questions jsonb NOT NULL CONSTRAINT ck_recalls_questions CHECK (jsonb_array_length(questions) BETWEEN 1 AND 3),
        suspend_on date,
        ${person('recalls', 'opened_by')},
        opened_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`
      CREATE TABLE recall_decisions (
        ${recall('recall_decisions')} CONSTRAINT pk_recall_decisions PRIMARY KEY,
        verdict text NOT NULL CONSTRAINT ck_recall_decisions_verdict CHECK (verdict IN ('published', 'refused')),
        reason text NOT NULL,
        ${person('recall_decisions', 'decided_by')},
        decided_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`
      CREATE TABLE recall_people (
        ${recall('recall_people')},
        ${person('recall_people')},
        certified boolean NOT NULL,
        found_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_recall_people PRIMARY KEY (recall_id, person_id)
      )`);
    await db.query('CREATE INDEX ix_recall_people_person ON recall_people (person_id)');
    await db.query(`
      CREATE TABLE recall_notices (
        recall_id uuid NOT NULL,
        person_id uuid NOT NULL,
        kind text NOT NULL CONSTRAINT ck_recall_notices_kind CHECK (kind IN ('told', 'week', 'month', 'deadline')),
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_recall_notices PRIMARY KEY (recall_id, person_id, kind),
        CONSTRAINT fk_recall_notices_person FOREIGN KEY (recall_id, person_id) REFERENCES recall_people (recall_id, person_id)
      )`);
    await db.query(`
      CREATE TABLE recall_acknowledgements (
        recall_id uuid NOT NULL,
        person_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_recall_acknowledgements PRIMARY KEY (recall_id, person_id),
        CONSTRAINT fk_recall_acknowledgements_person FOREIGN KEY (recall_id, person_id)
          REFERENCES recall_people (recall_id, person_id)
      )`);
    await db.query(`
      CREATE TABLE recall_ends (
        ${recall('recall_ends')} CONSTRAINT pk_recall_ends PRIMARY KEY,
        reason text NOT NULL,
        ${person('recall_ends', 'ended_by')},
        ended_at timestamptz NOT NULL DEFAULT now()
      )`);
    for (const table of tables) {
      await db.query(`
        CREATE TRIGGER ${table}_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
    await db.query(`
      CREATE VIEW outstanding_recalls AS
      SELECT r.id AS recall_id, r.course_id, r.lesson_title, r.suspend_on, p.person_id, p.certified, p.found_at
      FROM recalls r JOIN recall_people p ON p.recall_id = r.id
      WHERE NOT EXISTS (SELECT FROM recall_ends e WHERE e.recall_id = r.id)
        AND NOT EXISTS (SELECT FROM recall_acknowledgements a WHERE a.recall_id = r.id AND a.person_id = p.person_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP VIEW outstanding_recalls');
    for (const table of [...tables].reverse()) await db.query(`DROP TABLE ${table}`);
  }
}
