import Stripe from 'stripe';
import { route } from '../api/route.js';
import { noSuch } from '../api/stripe-error.js';
import { createEndpoint, listEndpoints } from '../params/events.js';
import { changedMetadata } from '../params/metadata.js';
import { nothing } from '../params/paging.js';
import { newId, randomText } from '../store/ids.js';
import { listObjects } from '../store/list-objects.js';
import { findObject, insertObject } from '../store/objects.js';
import type { Work } from '../store/work.js';

const path = '/webhook_endpoints';

/** Endpoints beside the configured one. Their secret is shown once, when they are made. */
export const webhookEndpoints = [
  route('post', path, createEndpoint, async (work, params) => {
    const secret = `whsec_${randomText(32)}`;
    const endpoint: Stripe.WebhookEndpoint & { object: 'webhook_endpoint' } = {
      id: newId('we'),
      object: 'webhook_endpoint',
      api_version: Stripe.API_VERSION,
      application: null,
      created: work.now,
      description: params.description || null,
      enabled_events: params.enabled_events,
      livemode: false,
      metadata: changedMetadata({}, params.metadata),
      status: 'enabled',
      url: params.url,
    };
    await insertObject(work, endpoint, { secret });
    return { ...endpoint, secret };
  }),
  route('get', path, listEndpoints, (work, page) => listObjects(work, 'webhook_endpoint', `/v1${path}`, page)),
  route('get', `${path}/:id`, nothing, (work, _params, id) => endpointOf(work, id)),
  route('delete', `${path}/:id`, nothing, async (work, _params, id) => {
    await endpointOf(work, id);
    await work.tx.rows('DELETE FROM stripe_sandbox.objects WHERE id = $1', [id]);
    return { id, object: 'webhook_endpoint', deleted: true } satisfies Stripe.DeletedWebhookEndpoint;
  }),
];

async function endpointOf(work: Work, id: string): Promise<Stripe.WebhookEndpoint> {
  const endpoint = await findObject(work, 'webhook_endpoint', id);
  if (!endpoint) throw noSuch('webhook endpoint', id);
  return endpoint;
}
