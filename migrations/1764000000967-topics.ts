import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a course is about, to choose by. */
export class Topics1764000000967 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE editions ADD COLUMN topics text[] NOT NULL DEFAULT '{}'`);
    await db.query('CREATE INDEX ix_lessons_preview ON lessons (edition_id) WHERE preview');
    await db.query(`CREATE INDEX ix_products_on_sale ON products (kind, created_at, id) WHERE status = 'published'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX ix_products_on_sale');
    await db.query('DROP INDEX ix_lessons_preview');
    await db.query('ALTER TABLE editions DROP COLUMN topics');
  }
}
