import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Parts } from '../app.js';
import { moveOtherwise } from '../payments/balance.js';
import { readBody } from './read-body.js';

const body = z.strictObject({
  amount: z.int(),
  currency: z.string().length(3).toLowerCase().default('usd'),
  kind: z.enum(['stripe_fee', 'topup', 'adjustment']).default('stripe_fee'),
  description: z.string().max(200).optional(),
});

/** Something else moves on the balance: a fee of Stripe's, a top-up, an adjustment. */
export const moveNow =
  ({ desk }: Parts): RequestHandler =>
  async (req, res) => {
    const { amount, currency, kind, description } = readBody(body, req);
    const moved = await desk.work(null, (work) => moveOtherwise(work, { amount, currency, kind, description }));
    res.status(201).json(moved);
  };
