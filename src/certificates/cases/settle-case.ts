import { Injectable } from '@nestjs/common';
import { AssessApplication } from '../applications/assess-application.js';
import { Database } from '../../database/index.js';
import { type Fact, OnFact } from '../../jobs/index.js';
import { ReinstateCertificate } from '../lifecycle/reinstate-certificate.js';
import { ReissueCertificate } from '../lifecycle/reissue-certificate.js';
import { SuspendCertificate, type SuspensionCause } from '../lifecycle/suspend-certificate.js';
import { unlessDone } from '../lifecycle/unless-done.js';
import { type Case, CaseQueries } from './case.queries.js';

/** What follows from a case that was upheld. A fact may come twice: what is done already stays done. */
@Injectable()
export class SettleCase {
  constructor(
    private readonly db: Database,
    private readonly cases: CaseQueries,
    private readonly assessing: AssessApplication,
    private readonly suspending: SuspendCertificate,
    private readonly reinstating: ReinstateCertificate,
    private readonly reissuing: ReissueCertificate,
  ) {}

  @OnFact('case.upheld', 'certificates.case-upheld')
  async handle({ data }: Pick<Fact<{ caseId: string }>, 'data'>): Promise<void> {
    const found = (await this.cases.byId(data.caseId))!;
    const by = (await this.decider(found.id))!;
    const reason = found.answer!;
    if (found.applicationId) await this.reopen(found.applicationId);
    else if (found.kind === 'name') await this.reissue(found, { kind: 'name', name: found.wanted! }, by);
    else if (found.kind === 'complaint')
      await this.suspending.execute({ number: found.number!, cause: 'complaint', reason, by }).catch(unlessDone);
    else await this.restore(found, by);
  }

  /** The application goes to those who decide once more; not, if the candidate has applied again meanwhile. */
  private async reopen(applicationId: string): Promise<void> {
    await this.db.rows(
      `UPDATE applications a SET status = 'open', closed_at = NULL, ready_at = NULL, evidence = NULL
       WHERE a.id = $1 AND a.status = 'refused' AND NOT EXISTS (
         SELECT FROM applications n WHERE n.person_id = a.person_id AND n.award_id = a.award_id AND n.id > a.id)`,
      [applicationId],
    );
    await this.assessing.execute(applicationId);
  }

  /** A revoked certificate stays revoked and is issued anew; a suspension ends, save for the licence, which is no judgement. */
  private async restore(found: Case, by: string): Promise<void> {
    await this.reissue(found, { kind: 'anew' }, by);
    for (const cause of ['safety', 'complaint', 'decision'] satisfies SuspensionCause[])
      await this.reinstating.execute({ number: found.number!, cause, reason: found.answer!, by }).catch(unlessDone);
  }

  private async reissue(
    { number, answer }: Case,
    correction: Parameters<ReissueCertificate['execute']>[0]['correction'],
    by: string,
  ) {
    await this.reissuing.execute({ number: number!, correction, reason: answer!, by }).catch(unlessDone);
  }

  private async decider(id: string): Promise<string | undefined> {
    const row = await this.db.row<{ by: string }>('SELECT decided_by AS by FROM certificate_cases WHERE id = $1', [id]);
    return row?.by;
  }
}
