import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SandboxObjects1764000000700 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE SCHEMA stripe_sandbox');
    await db.query(`
      CREATE TABLE stripe_sandbox.objects (
        id text NOT NULL CONSTRAINT pk_sandbox_objects PRIMARY KEY,
        kind text NOT NULL,
        seq bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT uq_sandbox_objects_seq UNIQUE,
        body jsonb NOT NULL,
        hidden jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT ck_sandbox_objects_body CHECK (body->>'id' = id AND body->>'object' = kind)
      )`);
    await db.query('CREATE INDEX ix_sandbox_objects_kind_seq ON stripe_sandbox.objects (kind, seq DESC)');
    await db.query('CREATE INDEX ix_sandbox_objects_body ON stripe_sandbox.objects USING gin (body jsonb_path_ops)');
    await db.query(`
      CREATE INDEX ix_sandbox_objects_open_sessions ON stripe_sandbox.objects (((body->>'expires_at')::bigint))
      WHERE kind = 'checkout.session' AND body->>'status' = 'open'`);
    await db.query(`
      CREATE UNIQUE INDEX uq_sandbox_objects_one_charge ON stripe_sandbox.objects ((body->>'payment_intent'))
      WHERE kind = 'charge' AND body->>'status' IN ('pending', 'succeeded')`);
    await db.query(`
      CREATE TABLE stripe_sandbox.events (
        id text NOT NULL CONSTRAINT pk_sandbox_events PRIMARY KEY,
        seq bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT uq_sandbox_events_seq UNIQUE,
        type text NOT NULL,
        body jsonb NOT NULL
      )`);
    await db.query('CREATE INDEX ix_sandbox_events_type_seq ON stripe_sandbox.events (type, seq DESC)');
    await db.query(`
      CREATE TABLE stripe_sandbox.deliveries (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_sandbox_deliveries PRIMARY KEY,
        event_id text NOT NULL
          CONSTRAINT fk_sandbox_deliveries_event REFERENCES stripe_sandbox.events (id) ON DELETE CASCADE,
        endpoint_id text
          CONSTRAINT fk_sandbox_deliveries_endpoint REFERENCES stripe_sandbox.objects (id) ON DELETE CASCADE,
        state text NOT NULL
          CONSTRAINT ck_sandbox_deliveries_state CHECK (state IN ('pending', 'held', 'dropped', 'delivered', 'failed')),
        attempts integer NOT NULL DEFAULT 0,
        next_at timestamptz NOT NULL DEFAULT now(),
        last_status integer,
        last_error text,
        delivered_at timestamptz
      )`);
    await db.query(
      `CREATE INDEX ix_sandbox_deliveries_due ON stripe_sandbox.deliveries (next_at) WHERE state = 'pending'`,
    );
    await db.query('CREATE INDEX ix_sandbox_deliveries_event ON stripe_sandbox.deliveries (event_id)');
    await db.query(`
      CREATE TABLE stripe_sandbox.idempotency_keys (
        key text NOT NULL CONSTRAINT pk_sandbox_idempotency_keys PRIMARY KEY,
        fingerprint text NOT NULL,
        request_id text NOT NULL,
        status integer NOT NULL,
        body jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`
      CREATE TABLE stripe_sandbox.settings (
        single boolean NOT NULL DEFAULT true CONSTRAINT pk_sandbox_settings PRIMARY KEY
          CONSTRAINT ck_sandbox_settings_one_row CHECK (single),
        clock_offset interval NOT NULL DEFAULT '0',
        webhook_mode text NOT NULL DEFAULT 'deliver'
          CONSTRAINT ck_sandbox_settings_mode CHECK (webhook_mode IN ('deliver', 'hold', 'drop')),
        duplicates integer NOT NULL DEFAULT 0 CONSTRAINT ck_sandbox_settings_duplicates CHECK (duplicates BETWEEN 0 AND 100),
        shuffle boolean NOT NULL DEFAULT true
      )`);
    await db.query('INSERT INTO stripe_sandbox.settings DEFAULT VALUES');
    await db.query(`
      CREATE TABLE stripe_sandbox.faults (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_sandbox_faults PRIMARY KEY,
        path text,
        method text,
        answer text NOT NULL
          CONSTRAINT ck_sandbox_faults_answer CHECK (answer IN ('429', '500', 'reset', 'timeout', 'truncated')),
        after_effect boolean NOT NULL DEFAULT false,
        remaining integer NOT NULL CONSTRAINT ck_sandbox_faults_remaining CHECK (remaining >= 0)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP SCHEMA stripe_sandbox CASCADE');
  }
}
