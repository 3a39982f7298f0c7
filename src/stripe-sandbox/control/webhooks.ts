import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Parts } from '../app.js';
import { readBody } from './read-body.js';

const body = z.strictObject({
  mode: z.enum(['deliver', 'hold', 'drop']).optional(),
  duplicate: z.int().min(0).max(100).optional(),
  shuffle: z.boolean().optional(),
});

export const setWebhooks =
  ({ store, desk }: Parts): RequestHandler =>
  async (req, res) => {
    const { mode, duplicate, shuffle } = readBody(body, req);
    const settings = await store.transaction(async (tx) => {
      const changed = await tx.row(change, [mode ?? null, duplicate ?? null, shuffle ?? null]);
      if (mode === 'deliver') await tx.rows(release);
      return changed;
    });
    if (mode === 'deliver') desk.wake();
    res.json(settings);
  };

const change = `
  UPDATE stripe_sandbox.settings SET
    webhook_mode = coalesce($1::text, webhook_mode), duplicates = coalesce($2::int, duplicates), shuffle = coalesce($3::boolean, shuffle)
  RETURNING webhook_mode AS mode, duplicates AS duplicate, shuffle`;

const release = `UPDATE stripe_sandbox.deliveries SET state = 'pending', next_at = now() WHERE state = 'held'`;
