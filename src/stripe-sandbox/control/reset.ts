import type { RequestHandler } from 'express';
import type { Parts } from '../app.js';

/** Forgets objects, events, keys and faults; the clock and the webhooks are as at the start. */
export const reset =
  ({ store }: Parts): RequestHandler =>
  async (_req, res) => {
    await store.transaction(async (tx) => {
      // Every unit of work reads the settings first: this waits for those under way and holds back new ones.
      await tx.rows('LOCK TABLE stripe_sandbox.settings IN ACCESS EXCLUSIVE MODE');
      await tx.rows(
        'TRUNCATE stripe_sandbox.deliveries, stripe_sandbox.events, stripe_sandbox.objects, stripe_sandbox.idempotency_keys, stripe_sandbox.faults',
      );
      await tx.rows('DELETE FROM stripe_sandbox.settings');
      await tx.rows('INSERT INTO stripe_sandbox.settings DEFAULT VALUES');
    });
    res.json({ reset: true });
  };
