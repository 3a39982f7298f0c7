import type { RequestHandler } from 'express';
import { z } from 'zod';
import { invalidRequest } from '../api/stripe-error.js';
import type { Parts } from '../app.js';
import type { Outcome } from '../payments/attempt.js';
import { answerChallenge } from '../payments/challenge.js';
import { paySession } from '../payments/pay-session.js';
import { failDebit, settleDebit } from '../payments/settle-async.js';
import { cardByNumber } from '../payments/test-cards.js';
import { successUrl } from '../sessions/addresses.js';
import { expireSession } from '../sessions/expire-session.js';
import { readBody } from './read-body.js';

const ends = { settle: settleDebit, fail: failDebit };

export const settleNow =
  ({ desk }: Parts): RequestHandler<{ session: string; end: string }> =>
  async (req, res, next) => {
    const { session, end } = req.params;
    if (end !== 'settle' && end !== 'fail') return next();
    res.json(await desk.work(null, (work) => ends[end](work, session)));
  };

export const expireNow =
  ({ desk }: Parts): RequestHandler<{ session: string }> =>
  async (req, res) => {
    res.json(await desk.work(null, (work) => expireSession(work, req.params.session)));
  };

const body = z.strictObject({
  card: z.string().default('4242424242424242'),
  method: z.enum(['card', 'bank_debit']).default('card'),
  email: z.email().optional(),
  /** The answer to a 3-D Secure step, if the card asks for one. */
  approve: z.boolean().default(true),
});

/** Pays as the page would. */
export const payNow =
  ({ desk }: Parts): RequestHandler<{ session: string }> =>
  async (req, res) => {
    const wish = readBody(body, req as Parameters<typeof readBody>[1]);
    const card = cardByNumber(wish.card);
    if (!card) throw invalidRequest('This is not one of the test cards.', 'card');
    const buyer = { email: wish.email ?? null, name: null };
    const id = req.params.session;
    let done: Outcome = await desk.work(null, (work) =>
      wish.method === 'card'
        ? paySession(work, id, { ...buyer, method: 'card', card, expMonth: 12, expYear: 2034 })
        : paySession(work, id, { ...buyer, method: 'bank_debit' }),
    );
    if (done.outcome === 'challenge') done = await desk.work(null, (work) => answerChallenge(work, id, wish.approve));
    res.status(done.outcome === 'closed' ? 409 : 200).json({ ...done, successUrl: successUrl(done.session) });
  };
