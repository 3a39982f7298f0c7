import { Injectable } from '@nestjs/common';
import { noCertificate } from '../certificates.errors.js';
import { Database } from '../../database/index.js';
import { RevokeCertificate } from '../issuing/revoke-certificate.js';

/** Gives back a certificate of one's own: it is revoked, for good, and says so. */
@Injectable()
export class SurrenderCertificate {
  constructor(
    private readonly db: Database,
    private readonly revoking: RevokeCertificate,
  ) {}

  /** @throws not_found · already_revoked */
  async execute({ personId, number }: { personId: string; number: string }): Promise<void> {
    const own = await this.db.row('SELECT 1 FROM certificates WHERE number = $1 AND person_id = $2', [
      number,
      personId,
    ]);
    if (!own) throw noCertificate();
    await this.revoking.execute({ number, by: personId, reason: 'Given back by its holder.' });
  }
}
