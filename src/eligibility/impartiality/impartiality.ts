import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import { Config } from '../../shared/index.js';

/** Keeps who taught somebody from deciding about them. */
@Injectable()
export class Impartiality {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  /** Why this examiner must not decide about this learner now, as a sentence; null if nothing stands against it. */
  async between(examinerId: string, learnerId: string, now: Date, runner: Runner = this.db): Promise<string | null> {
    if (examinerId === learnerId) return 'Nobody decides about themselves.';
    const months = this.config.values.IMPARTIALITY_MONTHS;
    const ties = (await runner.row<{ signed: boolean; assigned: boolean }>(
      `SELECT EXISTS (SELECT FROM sign_offs s JOIN logbook_entries e ON e.id = s.entry_id
         WHERE s.preceptor_id = $1 AND e.person_id = $2 AND s.decided_at > t.since) AS signed,
       EXISTS (SELECT FROM preceptor_assignments a LEFT JOIN preceptor_assignment_ends x ON x.assignment_id = a.id
         WHERE a.preceptor_id = $1 AND a.learner_id = $2 AND (x.ended_at IS NULL OR x.ended_at > t.since)) AS assigned
       FROM (SELECT $3::timestamptz - make_interval(months => $4) AS since) t`,
      [examinerId, learnerId, now, months],
    ))!;
    if (ties.signed) return `They signed practical work of this learner within ${months} months.`;
    if (ties.assigned) return `They were this learner's preceptor within ${months} months.`;
    return null;
  }
}
