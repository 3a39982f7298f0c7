import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Parts } from '../app.js';
import { arrivePayout, failPayout } from '../payouts/end-payout.js';
import { payOutAvailable } from '../payouts/pay-out-available.js';
import { payOutByHand } from '../payouts/pay-out-by-hand.js';
import { readBody } from './read-body.js';

const body = z.strictObject({
  /** By default the first that the account is paid out in. */
  currency: z.string().length(3).toLowerCase().optional(),
  /** Without one the payout is automatic and takes all that is available. */
  amount: z.int().min(1).optional(),
  /** Leave it on its way. */
  hold: z.boolean().default(false),
});

/** A payout of the day: automatic, or by hand with an amount; it arrives at once unless held. */
export const payOutNow =
  ({ desk }: Parts): RequestHandler =>
  async (req, res) => {
    const { amount, currency: wanted, hold } = readBody(body, req);
    const payout = await desk.work(null, async (work) => {
      const currency = wanted ?? work.settlement.currencies[0] ?? 'usd';
      const opened = amount ? await payOutByHand(work, { amount, currency }) : await payOutAvailable(work, currency);
      return hold ? opened : arrivePayout(work, opened.id);
    });
    res.status(201).json(payout);
  };

const ends = { arrive: arrivePayout, fail: failPayout };

export const endPayoutNow =
  ({ desk }: Parts): RequestHandler<{ payout: string; end: string }> =>
  async (req, res, next) => {
    const { payout, end } = req.params;
    if (end !== 'arrive' && end !== 'fail') return next();
    res.json(await desk.work(null, (work) => ends[end](work, payout)));
  };
