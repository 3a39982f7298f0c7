import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import { noCertificate } from '../certificates.errors.js';
import type { CertificateStatus } from '../certificate-status.js';
import { notListable } from './directory.errors.js';
import type { Reach } from './directory.schemas.js';

/** Puts one certificate of the holder into the directory, or takes it out. Each choice stays on record with its time. */
@Injectable()
export class ChooseListing {
  constructor(private readonly db: Database) {}

  /** Taking it out is always possible. @throws not_found · not_listable */
  async execute(personId: string, number: string, reach: Reach): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.lock(`certificates.listing ${number}`);
      const found = await tx.row<{ id: string; kind: string; status: CertificateStatus }>(
        `SELECT c.id, c.claim #>> '{award,kind}' AS kind, s.status
         FROM certificates c JOIN certificate_standing s ON s.certificate_id = c.id
         WHERE c.number = $1 AND c.person_id = $2`,
        [number, personId],
      );
      if (!found) throw noCertificate();
      if (reach !== 'nobody' && (found.kind !== 'certification' || found.status !== 'valid')) throw notListable();
      await tx.rows(
        `UPDATE directory_listings SET ended_at = now() WHERE certificate_id = $1 AND ended_at IS NULL AND reach <> $2`,
        [found.id, reach],
      );
      if (reach === 'nobody') return;
      await tx.rows(
        `INSERT INTO directory_listings (id, certificate_id, person_id, reach) VALUES ($1, $2, $3, $4)
         ON CONFLICT (certificate_id) WHERE ended_at IS NULL DO NOTHING`,
        [newId(), found.id, personId, reach],
      );
    });
  }
}
