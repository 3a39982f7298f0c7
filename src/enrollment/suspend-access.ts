import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';
import { Facts } from '../jobs/index.js';
import { changeGrants } from './change-grants.js';
import type { AccessSource, Touched } from './touched-enrollments.js';

/** Why access pauses: `dispute`, `missed_payment`. Causes are independent: each is lifted by itself. */
export interface Suspension extends AccessSource {
  cause: string;
}

/** Pauses what one source gives. Repeating it changes nothing. */
@Injectable()
export class SuspendAccess {
  constructor(private readonly facts: Facts) {}

  suspend(tx: Tx, { cause, ...source }: Suspension): Promise<Touched[]> {
    return changeGrants(tx, this.facts, source, {
      set: 'suspended = array_append(suspended, $4)',
      where: 'NOT $4 = ANY(suspended)',
      parameters: [cause],
      opened: 'enrollment.restored',
      closed: 'enrollment.suspended',
      reason: cause,
    });
  }
}
