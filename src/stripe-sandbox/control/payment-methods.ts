import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Parts } from '../app.js';
import { authenticateIntent } from '../payments/authenticate-intent.js';
import { lockMethod } from '../payments/keep-method.js';
import { type DeclineReason, declines } from '../payments/test-cards.js';
import { saveObject } from '../store/objects.js';
import { readBody } from './read-body.js';

const reasons = Object.keys(declines) as [DeclineReason, ...DeclineReason[]];
const body = z.strictObject({ reason: z.enum(reasons).nullable().default('generic_decline') });

/** A card that worked until now stops working, or works again. */
export const declineFromNow =
  ({ desk }: Parts): RequestHandler<{ method: string }> =>
  async (req, res) => {
    const { reason } = readBody(body, req as Parameters<typeof readBody>[1]);
    const id = req.params.method;
    await desk.work(null, async (work) => {
      const { method, memory } = await lockMethod(work, id);
      await saveObject(work, method, { ...memory, decline: reason ?? undefined });
    });
    res.json({ payment_method: id, declines: reason });
  };

const answer = z.strictObject({ approve: z.boolean().default(true) });

/** The holder of the card answers the bank's question about a payment made through the API. */
export const authenticateNow =
  ({ desk }: Parts): RequestHandler<{ intent: string }> =>
  async (req, res) => {
    const { approve } = readBody(answer, req as Parameters<typeof readBody>[1]);
    res.json(await desk.work(null, (work) => authenticateIntent(work, req.params.intent, approve)));
  };
