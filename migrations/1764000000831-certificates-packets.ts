import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Packets: links that open what a holder shows an insurer or employer, for a time; and who opened them. */
export class CertificatesPackets1764000000831 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // A packet shows what is true now of somebody with an account: it goes with the account.
    await db.query(`
      CREATE TABLE packets (
        id uuid NOT NULL CONSTRAINT pk_packets PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT fk_packets_person REFERENCES people (id) ON DELETE CASCADE,
        token_hash bytea NOT NULL CONSTRAINT uq_packets_token UNIQUE,
        recipient text NOT NULL CONSTRAINT ck_packets_recipient CHECK (length(recipient) BETWEEN 1 AND 200),
        shows text[] NOT NULL CONSTRAINT ck_packets_shows CHECK (shows <@ ARRAY['licence', 'practice', 'hours']),
        created_at timestamptz NOT NULL DEFAULT now(),
        until timestamptz NOT NULL,
        withdrawn_at timestamptz,
        CONSTRAINT ck_packets_until CHECK (until > created_at AND until <= created_at + interval '90 days')
      )`);
    await db.query('CREATE INDEX ix_packets_person ON packets (person_id, id)');
    await db.query(`
      CREATE TABLE packet_certificates (
        packet_id uuid NOT NULL CONSTRAINT fk_packet_certificates_packet REFERENCES packets (id) ON DELETE CASCADE,
        certificate_id uuid NOT NULL CONSTRAINT fk_packet_certificates_certificate REFERENCES certificates (id),
        CONSTRAINT pk_packet_certificates PRIMARY KEY (packet_id, certificate_id)
      )`);
    await db.query(`
      CREATE TABLE packet_openings (
        id uuid NOT NULL CONSTRAINT pk_packet_openings PRIMARY KEY,
        packet_id uuid NOT NULL CONSTRAINT fk_packet_openings_packet REFERENCES packets (id) ON DELETE CASCADE,
        face text NOT NULL CONSTRAINT ck_packet_openings_face CHECK (face IN ('page', 'json', 'pdf', 'zip')),
        network text NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query('CREATE INDEX ix_packet_openings_packet ON packet_openings (packet_id, id)');
    for (const table of ['packet_openings', 'packet_certificates']) {
      await db.query(`
        CREATE TRIGGER ${table}_stay BEFORE UPDATE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['packet_openings', 'packet_certificates', 'packets']) await db.query(`DROP TABLE ${table}`);
  }
}
