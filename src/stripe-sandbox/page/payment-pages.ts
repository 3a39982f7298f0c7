import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import { StripeError } from '../api/stripe-error.js';
import type { Logger } from '../logger.js';
import { answerChallenge } from '../payments/challenge.js';
import { paySession } from '../payments/pay-session.js';
import { currentSession } from '../sessions/expire-session.js';
import type { Desk } from '../store/work.js';
import { assets } from './assets.js';
import { fieldText, valuesOf } from './form-values.js';
import { readAttempt } from './read-attempt.js';
import { formAgain, pageOf, sendOutcome } from './send.js';
import { BrokenPage, UnknownPage } from './views/closed-page.js';
import { allowReturn, guard } from './security.js';

type Handler = RequestHandler<{ id: string }>;

/** The hosted payment page and its 3-D Secure step. */
export function paymentPages(desk: Desk, logger: Logger): Router {
  const router = Router();
  router.use('/assets', assets());
  router.use(guard, express.urlencoded({ extended: false, limit: '20kb' }), express.json({ limit: '20kb' }));
  router.route('/pay/:id').get(show(desk)).post(submit(desk));
  router.route('/pay/:id/challenge').get(show(desk, 'challenge')).post(decide(desk));
  router.use((_req, res) => void res.status(404).send(UnknownPage()));
  router.use(tell(logger));
  return router;
}

const show =
  (desk: Desk, step?: 'challenge'): Handler =>
  async (req, res) => {
    const shown = await desk.work(null, async (work) => {
      const session = await currentSession(work, req.params.id);
      return { session, page: await pageOf(work, session, step) };
    });
    allowReturn(res, shown.session);
    res.status(shown.session.status === 'expired' ? 410 : 200).send(shown.page);
  };

const submit =
  (desk: Desk): Handler =>
  async (req, res) => {
    const fields = (req.body ?? {}) as Record<string, unknown>;
    const { id } = req.params;
    const fill = fieldText(fields, 'fill');
    const done = await desk.work(null, async (work) => {
      const session = await currentSession(work, id);
      if (session.status !== 'open') return { outcome: 'closed' as const, session };
      const values = valuesOf(fields);
      if (fill) {
        const filled = {
          ...values,
          method: 'card',
          cardNumber: fill,
          expiry: '04/34',
          cvc: '123',
          name: values.name || 'Demo Buyer',
        };
        return formAgain(work, session, filled, {});
      }
      const read = readAttempt(fields, session, work.now);
      if ('errors' in read) return formAgain(work, session, values, read.errors);
      const outcome = await paySession(work, id, read.attempt);
      if (outcome.outcome !== 'declined') return outcome;
      return formAgain(work, session, values, { [outcome.decline.field]: outcome.decline.message });
    });
    sendOutcome(res, done);
  };

const decide =
  (desk: Desk): Handler =>
  async (req, res) => {
    const approved = fieldText((req.body ?? {}) as Record<string, unknown>, 'decision') === 'approve';
    const done = await desk.work(null, async (work) => {
      const outcome = await answerChallenge(work, req.params.id, approved);
      if (outcome.outcome !== 'declined') return outcome;
      const values = valuesOf({ email: outcome.attempt.email, name: outcome.attempt.name });
      return formAgain(work, outcome.session, values, { [outcome.decline.field]: outcome.decline.message });
    });
    sendOutcome(res, done);
  };

const tell =
  (logger: Logger): ErrorRequestHandler =>
  (error: unknown, _req, res, next) => {
    if (res.headersSent) return next(error);
    if (error instanceof StripeError && error.status === 404) return void res.status(404).send(UnknownPage());
    const status = (error as { status?: number }).status ?? 500;
    if (status >= 500) logger.error({ err: error }, 'the payment page failed');
    res.status(status).send(BrokenPage());
  };
