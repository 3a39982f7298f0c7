import { Injectable } from '@nestjs/common';
import { CertificationQueries } from '../certifications/certification.queries.js';
import { type CandidateState, CandidateStates } from '../certifications/candidate-states.js';
import { Database, type Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { Clock } from '../../shared/index.js';
import { type Application, ApplicationQueries } from './application.queries.js';

/** Compares a pending application with what holds now: open becomes ready, and ready becomes open again. */
@Injectable()
export class AssessApplication {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly applications: ApplicationQueries,
    private readonly certifications: CertificationQueries,
    private readonly candidates: CandidateStates,
    private readonly facts: Facts,
  ) {}

  async execute(applicationId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const application = await this.applications.locked(applicationId, tx);
      if (application && !application.closedAt) await this.assess(application, tx);
    });
  }

  /** Of a locked application; answers what it found. */
  async assess(application: Application, tx: Tx): Promise<CandidateState> {
    const certification = (await this.certifications.byId(application.awardId))!;
    const now = await this.clock.now(tx);
    const state = await this.candidates.of(application.personId, certification, application, now, tx);
    if (!state.met) {
      await tx.rows(`UPDATE applications SET status = 'open', ready_at = NULL, evidence = NULL WHERE id = $1`, [
        application.id,
      ]);
    } else if (application.status === 'open') {
      const decided = certification.requirements.eyes === 0;
      await tx.rows(`UPDATE applications SET status = $2, ready_at = $3, evidence = $4, closed_at = $5 WHERE id = $1`, [
        application.id,
        decided ? 'granted' : 'ready',
        now,
        JSON.stringify(state.evidence),
        decided ? now : null,
      ]);
      if (decided) this.facts.record(tx, 'certification.granted', { applicationId: application.id });
    }
    return state;
  }
}
