import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { changeGrants } from './change-grants.js';
import { Reminders } from '../reminders/reminders.js';
import type { AccessSource, Touched } from './touched-enrollments.js';

export interface AccessEnded extends AccessSource {
  reason: string;
  at: Date;
}

/** Takes back exactly what one source gave. What another source still gives stays open; progress is always kept. */
@Injectable()
export class EndAccess {
  constructor(
    private readonly facts: Facts,
    private readonly reminders: Reminders,
  ) {}

  /** Answers with the enrollments that nothing keeps open any more. Repeating it changes nothing. */
  async end(tx: Tx, { reason, at, ...source }: AccessEnded): Promise<Touched[]> {
    const ended = await changeGrants(tx, this.facts, source, {
      set: 'ended_at = $4, ended_reason = $5',
      where: 'ended_at IS NULL',
      parameters: [at, reason],
      opened: 'enrollment.restored',
      closed: 'enrollment.ended',
      reason,
    });
    await this.reminders.changed(
      tx,
      ended.map(({ personId }) => personId),
    );
    return ended;
  }
}
