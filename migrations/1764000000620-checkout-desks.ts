import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What staff decide on: reviews that can be about one thing each and are resolved by somebody, events that failed. */
export class CheckoutDesks1764000000620 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE order_reviews
        DROP CONSTRAINT pk_order_reviews,
        ADD id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT pk_order_reviews PRIMARY KEY,
        ADD subject text NOT NULL DEFAULT '',
        ADD CONSTRAINT uq_order_reviews_subject UNIQUE (order_id, reason, subject)`);
    await db.query(`
      CREATE TABLE review_resolutions (
        review_id uuid NOT NULL CONSTRAINT pk_review_resolutions PRIMARY KEY
          CONSTRAINT fk_review_resolutions_review REFERENCES order_reviews (id),
        at timestamptz NOT NULL DEFAULT now(),
        by uuid NOT NULL CONSTRAINT fk_review_resolutions_person REFERENCES people (id),
        note text NOT NULL CONSTRAINT ck_review_resolutions_note CHECK (length(note) BETWEEN 1 AND 2000)
      )`);
    await db.query(`CREATE TRIGGER review_resolutions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON review_resolutions
                    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await db.query(`
      ALTER TABLE stripe_events
        ADD tries int NOT NULL DEFAULT 0,
        ADD error text,
        ADD tried_at timestamptz`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE stripe_events DROP tries, DROP error, DROP tried_at');
    await db.query('DROP TABLE review_resolutions');
    await db.query(`
      ALTER TABLE order_reviews
        DROP CONSTRAINT uq_order_reviews_subject,
        DROP CONSTRAINT pk_order_reviews,
        DROP id,
        DROP subject,
        ADD CONSTRAINT pk_order_reviews PRIMARY KEY (order_id, reason)`);
  }
}
