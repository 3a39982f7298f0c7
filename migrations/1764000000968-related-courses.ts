import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The courses that an article names as going further. */
export class RelatedCourses1764000000968 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE articles ADD COLUMN related text[] NOT NULL DEFAULT '{}'`);
    await db.query('CREATE INDEX ix_lessons_article ON lessons (article_slug) WHERE article_slug IS NOT NULL');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX ix_lessons_article');
    await db.query('ALTER TABLE articles DROP COLUMN related');
  }
}
