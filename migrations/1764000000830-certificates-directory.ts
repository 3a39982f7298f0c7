import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wants to be found: a holder's choice for one certificate, from when until when. */
export class CertificatesDirectory1764000000830 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // With the account goes the wish to be found; the certificate stays.
    await db.query(`
      CREATE TABLE directory_listings (
        id uuid NOT NULL CONSTRAINT pk_directory_listings PRIMARY KEY,
        certificate_id uuid NOT NULL CONSTRAINT fk_directory_listings_certificate REFERENCES certificates (id),
        person_id uuid NOT NULL CONSTRAINT fk_directory_listings_person REFERENCES people (id) ON DELETE CASCADE,
        reach text NOT NULL CONSTRAINT ck_directory_listings_reach CHECK (reach IN ('directory', 'engines')),
        listed_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz,
        CONSTRAINT ck_directory_listings_ended CHECK (ended_at >= listed_at)
      )`);
    await db.query(
      `CREATE UNIQUE INDEX uq_directory_listings_open ON directory_listings (certificate_id) WHERE ended_at IS NULL`,
    );
    await db.query('CREATE INDEX ix_directory_listings_person ON directory_listings (person_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE directory_listings');
  }
}
