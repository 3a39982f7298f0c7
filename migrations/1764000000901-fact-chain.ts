import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts in the order in which they were sealed, each hash over the one before it. */
export class FactChain1764000000901 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fact_chain (
        seq bigint NOT NULL CONSTRAINT pk_fact_chain PRIMARY KEY CONSTRAINT ck_fact_chain_seq CHECK (seq > 0),
        fact_id uuid NOT NULL CONSTRAINT uq_fact_chain_fact UNIQUE,
        hash text NOT NULL CONSTRAINT ck_fact_chain_hash CHECK (hash ~ '^[0-9a-f]{64}$'),
        sealed_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query('CREATE INDEX ix_facts_at ON facts (at)');
    await db.query(`
      CREATE TRIGGER fact_chain_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fact_chain
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE fact_chain');
    await db.query('DROP INDEX ix_facts_at');
  }
}
