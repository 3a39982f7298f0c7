import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Parts } from '../app.js';
import { readBody } from './read-body.js';

const currency = z.string().length(3).toLowerCase();
const body = z.strictObject({
  currencies: z.array(currency).max(10),
  rates: z
    .record(
      currency,
      z
        .string()
        .regex(/^\d{1,6}(\.\d{1,8})?$/)
        .refine((rate) => Number(rate) > 0, 'A rate is above zero.'),
    )
    .default({}),
});

/** In which currencies the account is paid out from now on, and the rates of the day. */
export const setSettlement =
  ({ store }: Parts): RequestHandler =>
  async (req, res) => {
    const settlement = readBody(body, req);
    await store.transaction((tx) =>
      tx.rows('UPDATE stripe_sandbox.settings SET settlement = $1', [JSON.stringify(settlement)]),
    );
    res.json(settlement);
  };
