import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Parts } from '../app.js';
import { readBody } from './read-body.js';

const body = z.strictObject({
  /** The beginning of the path behind /v1, or with it. */
  path: z.string().startsWith('/').optional(),
  method: z.enum(['GET', 'POST', 'DELETE']).optional(),
  status: z.union([z.literal(429), z.literal(500), z.enum(['reset', 'timeout', 'truncated'])]),
  times: z.int().min(0).max(10_000).default(1),
  after: z.boolean().default(false),
});

export const planFault =
  ({ store }: Parts): RequestHandler =>
  async (req, res) => {
    const { path, method, status, times, after } = readBody(body, req);
    await store.transaction((tx) =>
      tx.rows(
        'INSERT INTO stripe_sandbox.faults (path, method, answer, after_effect, remaining) VALUES ($1, $2, $3, $4, $5)',
        [path?.replace(/^\/v1(?=\/|$)/, '') || null, method ?? null, String(status), after, times],
      ),
    );
    res.status(201).json({ path: path ?? null, method: method ?? null, status, times, after });
  };
