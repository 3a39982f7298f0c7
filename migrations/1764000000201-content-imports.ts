import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which content was brought in last, so that a node that starts with the same need not read it again. */
export class ContentImports1764000000201 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE content_imports (
        id uuid NOT NULL CONSTRAINT pk_content_imports PRIMARY KEY,
        sha256 text NOT NULL CONSTRAINT ck_content_imports_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        imported_at timestamptz NOT NULL DEFAULT now()
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE content_imports');
  }
}
