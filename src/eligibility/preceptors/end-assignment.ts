import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { notFound } from '../../shared/index.js';

/** Takes a learner from a preceptor at once. What was signed stays signed; a second end changes nothing. */
@Injectable()
export class EndAssignment {
  constructor(private readonly db: Database) {}

  /** @throws not_found */
  async execute({ assignmentId, reason, by }: { assignmentId: string; reason: string; by: string }): Promise<void> {
    await this.db.transaction(async (tx) => {
      const known = await tx.row('SELECT FROM preceptor_assignments WHERE id = $1', [assignmentId]);
      if (!known) throw notFound('assignment');
      await tx.rows(
        `INSERT INTO preceptor_assignment_ends (assignment_id, reason, ended_by) VALUES ($1, $2, $3)
         ON CONFLICT ON CONSTRAINT pk_preceptor_assignment_ends DO NOTHING`,
        [assignmentId, reason, by],
      );
    });
  }
}
