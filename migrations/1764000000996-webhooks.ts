import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is told to programs of others: where to, what, and what became of each attempt. */
export class Webhooks1764000000996 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE webhook_endpoints (
        id uuid NOT NULL CONSTRAINT pk_webhook_endpoints PRIMARY KEY,
        url text NOT NULL CONSTRAINT ck_webhook_endpoints_url CHECK (url ~ '^https?://' AND length(url) <= 500),
        description text NOT NULL CONSTRAINT ck_webhook_endpoints_description CHECK (length(description) <= 200),
        events text[] NOT NULL CONSTRAINT ck_webhook_endpoints_events CHECK (cardinality(events) BETWEEN 1 AND 50),
        added_by uuid NOT NULL CONSTRAINT fk_webhook_endpoints_added_by REFERENCES people,
        added_at timestamptz NOT NULL DEFAULT now(),
        failing_since timestamptz,
        closed_at timestamptz,
        closed_because text CONSTRAINT ck_webhook_endpoints_because
          CHECK (closed_because IN ('paused', 'failing', 'gone', 'removed')),
        CONSTRAINT ck_webhook_endpoints_closed CHECK ((closed_at IS NULL) = (closed_because IS NULL))
      )`);
    await db.query(`
      CREATE TABLE webhook_secrets (
        id uuid NOT NULL CONSTRAINT pk_webhook_secrets PRIMARY KEY,
        endpoint_id uuid NOT NULL CONSTRAINT fk_webhook_secrets_endpoint REFERENCES webhook_endpoints,
        sealed bytea NOT NULL,
        made_at timestamptz NOT NULL DEFAULT now(),
        ends_at timestamptz
      )`);
    await db.query('CREATE INDEX ix_webhook_secrets_endpoint ON webhook_secrets (endpoint_id, id)');
    await db.query(
      'CREATE UNIQUE INDEX uq_webhook_secrets_current ON webhook_secrets (endpoint_id) WHERE ends_at IS NULL',
    );
    await db.query(`
      CREATE TABLE webhook_messages (
        id uuid NOT NULL CONSTRAINT pk_webhook_messages PRIMARY KEY,
        fact_id uuid CONSTRAINT uq_webhook_messages_fact UNIQUE,
        event text NOT NULL,
        body text NOT NULL,
        written_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`
      CREATE TABLE webhook_deliveries (
        id uuid NOT NULL CONSTRAINT pk_webhook_deliveries PRIMARY KEY,
        message_id uuid NOT NULL CONSTRAINT fk_webhook_deliveries_message REFERENCES webhook_messages ON DELETE CASCADE,
        endpoint_id uuid NOT NULL CONSTRAINT fk_webhook_deliveries_endpoint REFERENCES webhook_endpoints,
        standing text NOT NULL DEFAULT 'waiting' CONSTRAINT ck_webhook_deliveries_standing
          CHECK (standing IN ('waiting', 'delivered', 'failed')),
        tries integer NOT NULL DEFAULT 0 CONSTRAINT ck_webhook_deliveries_tries CHECK (tries >= 0),
        round integer NOT NULL DEFAULT 1 CONSTRAINT ck_webhook_deliveries_round CHECK (round > 0),
        next_at timestamptz,
        CONSTRAINT uq_webhook_deliveries UNIQUE (message_id, endpoint_id),
        CONSTRAINT ck_webhook_deliveries_next CHECK ((next_at IS NOT NULL) = (standing = 'waiting'))
      )`);
    await db.query('CREATE INDEX ix_webhook_deliveries_endpoint ON webhook_deliveries (endpoint_id, id)');
    await db.query(`
      CREATE TABLE webhook_attempts (
        id uuid NOT NULL CONSTRAINT pk_webhook_attempts PRIMARY KEY,
        delivery_id uuid NOT NULL CONSTRAINT fk_webhook_attempts_delivery REFERENCES webhook_deliveries ON DELETE CASCADE,
        outcome text NOT NULL CONSTRAINT ck_webhook_attempts_outcome CHECK (outcome IN ('delivered', 'answered', 'redirected',
          'timed-out', 'refused', 'unreachable', 'forbidden-address', 'no-secret')),
        status integer,
        took_ms integer NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query('CREATE INDEX ix_webhook_attempts_delivery ON webhook_attempts (delivery_id, id)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['attempts', 'deliveries', 'messages', 'secrets', 'endpoints'])
      await db.query(`DROP TABLE webhook_${table}`);
  }
}
