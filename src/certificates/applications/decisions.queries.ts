import { Injectable } from '@nestjs/common';
import { CandidateStates } from '../certifications/candidate-states.js';
import { CertificationQueries } from '../certifications/certification.queries.js';
import type { RequirementState } from '../certifications/progress.js';
import type { Certification } from '../certifications/requirements.js';
import { Impartiality } from '../../eligibility/index.js';
import { Clock, notFound } from '../../shared/index.js';
import { PeopleQueries } from '../../users/index.js';
import { type Application, ApplicationQueries, type Decision } from './application.queries.js';

/** Everything one needs to decide on an application, on one page. */
export interface ApplicationFile {
  application: Application;
  certification: Certification;
  candidate: { id: string; name: string };
  requirements: RequirementState[];
  decisions: Decision[];
  /** Why this viewer may not decide; null when they may. */
  barred: string | null;
}

@Injectable()
export class DecisionQueries {
  constructor(
    private readonly clock: Clock,
    private readonly applications: ApplicationQueries,
    private readonly certifications: CertificationQueries,
    private readonly candidates: CandidateStates,
    private readonly people: PeopleQueries,
    private readonly impartiality: Impartiality,
  ) {}

  /** @throws not_found */
  async file(id: string, viewerId: string): Promise<ApplicationFile> {
    const application = await this.applications.byId(id);
    const candidate = application && (await this.people.byId(application.personId));
    if (!application || !candidate) throw notFound('application');
    const certification = (await this.certifications.byId(application.awardId))!;
    const now = await this.clock.now();
    const [{ requirements }, decisions] = await Promise.all([
      this.candidates.of(candidate.id, certification, application, now),
      this.applications.decisions(id),
    ]);
    const own = viewerId === candidate.id ? 'Nobody decides on an application of their own.' : null;
    const barred = own ?? (await this.impartiality.between(viewerId, candidate.id, now));
    return {
      application,
      certification,
      candidate: { id: candidate.id, name: candidate.name },
      requirements,
      decisions,
      barred,
    };
  }
}
