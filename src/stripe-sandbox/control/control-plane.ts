import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import type { Parts } from '../app.js';
import { StripeError } from '../api/stripe-error.js';
import { deliverEvent, eventsWithDeliveries } from './events.js';
import { planFault } from './faults.js';
import { directory } from './directory.js';
import { moveClock } from './clock.js';
import { disputeNow, failNow, moveDisputeNow, refundInDashboard } from './money-back.js';
import { authenticateNow, declineFromNow } from './payment-methods.js';
import { endPayoutNow, payOutNow } from './payouts.js';
import { reset } from './reset.js';
import { expireNow, payNow, settleNow } from './sessions.js';
import { moveNow } from './movements.js';
import { setSettlement } from './settlement.js';
import { setWebhooks } from './webhooks.js';

/** Levers that Stripe does not have, for tests and demonstrations. Only this machine may pull them. */
export function controlPlane(parts: Parts): Router {
  const router = Router();
  router.use(onlyFromHere, express.json({ limit: '100kb' }));
  router.get('/', (_req, res) => void res.json(directory));
  router.get('/events', eventsWithDeliveries(parts));
  router.post('/async/:id/:end', settleNow(parts));
  router.post('/payment_methods/:method/decline', declineFromNow(parts));
  router.post('/payment_intents/:intent/authenticate', authenticateNow(parts));
  router.post('/charges/:charge/refund', refundInDashboard(parts));
  router.post('/charges/:charge/dispute', disputeNow(parts));
  router.post('/refunds/:refund/fail', failNow(parts));
  router.post('/disputes/:dispute', moveDisputeNow(parts));
  router.post('/payouts', payOutNow(parts));
  router.post('/payouts/:payout/:end', endPayoutNow(parts));
  router.post('/webhooks', setWebhooks(parts));
  router.post('/webhooks/:event/deliver', deliverEvent(parts));
  router.post('/settlement', setSettlement(parts));
  router.post('/movements', moveNow(parts));
  router.post('/faults', planFault(parts));
  router.post('/clock', moveClock(parts));
  router.post('/sessions/:session/expire', expireNow(parts));
  router.post('/sessions/:session/pay', payNow(parts));
  router.post('/reset', reset(parts));
  router.use((_req, res) => void res.status(404).json({ error: 'There is no such lever. GET /_sandbox lists them.' }));
  router.use(tell(parts));
  return router;
}

/** Neither another machine nor a page of another site in this machine's browser. */
const onlyFromHere: RequestHandler = (req, res, next) => {
  const from = req.socket.remoteAddress ?? '';
  const site = req.get('sec-fetch-site') ?? 'none';
  if (/^(::ffff:)?127\.|^::1$/.test(from) && ['none', 'same-origin'].includes(site)) return next();
  res.status(403).json({ error: 'The control plane answers this machine only.' });
};

const tell =
  ({ logger }: Parts): ErrorRequestHandler =>
  (error: unknown, _req, res, next) => {
    if (res.headersSent) return next(error);
    if (error instanceof StripeError) return void res.status(error.status).json({ error: error.message });
    const status = (error as { status?: number }).status ?? 500;
    if (status >= 500) logger.error({ err: error }, 'the control plane failed');
    res.status(status).json({ error: status < 500 ? 'The request is not readable.' : 'The stand-in failed.' });
  };
