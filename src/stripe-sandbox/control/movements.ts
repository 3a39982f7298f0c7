import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Parts } from '../app.js';
import { moveOtherwise, otherCategories } from '../payments/move-otherwise.js';
import { readBody } from './read-body.js';

const body = z.strictObject({
  amount: z.int(),
  fee: z.int().min(0).default(0),
  currency: z.string().length(3).toLowerCase().default('usd'),
  type: z.enum(Object.keys(otherCategories) as (keyof typeof otherCategories)[]).default('stripe_fee'),
  /** Other than the type's own. */
  category: z
    .string()
    .regex(/^[a-z_]{1,60}$/)
    .optional(),
  description: z.string().max(200).optional(),
});

/** Something else moves on the balance: a fee of Stripe's, a top-up, an adjustment. */
export const moveNow =
  ({ desk }: Parts): RequestHandler =>
  async (req, res) => {
    const move = readBody(body, req);
    res.status(201).json(await desk.work(null, (work) => moveOtherwise(work, move)));
  };
