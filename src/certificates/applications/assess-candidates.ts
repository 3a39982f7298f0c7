import { Injectable } from '@nestjs/common';
import { type Fact, OnFact } from '../../jobs/index.js';
import { ApplicationQueries } from './application.queries.js';
import { AssessApplication } from './assess-application.js';

type About = Pick<Fact<{ personId: string }>, 'data'>;

/** Whatever changes what a person can show, their pending applications are compared with it. */
@Injectable()
export class AssessCandidates {
  constructor(
    private readonly applications: ApplicationQueries,
    private readonly assessing: AssessApplication,
  ) {}

  async execute(personId: string): Promise<void> {
    for (const { id } of await this.applications.pendingOf(personId)) await this.assessing.execute(id);
  }

  @OnFact('certification.applied', 'certificates.assess-applied')
  async applied({ data }: About): Promise<void> {
    await this.execute(data.personId);
  }

  @OnFact('course.completed', 'certificates.assess-completed')
  async completed({ data }: About): Promise<void> {
    await this.execute(data.personId);
  }

  @OnFact('course.reopened', 'certificates.assess-reopened')
  async reopened({ data }: About): Promise<void> {
    await this.execute(data.personId);
  }

  @OnFact('attempt.graded', 'certificates.assess-graded')
  async graded({ data }: About): Promise<void> {
    await this.execute(data.personId);
  }

  @OnFact('attempt.regraded', 'certificates.assess-regraded')
  async regraded({ data }: About): Promise<void> {
    await this.execute(data.personId);
  }

  @OnFact('attempt.voided', 'certificates.assess-voided')
  async voided({ data }: About): Promise<void> {
    await this.execute(data.personId);
  }

  @OnFact('licence.verified', 'certificates.assess-verified')
  async verified({ data }: About): Promise<void> {
    await this.execute(data.personId);
  }

  @OnFact('licence.lapsed', 'certificates.assess-lapsed')
  async lapsed({ data }: About): Promise<void> {
    await this.execute(data.personId);
  }

  @OnFact('practice.signed', 'certificates.assess-signed')
  async signed({ data }: About): Promise<void> {
    await this.execute(data.personId);
  }

  @OnFact('practice.discounted', 'certificates.assess-discounted')
  async discounted({ data }: About): Promise<void> {
    await this.execute(data.personId);
  }

  @OnFact('hours.counted', 'certificates.assess-counted')
  async counted({ data }: About): Promise<void> {
    await this.execute(data.personId);
  }

  @OnFact('recall.reached', 'certificates.assess-recalled')
  async recalled({ data }: About): Promise<void> {
    await this.execute(data.personId);
  }

  @OnFact('recall.settled', 'certificates.assess-recall-settled')
  async settled({ data }: About): Promise<void> {
    await this.execute(data.personId);
  }

  @OnFact('evaluation.given', 'certificates.assess-evaluated')
  async evaluated({ data }: About): Promise<void> {
    await this.execute(data.personId);
  }
}
