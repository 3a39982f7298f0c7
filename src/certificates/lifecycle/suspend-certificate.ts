import { Injectable } from '@nestjs/common';
import { alreadySuspended, notStanding } from '../certificates.errors.js';
import { Database } from '../../database/index.js';
import { CertificateMails } from '../issuing/certificate-mails.js';
import { Facts } from '../../jobs/index.js';
import { newId } from '../../shared/index.js';
import { StandingCertificate } from './standing-certificate.js';

/** Why a certificate can be suspended; each cause is lifted by itself, and the certificate stands when none is left. */
export const suspensionCauses = ['licence', 'safety', 'complaint', 'decision'] as const;
export type SuspensionCause = (typeof suspensionCauses)[number];

export interface Suspension {
  number: string;
  cause: SuspensionCause;
  reason: string;
  /** Null when the product found the cause itself, for example a licence that ended. */
  by: string | null;
}

/** Takes a certificate out of use until the cause is gone. It shows on the public page at once and can be undone. */
@Injectable()
export class SuspendCertificate {
  constructor(
    private readonly db: Database,
    private readonly certificates: StandingCertificate,
    private readonly facts: Facts,
    private readonly mails: CertificateMails,
  ) {}

  /** @throws not_found · not_standing · already_suspended */
  async execute({ number, cause, reason, by }: Suspension): Promise<void> {
    await this.db.transaction(async (tx) => {
      const certificate = await this.certificates.locked(tx, number);
      const { id, status, holder, claim } = certificate;
      if (status !== 'valid' && status !== 'suspended') throw notStanding(status);
      const suspensionId = newId();
      const written = await tx.rows(
        `INSERT INTO suspensions (id, certificate_id, cause, reason, by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (certificate_id, cause) WHERE ended_at IS NULL DO NOTHING RETURNING id`,
        [suspensionId, id, cause, reason, by],
      );
      if (written.length === 0) throw alreadySuspended();
      this.facts.record(tx, 'certificate.suspended', { certificateId: id, number, cause });
      if (!holder) return;
      await this.mails.changed(tx, { holder, claim }, suspensionId, {
        kind: 'certificate-suspended',
        subject: `Your certificate ${number} is suspended`,
        sentences: [
          `Your certification ${claim.award.title} is suspended from now on. Whoever verifies it sees that.`,
          `The reason: ${reason}`,
          'It stands again as soon as the cause is gone. You can appeal from the page of your certificates.',
        ],
        button: 'See its page',
      });
    });
  }
}
