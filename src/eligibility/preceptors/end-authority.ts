import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { lockPreceptor } from './lock-preceptor.js';
import { notFound } from '../../shared/index.js';

interface AuthorityEnd {
  authorityId: string;
  /** revoked: what was signed under it no longer counts. */
  kind: 'ended' | 'revoked';
  reason: string;
  by: string;
}

/** Ends an authority at once. The first end stands; a second changes nothing. */
@Injectable()
export class EndAuthority {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
  ) {}

  /** @throws not_found */
  async execute({ authorityId, kind, reason, by }: AuthorityEnd): Promise<void> {
    await this.db.transaction(async (tx) => {
      const known = await tx.row<{ preceptorId: string }>(
        'SELECT preceptor_id AS "preceptorId" FROM preceptor_authorities WHERE id = $1',
        [authorityId],
      );
      if (!known) throw notFound('authority');
      // Nobody signs under it while it ends.
      await lockPreceptor(tx, known.preceptorId);
      const first = await tx.rows(
        `INSERT INTO preceptor_authority_ends (authority_id, kind, reason, ended_by) VALUES ($1, $2, $3, $4)
         ON CONFLICT ON CONSTRAINT pk_preceptor_authority_ends DO NOTHING RETURNING authority_id`,
        [authorityId, kind, reason, by],
      );
      if (first.length === 0 || kind !== 'revoked') return;
      const learners = await tx.rows<{ personId: string }>(
        `SELECT DISTINCT e.person_id AS "personId" FROM sign_offs s JOIN logbook_entries e ON e.id = s.entry_id
         WHERE s.authority_id = $1 AND s.decision = 'signed' ORDER BY 1`,
        [authorityId],
      );
      for (const { personId } of learners) this.facts.record(tx, 'practice.discounted', { personId, authorityId });
    });
  }
}
