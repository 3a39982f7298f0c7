import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = `('learner', 'author', 'admin', 'accountant', 'preceptor', 'examiner')`;

export class Users1764000000120 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE people (
        id uuid NOT NULL CONSTRAINT pk_people PRIMARY KEY,
        email text NOT NULL CONSTRAINT ck_people_email CHECK (length(email) BETWEEN 3 AND 254),
        name text NOT NULL CONSTRAINT ck_people_name CHECK (length(name) BETWEEN 1 AND 120),
        password_hash text NOT NULL,
        confirmed_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query('CREATE UNIQUE INDEX uq_people_email ON people (lower(email))');
    await db.query(`
      CREATE TABLE person_roles (
        person_id uuid NOT NULL CONSTRAINT fk_person_roles_person REFERENCES people (id),
        role text NOT NULL CONSTRAINT ck_person_roles_role CHECK (role IN ${roles}),
        granted_by uuid CONSTRAINT fk_person_roles_granted_by REFERENCES people (id),
        granted_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_person_roles PRIMARY KEY (person_id, role)
      )`);
    await db.query('CREATE INDEX ix_person_roles_role ON person_roles (role)');
    await db.query(`
      CREATE TABLE role_changes (
        id uuid NOT NULL CONSTRAINT pk_role_changes PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT fk_role_changes_person REFERENCES people (id),
        role text NOT NULL CONSTRAINT ck_role_changes_role CHECK (role IN ${roles}),
        change text NOT NULL CONSTRAINT ck_role_changes_change CHECK (change IN ('granted', 'revoked')),
        changed_by uuid CONSTRAINT fk_role_changes_changed_by REFERENCES people (id),
        reason text NOT NULL CONSTRAINT ck_role_changes_reason CHECK (length(reason) BETWEEN 1 AND 500),
        changed_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query('CREATE INDEX ix_role_changes_person ON role_changes (person_id, changed_at)');
    await db.query(`
      CREATE TRIGGER role_changes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON role_changes
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await db.query(`
      CREATE TABLE sessions (
        id uuid NOT NULL CONSTRAINT pk_sessions PRIMARY KEY,
        token_hash bytea NOT NULL CONSTRAINT uq_sessions_token_hash UNIQUE,
        person_id uuid NOT NULL CONSTRAINT fk_sessions_person REFERENCES people (id),
        created_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        ip inet,
        user_agent text CONSTRAINT ck_sessions_user_agent CHECK (length(user_agent) <= 400),
        CONSTRAINT ck_sessions_expires CHECK (expires_at > created_at)
      )`);
    await db.query('CREATE INDEX ix_sessions_person ON sessions (person_id, created_at)');
    await db.query(`
      CREATE TABLE tokens (
        id uuid NOT NULL CONSTRAINT pk_tokens PRIMARY KEY,
        kind text NOT NULL CONSTRAINT ck_tokens_kind CHECK (kind IN ('confirm-email', 'reset-password')),
        token_hash bytea NOT NULL CONSTRAINT uq_tokens_token_hash UNIQUE,
        person_id uuid NOT NULL CONSTRAINT fk_tokens_person REFERENCES people (id),
        next_path text,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      )`);
    await db.query('CREATE INDEX ix_tokens_person ON tokens (person_id, kind, created_at)');
    await db.query(`
      CREATE TABLE tries (
        id uuid NOT NULL CONSTRAINT pk_tries PRIMARY KEY,
        kind text NOT NULL CONSTRAINT ck_tries_kind CHECK (kind IN ('sign-in', 'sign-up', 'reset-password')),
        email_hash bytea NOT NULL,
        ip inet NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query('CREATE INDEX ix_tries_email ON tries (email_hash, at)');
    await db.query('CREATE INDEX ix_tries_ip ON tries (ip, at)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['tries', 'tokens', 'sessions', 'role_changes', 'person_roles', 'people']) {
      await db.query(`DROP TABLE ${table}`);
    }
  }
}
