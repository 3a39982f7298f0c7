import { Injectable } from '@nestjs/common';
import type { EarnedAward } from '../awards/award.js';
import { EarnedAwardQueries } from '../awards/earned-awards.queries.js';
import { Database } from '../../database/index.js';
import { type Fact, OnFact } from '../../jobs/index.js';
import { PeopleQueries, type Person } from '../../users/index.js';
import { CertificateMails } from './certificate-mails.js';
import { WriteCertificate } from './write-certificate.js';

/** Issues every certificate of completion a person has earned and does not have. May run as often and as concurrently as it likes. */
@Injectable()
export class IssueCertificates {
  constructor(
    private readonly db: Database,
    private readonly people: PeopleQueries,
    private readonly awards: EarnedAwardQueries,
    private readonly writing: WriteCertificate,
    private readonly mails: CertificateMails,
  ) {}

  @OnFact('course.completed', 'certificates.issue')
  async handle({ data }: Pick<Fact<{ personId: string }>, 'data'>): Promise<void> {
    await this.execute(data.personId);
  }

  /** Answers with the numbers that were issued by this very call. */
  async execute(personId: string): Promise<string[]> {
    const holder = await this.people.byId(personId);
    if (!holder) return [];
    const issued: string[] = [];
    for (const award of await this.awards.unissued(personId)) {
      const number = await this.issue(holder, award);
      if (number) issued.push(number);
    }
    return issued;
  }

  private async issue(holder: Person, { courses, cycle, ...award }: EarnedAward): Promise<string | undefined> {
    const says = () => ({ courses, validUntil: null });
    const prepared = await this.writing.prepare({ holder, award, cycle, issue: 1, replaces: null, says });
    return this.db.transaction(async (tx) => {
      if (!(await this.writing.keep(tx, prepared))) return undefined;
      await this.mails.issued(tx, prepared.id, holder, prepared.claim);
      return prepared.claim.number;
    });
  }
}
