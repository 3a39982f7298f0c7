import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';

export interface ProcedureCount {
  procedure: string;
  signed: number;
  /** The day of the last one, YYYY-MM-DD. */
  last: string;
}

/** How many procedures of each kind were signed for somebody. What was signed under a revoked authority is not counted. */
@Injectable()
export class PracticeCounts {
  constructor(private readonly db: Database) {}

  of(personId: string, runner: Runner = this.db): Promise<ProcedureCount[]> {
    return runner.rows(
      `SELECT e.procedure, count(*) AS signed, max(e.performed_on) AS last
       FROM logbook_entries e JOIN sign_offs s ON s.entry_id = e.id AND s.decision = 'signed'
       WHERE e.person_id = $1 AND NOT EXISTS (
         SELECT FROM preceptor_authority_ends x WHERE x.authority_id = s.authority_id AND x.kind = 'revoked')
       GROUP BY e.procedure ORDER BY e.procedure`,
      [personId],
    );
  }
}
