import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Parts } from '../app.js';
import { readBody } from './read-body.js';

const body = z.strictObject({
  advance: z
    .int()
    .min(0)
    .max(366 * 86_400),
});

export const moveClock =
  ({ store, desk }: Parts): RequestHandler =>
  async (req, res) => {
    const { advance } = readBody(body, req);
    await store.transaction((tx) =>
      tx.rows('UPDATE stripe_sandbox.settings SET clock_offset = clock_offset + make_interval(secs => $1)', [advance]),
    );
    res.json({ now: await desk.work(null, (work) => Promise.resolve(work.now)) });
  };
