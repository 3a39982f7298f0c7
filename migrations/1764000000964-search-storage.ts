import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is looked through stands in the row: fetched from elsewhere, it made a search for rare words in 10,000 lessons ten times as long. */
export class SearchStorage1764000000964 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE search_documents ALTER vector SET STORAGE MAIN, ALTER text SET STORAGE EXTERNAL');
    // Written anew: the storage of a row is chosen when it is written.
    await db.query(`UPDATE search_documents SET vector = (vector::text)::tsvector, text = text || ''`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE search_documents ALTER vector SET STORAGE EXTENDED, ALTER text SET STORAGE EXTENDED');
  }
}
