import { Injectable } from '@nestjs/common';
import { CertificationQueries } from '../certifications/certification.queries.js';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { Clock, newId, notFound } from '../../shared/index.js';
import { alreadyApplied, notYetRenewable } from './applications.errors.js';
import { ApplicationQueries } from './application.queries.js';
import { nextCycle } from './next-cycle.js';

/** Applies for a certification; at any time, so that the last requirement that is met can settle it. */
@Injectable()
export class SubmitApplication {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly certifications: CertificationQueries,
    private readonly applications: ApplicationQueries,
    private readonly facts: Facts,
  ) {}

  /** @throws not_found · not_yet_renewable · already_applied */
  async execute({ personId, slug }: { personId: string; slug: string }): Promise<{ applicationId: string }> {
    const certification = await this.certifications.bySlug(slug);
    if (!certification) throw notFound('certification');
    return this.db.transaction(async (tx) => {
      const latest = await this.applications.latestCertificate(personId, certification.id, tx);
      const next = nextCycle(latest, certification.requirements, await this.clock.now(tx));
      if ('notBefore' in next) throw notYetRenewable(next.notBefore);
      const applicationId = newId();
      const written = await tx.rows(
        `INSERT INTO applications (id, person_id, award_id, cycle, kind) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (person_id, award_id) WHERE status IN ('open', 'ready') DO NOTHING RETURNING id`,
        [applicationId, personId, certification.id, next.cycle, next.kind],
      );
      if (written.length === 0) throw alreadyApplied();
      this.facts.record(tx, 'certification.applied', { applicationId, personId });
      return { applicationId };
    });
  }
}
