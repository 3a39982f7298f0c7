import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { changeGrants } from './change-grants.js';
import { Reminders } from '../reminders/reminders.js';
import type { AccessSource, Touched } from './touched-enrollments.js';

/** Why access pauses: `dispute`, `missed_payment`. Causes are independent: each is lifted by itself. */
export interface Suspension extends AccessSource {
  cause: string;
}

/** Pauses what one source gives. Repeating it changes nothing. */
@Injectable()
export class SuspendAccess {
  constructor(
    private readonly facts: Facts,
    private readonly reminders: Reminders,
  ) {}

  async suspend(tx: Tx, { cause, ...source }: Suspension): Promise<Touched[]> {
    const paused = await changeGrants(tx, this.facts, source, {
      set: 'suspended = array_append(suspended, $4)',
      where: 'NOT $4 = ANY(suspended)',
      parameters: [cause],
      opened: 'enrollment.restored',
      closed: 'enrollment.suspended',
      reason: cause,
    });
    await this.reminders.changed(
      tx,
      paused.map(({ personId }) => personId),
    );
    return paused;
  }
}
