import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { changeGrants } from './change-grants.js';
import type { AccessSource, Touched } from './touched-enrollments.js';

/** Undoes an end of access that had exactly this reason: a refund that failed took nothing back. */
@Injectable()
export class ReopenAccess {
  constructor(private readonly facts: Facts) {}

  reopen(tx: Tx, { reason, ...source }: AccessSource & { reason: string }): Promise<Touched[]> {
    return changeGrants(tx, this.facts, source, {
      set: 'ended_at = NULL, ended_reason = NULL',
      where: 'ended_reason = $4',
      parameters: [reason],
      opened: 'enrollment.restored',
      closed: 'enrollment.ended',
      reason,
    });
  }
}
