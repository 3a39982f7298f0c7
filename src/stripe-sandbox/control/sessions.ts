import type { RequestHandler } from 'express';
import { z } from 'zod';
import { invalidRequest } from '../api/stripe-error.js';
import type { Parts } from '../app.js';
import type { Outcome } from '../payments/attempt.js';
import { enterCode } from '../discounts/enter-code.js';
import { answerChallenge } from '../payments/challenge.js';
import { paySession } from '../payments/pay-session.js';
import { endDebit } from '../payments/end-debit.js';
import { cardByNumber } from '../payments/test-cards.js';
import { successUrl } from '../sessions/addresses.js';
import { expireSession, lockSession } from '../sessions/expire-session.js';
import { locateBuyer } from '../sessions/locate-buyer.js';
import { taxIdOf } from '../sessions/tax/tax-id.js';
import type { Work } from '../store/work.js';
import { readBody } from './read-body.js';

const ends = { settle: 'succeeds', fail: 'fails' } as const;

export const settleNow =
  ({ desk }: Parts): RequestHandler<{ id: string; end: string }> =>
  async (req, res, next) => {
    const { id, end } = req.params;
    if (end !== 'settle' && end !== 'fail') return next();
    res.json(await desk.work(null, (work) => endDebit(work, id, ends[end])));
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
  /** Where the buyer is: decides automatic tax. */
  address: z
    .strictObject({ country: z.string().length(2), state: z.string().optional(), postalCode: z.string().optional() })
    .optional(),
  /** A business tax id of that country. */
  taxId: z.string().optional(),
  /** What the buyer types where the session allows codes. */
  promotionCode: z.string().optional(),
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
    if (wish.address) await desk.work(null, (work) => locate(work, id, wish));
    if (wish.promotionCode !== undefined) {
      const typed = wish.promotionCode;
      const entered = await desk.work(null, async (work) => enterCode(work, await lockSession(work, id), typed));
      if ('refused' in entered) throw invalidRequest(entered.refused, 'promotionCode');
    }
    let done: Outcome = await desk.work(null, (work) =>
      wish.method === 'card'
        ? paySession(work, id, { ...buyer, method: 'card', card, expMonth: 12, expYear: 2034 })
        : paySession(work, id, { ...buyer, method: 'bank_debit' }),
    );
    if (done.outcome === 'challenge') done = await desk.work(null, (work) => answerChallenge(work, id, wish.approve));
    res.status(done.outcome === 'closed' ? 409 : 200).json({ ...done, successUrl: successUrl(done.session) });
  };

async function locate(work: Work, id: string, { address, taxId }: z.infer<typeof body>): Promise<void> {
  const payment = await lockSession(work, id);
  if (payment.session.status !== 'open' || !address) return;
  const { country, state = null, postalCode = null } = address;
  const found = taxId === undefined ? null : taxIdOf(country, taxId);
  if (found === undefined) throw invalidRequest('This does not look like a business tax id of that country.', 'taxId');
  await locateBuyer(work, payment, {
    address: { city: null, country, line1: null, line2: null, postal_code: postalCode, state },
    businessName: null,
    taxId: found,
  });
}
