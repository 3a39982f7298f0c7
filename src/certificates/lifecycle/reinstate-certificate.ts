import { Injectable } from '@nestjs/common';
import { notSuspended } from '../certificates.errors.js';
import { Database } from '../../database/index.js';
import { CertificateMails } from '../issuing/certificate-mails.js';
import { Facts } from '../../jobs/index.js';
import { StandingCertificate } from './standing-certificate.js';
import type { Suspension } from './suspend-certificate.js';

/** Ends one cause of a suspension. */
@Injectable()
export class ReinstateCertificate {
  constructor(
    private readonly db: Database,
    private readonly certificates: StandingCertificate,
    private readonly facts: Facts,
    private readonly mails: CertificateMails,
  ) {}

  /** @throws not_found · not_suspended */
  async execute({ number, cause, reason, by }: Suspension): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { id, holder, claim } = await this.certificates.locked(tx, number);
      const ended = await tx.row<{ id: string }>(
        `UPDATE suspensions SET ended_at = now(), ended_by = $3, ended_reason = $4
         WHERE certificate_id = $1 AND cause = $2 AND ended_at IS NULL RETURNING id`,
        [id, cause, by, reason],
      );
      if (!ended) throw notSuspended();
      const left = await tx.row('SELECT 1 FROM suspensions WHERE certificate_id = $1 AND ended_at IS NULL', [id]);
      if (left) return;
      this.facts.record(tx, 'certificate.reinstated', { certificateId: id, number });
      if (!holder) return;
      await this.mails.changed(tx, { holder, claim }, ended.id, {
        kind: 'certificate-reinstated',
        subject: `Your certificate ${number} stands again`,
        sentences: [`The suspension of your certification ${claim.award.title} has ended.`, `The reason: ${reason}`],
        button: 'See its page',
      });
    });
  }
}
