import { Injectable } from '@nestjs/common';
import { CertificationQueries } from '../certifications/certification.queries.js';
import { Database, type Tx } from '../../database/index.js';
import { Impartiality } from '../../eligibility/index.js';
import { Facts } from '../../jobs/index.js';
import { Clock, newId, notFound } from '../../shared/index.js';
import { type Application, ApplicationQueries } from './application.queries.js';
import { alreadyDecided, decidedByOthers, notImpartial, notReady, ownApplication } from './applications.errors.js';
import { ApplicationMails } from './application-mails.js';
import { AssessApplication } from './assess-application.js';

export interface Verdict {
  applicationId: string;
  verdict: 'grant' | 'refuse';
  reason: string;
  /** Who decides. */
  by: string;
}

/** One person's decision on an application. One refusal refuses; as many grants as the certification asks for grant. */
@Injectable()
export class DecideApplication {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly applications: ApplicationQueries,
    private readonly certifications: CertificationQueries,
    private readonly assessing: AssessApplication,
    private readonly impartiality: Impartiality,
    private readonly facts: Facts,
    private readonly mails: ApplicationMails,
  ) {}

  /** @throws not_found · own_application · not_impartial · application_closed · not_ready · already_decided */
  async execute(given: Verdict): Promise<{ status: Application['status'] }> {
    const outcome = await this.db.transaction(async (tx) => {
      const application = await this.applications.locked(given.applicationId, tx);
      if (!application) throw notFound('application');
      await this.mayDecide(application, given.by, tx);
      // What is found no longer to hold stays found, although nothing is decided.
      if (!(await this.assessing.assess(application, tx)).met) return undefined;
      return { status: await this.record(application, given, tx) };
    });
    if (!outcome) throw notReady();
    return outcome;
  }

  private async mayDecide({ id, personId, status }: Application, by: string, tx: Tx): Promise<void> {
    if (personId === by) throw ownApplication();
    if (status === 'open') throw notReady();
    if (status !== 'ready') throw decidedByOthers();
    const taught = await this.impartiality.between(by, personId, await this.clock.now(tx), tx);
    if (taught) throw notImpartial(taught);
    if (await this.decidedBeforeAppeal(id, by, tx)) throw notImpartial('You decided on it before the appeal.');
  }

  /** Who decided an application does not decide it again after an appeal was upheld. */
  private async decidedBeforeAppeal(applicationId: string, by: string, tx: Tx): Promise<boolean> {
    const found = await tx.row(
      `SELECT 1 FROM application_decisions d JOIN certificate_cases k ON k.application_id = d.application_id
       WHERE d.application_id = $1 AND d.by = $2 AND k.outcome = 'upheld' AND d.at < k.decided_at`,
      [applicationId, by],
    );
    return found !== undefined;
  }

  private async record(
    application: Application,
    { verdict, reason, by }: Verdict,
    tx: Tx,
  ): Promise<Application['status']> {
    const written = await tx.rows(
      `INSERT INTO application_decisions (id, application_id, verdict, reason, by, ready_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (application_id, by, ready_at) DO NOTHING RETURNING id`,
      [newId(), application.id, verdict, reason, by, application.readyAt],
    );
    if (written.length === 0) throw alreadyDecided();
    const certification = (await this.certifications.byId(application.awardId))!;
    const grants = (await this.applications.decisions(application.id, tx)).filter((one) => one.counts);
    const status =
      verdict === 'refuse' ? 'refused' : grants.length >= certification.requirements.eyes ? 'granted' : 'ready';
    if (status === 'ready') return status;
    await tx.rows('UPDATE applications SET status = $2, closed_at = now() WHERE id = $1', [application.id, status]);
    this.facts.record(tx, `certification.${status}`, { applicationId: application.id });
    const about = { applicationId: application.id, personId: application.personId, certification };
    if (status === 'refused') await this.mails.refused(tx, about, reason);
    return status;
  }
}
