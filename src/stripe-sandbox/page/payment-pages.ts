import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import { StripeError } from '../api/stripe-error.js';
import type { Logger } from '../logger.js';
import { answerChallenge } from '../payments/challenge.js';
import { currentSession } from '../sessions/expire-session.js';
import type { Desk, Work } from '../store/work.js';
import { assets } from './assets.js';
import { fieldText, valuesOf } from './form-values.js';
import { allowReturn, guard } from './security.js';
import { type Answer, formAgain, pageOf, sendAnswer, type Step } from './send.js';
import { submitAddress, submitCode, submitPayment } from './submit.js';
import { BrokenPage, UnknownPage } from './views/closed-page.js';

type Handler = RequestHandler<{ id: string }>;
type Fields = Record<string, unknown>;

/** The hosted payment page, its address step and its 3-D Secure step. */
export function paymentPages(desk: Desk, logger: Logger): Router {
  const router = Router();
  router.use('/assets', assets());
  router.use(guard, express.urlencoded({ extended: false, limit: '20kb' }), express.json({ limit: '20kb' }));
  router.route('/pay/:id').get(show(desk, 'pay')).post(act(desk, submitPayment));
  router.route('/pay/:id/address').get(show(desk, 'address')).post(act(desk, submitAddress));
  router.post('/pay/:id/code', act(desk, submitCode));
  router.route('/pay/:id/challenge').get(show(desk, 'challenge')).post(act(desk, decide));
  router.use((_req, res) => void res.status(404).send(UnknownPage()));
  router.use(tell(logger));
  return router;
}

const show =
  (desk: Desk, step: Step): Handler =>
  async (req, res) => {
    const shown = await desk.work(null, async (work) => {
      const session = await currentSession(work, req.params.id);
      return { session, page: await pageOf(work, session, step) };
    });
    allowReturn(res, shown.session);
    res.status(shown.session.status === 'expired' ? 410 : 200).send(shown.page);
  };

const act =
  (desk: Desk, submit: (work: Work, id: string, fields: Fields) => Promise<Answer>): Handler =>
  async (req, res) => {
    const fields = (req.body ?? {}) as Fields;
    sendAnswer(res, await desk.work(null, (work) => submit(work, req.params.id, fields)));
  };

async function decide(work: Work, id: string, fields: Fields): Promise<Answer> {
  const outcome = await answerChallenge(work, id, fieldText(fields, 'decision') === 'approve');
  if (outcome.outcome !== 'declined') return outcome;
  const { session, decline, attempt } = outcome;
  const values = valuesOf({ email: attempt.email, name: attempt.name }, session);
  return formAgain(work, session, { values, errors: { [decline.field]: decline.message }, step: 'pay' });
}

const tell =
  (logger: Logger): ErrorRequestHandler =>
  (error: unknown, _req, res, next) => {
    if (res.headersSent) return next(error);
    if (error instanceof StripeError && error.status === 404) return void res.status(404).send(UnknownPage());
    const status = (error as { status?: number }).status ?? 500;
    if (status >= 500) logger.error({ err: error }, 'the payment page failed');
    res.status(status).send(BrokenPage());
  };
