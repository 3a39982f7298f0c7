import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CertificationQueries } from '../certifications/certification.queries.js';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { Clock, newId, notFound } from '../../shared/index.js';
import { ApplicationQueries } from './application.queries.js';
import { evaluatedAlready, notYetRenewable } from './applications.errors.js';
import { nextCycle } from './next-cycle.js';

/** What is asked of everybody at the end of a programme, each from 1 (not at all) to 5 (fully). */
export const evaluationQuestions = {
  objectives: 'The programme taught what it said it would.',
  practice: 'I will change something in my practice because of it.',
  balance: 'It was free of advertising and treated products even-handedly.',
  level: 'It was at the right level for my profession.',
} as const;

const oneOfFive = 'Choose one of the five.';
const answer = z.coerce.number(oneOfFive).int(oneOfFive).min(1, oneOfFive).max(5, oneOfFive);
export const evaluationSchema = z.strictObject({
  objectives: answer,
  practice: answer,
  balance: answer,
  level: answer,
  comment: z.string().trim().max(2000, 'Use at most 2,000 characters.').default(''),
});

/** Takes the evaluation of a programme, once per cycle; it cannot be changed afterwards. */
@Injectable()
export class GiveEvaluation {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly certifications: CertificationQueries,
    private readonly applications: ApplicationQueries,
    private readonly facts: Facts,
  ) {}

  /** @throws not_found · not_yet_renewable · already_evaluated */
  async execute(personId: string, slug: string, answers: z.infer<typeof evaluationSchema>): Promise<void> {
    const certification = await this.certifications.bySlug(slug);
    if (!certification) throw notFound('certification');
    await this.db.transaction(async (tx) => {
      const latest = await this.applications.latestCertificate(personId, certification.id, tx);
      const next = nextCycle(latest, certification.requirements, await this.clock.now(tx));
      if ('notBefore' in next) throw notYetRenewable(next.notBefore);
      const written = await tx.rows(
        `INSERT INTO evaluations (id, person_id, award_id, cycle, answers) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT ON CONSTRAINT uq_evaluations_person DO NOTHING RETURNING id`,
        [newId(), personId, certification.id, next.cycle, JSON.stringify(answers)],
      );
      if (written.length === 0) throw evaluatedAlready();
      this.facts.record(tx, 'evaluation.given', { personId });
    });
  }
}
