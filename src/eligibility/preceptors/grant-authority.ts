import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Database } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import { noSuchProcedure, notOwnAuthority } from '../practice.errors.js';
import { preceptorBy } from './preceptor-by.js';
import type { authorityBody } from './preceptor.schemas.js';

/** Lets a preceptor sign some procedures from one day to another. Never wider than the licence that was seen. */
@Injectable()
export class GrantAuthority {
  constructor(private readonly db: Database) {}

  /** @throws no_such_preceptor, not_own_authority, no_such_procedure */
  execute({ by, ...grant }: z.infer<typeof authorityBody> & { by: string }): Promise<{ id: string }> {
    return this.db.transaction(async (tx) => {
      const preceptorId = await preceptorBy(tx, grant.email);
      if (preceptorId === by) throw notOwnAuthority();
      const known = await tx.rows('SELECT slug FROM procedures WHERE slug = ANY($1::text[])', [grant.procedures]);
      if (known.length !== new Set(grant.procedures).size) throw noSuchProcedure();
      const id = newId();
      await tx.rows(
        `INSERT INTO preceptor_authorities (id, preceptor_id, procedures, from_on, until_on, licence_until, reason, granted_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, preceptorId, grant.procedures, grant.fromOn, grant.untilOn, grant.licenceUntil, grant.reason, by],
      );
      return { id };
    });
  }
}
