import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the events and the mails of one order without reading all of them. */
export class OrderDesk1764000000622 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX ix_stripe_events_object ON stripe_events ((body #>> '{data,object,id}'))`);
    await db.query(`CREATE INDEX ix_stripe_events_intent ON stripe_events ((body #>> '{data,object,payment_intent}'))`);
    await db.query(
      `CREATE INDEX ix_stripe_events_order ON stripe_events ((body #>> '{data,object,metadata,order_id}'))`,
    );
    await db.query('CREATE INDEX ix_mails_to ON mails (to_email, created_at)');
    await db.query('CREATE INDEX ix_orders_created_at ON orders (created_at DESC, id DESC)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const index of [
      'ix_orders_created_at',
      'ix_mails_to',
      'ix_stripe_events_order',
      'ix_stripe_events_intent',
      'ix_stripe_events_object',
    ]) {
      await db.query(`DROP INDEX ${index}`);
    }
  }
}
