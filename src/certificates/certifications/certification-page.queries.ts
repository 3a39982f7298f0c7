import { Injectable } from '@nestjs/common';
import { type Application, ApplicationQueries, type Decision } from '../applications/application.queries.js';
import { type ApplicationKind, nextCycle } from '../applications/next-cycle.js';
import { Procedures } from '../../eligibility/index.js';
import { Clock, notFound } from '../../shared/index.js';
import { CandidateStates } from './candidate-states.js';
import { CertificationQueries } from './certification.queries.js';
import type { RequirementState } from './progress.js';
import type { Certification } from './requirements.js';

/** How somebody stands towards a certification: what they may apply for, and what is missing. */
export interface Candidacy {
  kind: ApplicationKind;
  requirements: RequirementState[];
  met: boolean;
}

export interface CertificationPage {
  certification: Certification;
  /** Titles of procedures by slug. */
  procedures: Record<string, string>;
  /** For who is signed in and may apply. */
  candidacy: Candidacy | null;
  /** When somebody whose certificate stands can renew. */
  renewableFrom: Date | null;
  application: Application | null;
  decisions: Decision[];
  /** The latest certificate of this person for it. */
  number: string | null;
}

@Injectable()
export class CertificationPageQueries {
  constructor(
    private readonly clock: Clock,
    private readonly certifications: CertificationQueries,
    private readonly applications: ApplicationQueries,
    private readonly candidates: CandidateStates,
    private readonly catalogue: Procedures,
  ) {}

  /** @throws not_found */
  async of(slug: string, personId: string | null): Promise<CertificationPage> {
    const certification = await this.certifications.bySlug(slug);
    if (!certification) throw notFound('certification');
    const procedures = Object.fromEntries((await this.catalogue.all()).map(({ slug: one, title }) => [one, title]));
    const nothing = { candidacy: null, renewableFrom: null, application: null, decisions: [], number: null };
    if (!personId) return { certification, procedures, ...nothing };
    const now = await this.clock.now();
    const latest = await this.applications.latestCertificate(personId, certification.id);
    const application = (await this.applications.lastOf(personId, certification.id)) ?? null;
    const shown = {
      certification,
      procedures,
      application,
      decisions: application ? await this.applications.decisions(application.id) : [],
      number: latest?.number ?? null,
    };
    const next = nextCycle(latest, certification.requirements, now);
    if ('notBefore' in next) return { ...shown, candidacy: null, renewableFrom: next.notBefore };
    const { requirements, met } = await this.candidates.of(personId, certification, next, now);
    return { ...shown, candidacy: { kind: next.kind, requirements, met }, renewableFrom: null };
  }
}
