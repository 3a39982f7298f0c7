import type { RequestHandler } from 'express';
import { z } from 'zod';
import { noSuch } from '../api/stripe-error.js';
import type { Parts } from '../app.js';
import { postEvent, type Receipt } from '../delivery/post-event.js';
import { readBody } from './read-body.js';

export const eventsWithDeliveries =
  ({ store }: Parts): RequestHandler =>
  async (_req, res) => {
    const events = await store.transaction((tx) => tx.rows(list));
    res.json({ events });
  };

const body = z.strictObject({
  times: z.int().min(1).max(2_000).default(1),
  concurrency: z.int().min(1).max(50).default(1),
});

/** Delivers an event to the configured endpoint now, whatever became of it before. */
export const deliverEvent =
  ({ store, own }: Parts): RequestHandler =>
  async (req, res) => {
    const { times, concurrency } = readBody(body, req);
    const id = String(req.params.event);
    const found = await store.transaction((tx) => tx.row<{ payload: string; at: number }>(one, [id]));
    if (!found) throw noSuch('event', id);
    const receipts: Receipt[] = [];
    let left = times;
    const carry = async () => {
      while (left-- > 0) receipts.push(await postEvent({ ...own, ...found }));
    };
    await Promise.all(Array.from({ length: Math.min(concurrency, times) }, carry));
    res.json({ event: id, delivered: receipts.filter((receipt) => receipt.delivered).length, receipts });
  };

const one = `
  SELECT body::text AS payload, floor(extract(epoch FROM now()))::float8 AS at FROM stripe_sandbox.events WHERE id = $1`;

const list = `
  SELECT e.body AS event, coalesce(jsonb_agg(jsonb_build_object(
    'state', d.state, 'attempts', d.attempts, 'endpoint', d.endpoint_id, 'lastStatus', d.last_status,
    'lastError', d.last_error, 'nextAt', d.next_at, 'deliveredAt', d.delivered_at
  ) ORDER BY d.id) FILTER (WHERE d.id IS NOT NULL), '[]') AS deliveries
  FROM stripe_sandbox.events e LEFT JOIN stripe_sandbox.deliveries d ON d.event_id = e.id
  GROUP BY e.id ORDER BY e.seq DESC LIMIT 1000`;
