import { Injectable } from '@nestjs/common';
import type { ApplicationKind } from '../applications/next-cycle.js';
import type { Runner } from '../../database/index.js';
import type { Evidence } from './evidence.js';
import { EvidenceQueries } from './evidence.queries.js';
import { allMet, progressOf, type RequirementState } from './progress.js';
import type { Certification } from './requirements.js';

/** How one person stands towards a certification at one instant. */
export interface CandidateState {
  evidence: Evidence;
  requirements: RequirementState[];
  met: boolean;
}

@Injectable()
export class CandidateStates {
  constructor(private readonly evidence: EvidenceQueries) {}

  async of(
    personId: string,
    certification: Certification,
    { cycle, kind }: { cycle: number; kind: ApplicationKind },
    now: Date,
    runner?: Runner,
  ): Promise<CandidateState> {
    const evidence = await this.evidence.of(personId, certification, cycle, now, runner);
    const requirements = progressOf(certification, kind, evidence);
    return { evidence, requirements, met: allMet(requirements) };
  }
}
