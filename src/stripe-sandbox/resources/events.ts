import type Stripe from 'stripe';
import { route } from '../api/route.js';
import { invalidRequest, noSuch } from '../api/stripe-error.js';
import { listEvents } from '../params/events.js';
import { nothing } from '../params/paging.js';
import { listRows } from '../store/list-objects.js';

export const events = [
  route('get', '/events', listEvents, async (work, { type, types, delivery_success, ...page }) => {
    if (type && types) throw invalidRequest('You may only specify one of these parameters: type, types.', 'type');
    const undelivered = delivery_success === undefined ? {} : { pending_webhooks: delivery_success ? 0 : 1 };
    return listRows<Stripe.Event>(work, page, {
      table: 'events',
      url: '/v1/events',
      containing: undelivered,
      types: types ?? (type ? [type] : undefined),
    });
  }),
  route('get', '/events/:id', nothing, async (work, _params, id) => {
    const found = await work.tx.row<{ body: Stripe.Event }>('SELECT body FROM stripe_sandbox.events WHERE id = $1', [
      id,
    ]);
    if (!found) throw noSuch('event', id);
    return found.body;
  }),
];
