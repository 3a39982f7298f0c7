import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Procedures } from '../procedures/procedures.js';
import { AssignLearner } from './assign-learner.js';
import { GrantAuthority } from './grant-authority.js';

interface DemoPeople {
  admin: string;
  preceptor: string;
  learner: string;
}

/** Gives the preceptor of the demo authority for everything and the demo's learner, once. */
@Injectable()
export class SeedDemoPractice {
  constructor(
    private readonly db: Database,
    private readonly procedures: Procedures,
    private readonly granting: GrantAuthority,
    private readonly assigning: AssignLearner,
  ) {}

  /** @param people the e-mail addresses of the demo's people */
  execute(people: DemoPeople): Promise<void> {
    return this.db.transaction(async (tx) => {
      // Nodes that begin together seed once.
      await tx.lock('eligibility.seed-demo-practice');
      await this.seed(people);
    });
  }

  private async seed({ admin, preceptor, learner }: DemoPeople): Promise<void> {
    const known = await this.db.row<{ by: string; from: string; until: string; isSeeded: boolean }>(
      `SELECT p.id AS by, (current_date - 30)::text AS from, (current_date + 335)::text AS until,
         EXISTS (SELECT FROM preceptor_authorities) AS "isSeeded"
       FROM people p WHERE p.email = $1`,
      [admin],
    );
    const procedures = (await this.procedures.all()).map(({ slug }) => slug);
    if (!known || known.isSeeded || procedures.length === 0) return;
    const { by, from: fromOn, until: untilOn } = known;
    const reason = 'The demo begins with a preceptor and a learner.';
    await this.granting.execute({ email: preceptor, procedures, fromOn, untilOn, licenceUntil: untilOn, reason, by });
    await this.assigning.execute({ email: preceptor, learner, reason, by });
  }
}
