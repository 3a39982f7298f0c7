import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { changeGrants } from './change-grants.js';
import type { Suspension } from './suspend-access.js';
import type { Touched } from './touched-enrollments.js';

/** Lifts one cause of a suspension; access returns when no other cause is left. Repeating it changes nothing. */
@Injectable()
export class RestoreAccess {
  constructor(private readonly facts: Facts) {}

  restore(tx: Tx, { cause, ...source }: Suspension): Promise<Touched[]> {
    return changeGrants(tx, this.facts, source, {
      set: 'suspended = array_remove(suspended, $4)',
      where: '$4 = ANY(suspended)',
      parameters: [cause],
      opened: 'enrollment.restored',
      closed: 'enrollment.suspended',
      reason: cause,
    });
  }
}
