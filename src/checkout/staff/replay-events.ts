import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts, Jobs } from '../../jobs/index.js';
import { notFound } from '../../shared/index.js';
import { needsStaff } from './failed-events.queries.js';

/** As many at once as the conversation with Stripe bears. */
const atOnce = 500;

/** Gives failed events to the worker again, with all their tries. An event that is handled stays as it is. */
@Injectable()
export class ReplayEvents {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly facts: Facts,
  ) {}

  /** @param eventId one event, or null for all that failed. @returns how many are tried again */
  execute(eventId: string | null, by: string): Promise<number> {
    return this.db.transaction(async (tx) => {
      const again = await tx.rows<{ id: string }>(
        `UPDATE stripe_events SET outcome = NULL, tries = 0, tried_at = now() WHERE id IN (
           SELECT e.id FROM stripe_events e WHERE ${needsStaff} AND ($1::text IS NULL OR e.id = $1)
           ORDER BY e.received_at, e.id LIMIT $2 FOR UPDATE)
         RETURNING id`,
        [eventId, atOnce],
      );
      if (eventId && again.length === 0) throw notFound('failed event');
      for (const { id } of again) {
        await this.jobs.enqueue(tx, 'checkout.stripe-event', { eventId: id });
        this.facts.record(tx, 'stripe-event.replayed', { eventId: id, by });
      }
      return again.length;
    });
  }
}
