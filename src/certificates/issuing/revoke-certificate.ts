import { Injectable } from '@nestjs/common';
import { alreadyRevoked, noCertificate } from '../certificates.errors.js';
import type { Claim } from '../credential/claim.js';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { PeopleQueries } from '../../users/index.js';
import { CertificateMails } from './certificate-mails.js';

export interface Revocation {
  /** As stored, see parseCertificateNumber. */
  number: string;
  reason: string;
  /** The admin who decided. */
  by: string;
}

/** Takes a certificate back, for good. It shows at once; there is no way to un-revoke, only to issue anew. */
@Injectable()
export class RevokeCertificate {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
    private readonly people: PeopleQueries,
    private readonly mails: CertificateMails,
  ) {}

  /** @throws not_found · already_revoked */
  execute({ number, reason, by }: Revocation): Promise<{ revokedAt: Date }> {
    return this.db.transaction(async (tx) => {
      const certificate = await tx.row<{ id: string; personId: string; claim: Claim }>(
        'SELECT id, person_id AS "personId", claim FROM certificates WHERE number = $1',
        [number],
      );
      if (!certificate) throw noCertificate();
      const revocation = await tx.row<{ revokedAt: Date }>(
        `INSERT INTO revocations (certificate_id, by, reason) VALUES ($1, $2, $3)
         ON CONFLICT (certificate_id) DO NOTHING RETURNING at AS "revokedAt"`,
        [certificate.id, by, reason],
      );
      if (!revocation) throw alreadyRevoked();
      this.facts.record(tx, 'certificate.revoked', { certificateId: certificate.id, number });
      const holder = await this.people.byId(certificate.personId, tx);
      if (holder) await this.mails.revoked(tx, certificate.id, holder, certificate.claim, reason);
      return revocation;
    });
  }
}
