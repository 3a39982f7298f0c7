import type Stripe from 'stripe';
import type { Tx } from '../../database/index.js';
import type { Jobs } from '../../jobs/index.js';

/** Keeps an event and asks for its work, once. @returns false when it is kept already */
export async function keepEvent(tx: Tx, jobs: Jobs, event: Stripe.Event): Promise<boolean> {
  const isNew = await tx.row(
    'INSERT INTO stripe_events (id, type, body) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id',
    [event.id, event.type, JSON.stringify(event)],
  );
  if (isNew) await jobs.enqueue(tx, 'checkout.stripe-event', { eventId: event.id });
  return isNew !== undefined;
}

/** A whole event (not a thin notification) of the same mode as our key. */
export const isUsable = (event: Stripe.Event, apiKey: string): boolean =>
  (event.object as string) === 'event' && event.livemode === apiKey.includes('_live_') && typeof event.id === 'string';
