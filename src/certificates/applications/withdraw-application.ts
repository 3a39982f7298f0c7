import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { notFound } from '../../shared/index.js';
import { ApplicationMails } from './application-mails.js';
import { ApplicationQueries } from './application.queries.js';
import { CertificationQueries } from '../certifications/certification.queries.js';

/** Takes back one's own application that is not yet decided; one can apply again at any time. */
@Injectable()
export class WithdrawApplication {
  constructor(
    private readonly db: Database,
    private readonly certifications: CertificationQueries,
    private readonly applications: ApplicationQueries,
    private readonly facts: Facts,
    private readonly mails: ApplicationMails,
  ) {}

  /** @throws not_found when nothing is pending */
  async execute({ personId, slug }: { personId: string; slug: string }): Promise<void> {
    const certification = await this.certifications.bySlug(slug);
    const last = certification && (await this.applications.lastOf(personId, certification.id));
    if (!certification || !last) throw notFound('application');
    await this.db.transaction(async (tx) => {
      const application = await this.applications.locked(last.id, tx);
      if (application!.closedAt) throw notFound('application');
      await tx.rows(`UPDATE applications SET status = 'withdrawn', closed_at = now() WHERE id = $1`, [last.id]);
      this.facts.record(tx, 'certification.withdrawn', { applicationId: last.id, personId });
      await this.mails.withdrawn(tx, { applicationId: last.id, personId, certification });
    });
  }
}
