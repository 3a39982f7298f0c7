import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import { alreadyAssigned, noSuchLearner } from '../practice.errors.js';
import { preceptorBy } from './preceptor-by.js';

interface Assignment {
  /** Of the preceptor. */
  email: string;
  /** The learner's address. */
  learner: string;
  reason: string;
  by: string;
}

/** Gives a learner to a preceptor: only what they did is theirs to sign. */
@Injectable()
export class AssignLearner {
  constructor(private readonly db: Database) {}

  /** @throws no_such_preceptor, no_such_learner, already_assigned */
  execute({ email, learner, reason, by }: Assignment): Promise<{ id: string }> {
    return this.db.transaction(async (tx) => {
      const preceptorId = await preceptorBy(tx, email);
      const person = await tx.row<{ id: string }>('SELECT id FROM people WHERE lower(email) = lower($1)', [learner]);
      if (!person || person.id === preceptorId) throw noSuchLearner();
      await tx.lock(`assignment:${preceptorId}:${person.id}`);
      const standing = await tx.row(
        `SELECT FROM preceptor_assignments a WHERE a.preceptor_id = $1 AND a.learner_id = $2
         AND NOT EXISTS (SELECT FROM preceptor_assignment_ends e WHERE e.assignment_id = a.id)`,
        [preceptorId, person.id],
      );
      if (standing) throw alreadyAssigned();
      const id = newId();
      await tx.rows(
        `INSERT INTO preceptor_assignments (id, preceptor_id, learner_id, reason, assigned_by) VALUES ($1, $2, $3, $4, $5)`,
        [id, preceptorId, person.id, reason, by],
      );
      return { id };
    });
  }
}
