import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often a payment's history was taken over from Stripe: an answer that was read before the last one is stale. */
export class PaymentReadings1764000000612 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE payment_readings (
        payment_intent text NOT NULL CONSTRAINT pk_payment_readings PRIMARY KEY,
        taken bigint NOT NULL DEFAULT 1 CONSTRAINT ck_payment_readings_taken CHECK (taken > 0),
        read_at timestamptz NOT NULL DEFAULT now()
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE payment_readings');
  }
}
