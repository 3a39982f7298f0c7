import { Injectable } from '@nestjs/common';
import { type Application, ApplicationQueries } from '../applications/application.queries.js';
import { validUntil } from '../applications/next-cycle.js';
import { CertificationQueries } from '../certifications/certification.queries.js';
import type { Certification } from '../certifications/requirements.js';
import { Database } from '../../database/index.js';
import { type Fact, OnFact } from '../../jobs/index.js';
import { PeopleQueries } from '../../users/index.js';
import { CertificateMails } from './certificate-mails.js';
import { competenceOf } from './competence.js';
import { WriteCertificate } from './write-certificate.js';

/** Issues the certificate of a granted application, once, however often the fact comes. */
@Injectable()
export class IssueCertification {
  constructor(
    private readonly db: Database,
    private readonly people: PeopleQueries,
    private readonly applications: ApplicationQueries,
    private readonly certifications: CertificationQueries,
    private readonly writing: WriteCertificate,
    private readonly mails: CertificateMails,
  ) {}

  @OnFact('certification.granted', 'certificates.issue-certification')
  async handle({ data }: Pick<Fact<{ applicationId: string }>, 'data'>): Promise<void> {
    await this.execute(data.applicationId);
  }

  /** Answers with the number, if this call issued it. */
  async execute(applicationId: string): Promise<string | undefined> {
    const application = await this.applications.byId(applicationId);
    if (application?.status !== 'granted') return undefined;
    const holder = await this.people.byId(application.personId);
    const certification = await this.certifications.byId(application.awardId);
    if (!holder || !certification) return undefined;
    const prepared = await this.writing.prepare({ holder, ...(await this.draft(application, certification)) });
    return this.db.transaction(async (tx) => {
      if (!(await this.writing.keep(tx, prepared))) return undefined;
      await this.mails.issued(tx, prepared.id, holder, prepared.claim);
      return prepared.claim.number;
    });
  }

  private async draft({ personId, awardId, cycle, kind, evidence }: Application, certification: Certification) {
    // A renewal succeeds what still stands; a new start, after a revocation or a lapse, succeeds nothing.
    const before = kind === 'renewal' ? await this.applications.certificateBefore(personId, awardId, cycle) : undefined;
    const { requirements } = certification;
    return {
      award: { ...certification, kind: 'certification' as const },
      cycle,
      issue: 1,
      replaces: before?.id ?? null,
      says: (now: Date) => ({
        courses: evidence!.courses.flatMap(({ completed }) => completed ?? []),
        competence: competenceOf(certification, cycle, evidence!, before?.claim),
        validUntil: validUntil(now, requirements.validMonths, before?.validUntil ?? null)
          .toISOString()
          .replace('.000Z', 'Z'),
      }),
    };
  }
}
