import { Injectable } from '@nestjs/common';
import { ApplicationQueries } from '../applications/application.queries.js';
import { noCertificate } from '../certificates.errors.js';
import { Database, type Tx } from '../../database/index.js';
import { StandingCertificate } from '../lifecycle/standing-certificate.js';
import { Clock, notFound } from '../../shared/index.js';
import { appealable } from './case.js';
import { notAppealable } from './case.errors.js';
import { OpenCase } from './open-case.js';

export interface Appeal {
  personId: string;
  /** What was decided: a refused application, or a certificate that is suspended or revoked. */
  against: { applicationId: string } | { number: string };
  text: string;
}

/** Asks people who did not take part to look at a decision again. */
@Injectable()
export class SubmitAppeal {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly applications: ApplicationQueries,
    private readonly certificates: StandingCertificate,
    private readonly opening: OpenCase,
  ) {}

  /** @throws not_found · not_appealable · case_open */
  execute({ personId, against, text }: Appeal): Promise<{ id: string }> {
    return this.db.transaction(async (tx) => {
      const about =
        'number' in against
          ? await this.certificate(against.number, personId, tx)
          : await this.application(against.applicationId, personId, tx);
      return this.opening.execute(tx, { kind: 'appeal', ...about, text, by: personId });
    });
  }

  private async application(applicationId: string, personId: string, tx: Tx) {
    const application = await this.applications.locked(applicationId, tx);
    if (application?.personId !== personId) throw notFound('application');
    const { status, closedAt } = application;
    if (status !== 'refused' || !appealable(closedAt!, await this.clock.now(tx))) throw notAppealable();
    return { applicationId };
  }

  private async certificate(number: string, personId: string, tx: Tx) {
    const certificate = await this.certificates.locked(tx, number);
    if (certificate.personId !== personId) throw noCertificate();
    const { status, revokedAt, id: certificateId } = certificate;
    const isRecent = status === 'revoked' && appealable(revokedAt!, await this.clock.now(tx));
    if (status !== 'suspended' && !isRecent) throw notAppealable();
    return { certificateId };
  }
}
