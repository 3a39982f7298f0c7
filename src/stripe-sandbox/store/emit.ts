import Stripe from 'stripe';
import { newId } from './ids.js';
import type { Work } from './work.js';

export type EventType = Stripe.Event['type'];
export type EventData<T extends EventType> = Extract<Stripe.Event, { type: T }>['data'];

/** Writes a snapshot of the object as an event, and one delivery per endpoint that asked for it. */
export async function emit<T extends EventType>(
  work: Work,
  type: T,
  object: EventData<T>['object'],
  previous?: EventData<T>['previous_attributes'],
): Promise<void> {
  const event = {
    id: newId('evt'),
    object: 'event' as const,
    api_version: Stripe.API_VERSION,
    created: work.now,
    data: previous ? { object, previous_attributes: previous } : { object },
    livemode: false,
    pending_webhooks: work.webhooks.webhook_mode === 'drop' ? 0 : 1,
    request: work.cause,
    type,
  };
  await work.tx.rows('INSERT INTO stripe_sandbox.events (id, type, body) VALUES ($1, $2, $3)', [
    event.id,
    type,
    JSON.stringify(event),
  ]);
  const state = { deliver: 'pending', hold: 'held', drop: 'dropped' }[work.webhooks.webhook_mode];
  await work.tx.rows(planDeliveries, [event.id, type, state, work.webhooks.duplicates]);
  work.emitted += 1;
}

/** The configured endpoint (no id) hears everything; endpoints made through the API hear what they enabled. */
const planDeliveries = `
  INSERT INTO stripe_sandbox.deliveries (event_id, endpoint_id, state)
  SELECT $1, endpoint, $3
  FROM (
    SELECT NULL AS endpoint
    UNION ALL
    SELECT id FROM stripe_sandbox.objects
    WHERE kind = 'webhook_endpoint' AND (body->'enabled_events' ? '*' OR body->'enabled_events' ? $2)
  ) AS endpoints, generate_series(0, $4::int)`;
