import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
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
  constructor(private readonly db: Database) {}

  /** @throws not_found */
  async execute({ authorityId, kind, reason, by }: AuthorityEnd): Promise<void> {
    await this.db.transaction(async (tx) => {
      // Nobody signs under it while it ends: signing holds the same row.
      const known = await tx.row('SELECT FROM preceptor_authorities WHERE id = $1 FOR UPDATE', [authorityId]);
      if (!known) throw notFound('authority');
      await tx.rows(
        `INSERT INTO preceptor_authority_ends (authority_id, kind, reason, ended_by) VALUES ($1, $2, $3, $4)
         ON CONFLICT ON CONSTRAINT pk_preceptor_authority_ends DO NOTHING`,
        [authorityId, kind, reason, by],
      );
    });
  }
}
