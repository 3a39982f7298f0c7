import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import Stripe from 'stripe';
import type { Logger } from '../logger.js';
import { newId } from '../store/ids.js';
import type { Store } from '../store/store.js';
import type { Desk } from '../store/work.js';
import { authenticate } from './authenticate.js';
import { checkRequest } from './check-request.js';
import { type Form, decodeForm } from './decode-form.js';
import { expandPaths, takeExpand } from './expand.js';
import { broken, type Fault, injectFaults, strike } from './faults.js';
import { type Answer, idempotently } from './idempotent.js';
import { inPresentNames } from './older-names.js';
import type { Route } from './route.js';
import { invalidRequest, StripeError } from './stripe-error.js';

/** Stripe's `/v1` over the routes given. */
export function v1(desk: Desk, store: Store, routes: Route[], logger: Logger): Router {
  const router = Router();
  router.use(nameRequest, authenticate, injectFaults(store), express.text({ type: () => true, limit: '1mb' }));
  for (const route of routes) router[route.method](route.path, answerWith(desk, route));
  router.use((req) => {
    throw new StripeError(404, {
      type: 'invalid_request_error',
      message: `Unrecognized request URL (${req.method}: /v1${req.path}). The stand-in does not serve it.`,
    });
  });
  router.use(answerError(logger));
  return router;
}

const nameRequest: RequestHandler = (req, res, next) => {
  res.locals.requestId = newId('req');
  res.set({
    'Request-Id': res.locals.requestId as string,
    'Stripe-Version': req.get('stripe-version') ?? Stripe.API_VERSION,
  });
  next();
};

const answerWith =
  (desk: Desk, route: Route): RequestHandler =>
  async (req, res) => {
    const sent = formOf(req.method, req.url, req.body as string | undefined);
    const form = inPresentNames(sent, req.get('stripe-version'));
    checkRequest(`${req.method} ${route.path}`, form);
    const key = req.method === 'POST' ? (req.get('idempotency-key') ?? null) : null;
    if (key && key.length > 255) throw invalidRequest('Idempotency-Key: at most 255 characters.');
    const cause = { id: res.locals.requestId as string, idempotency_key: key };
    const answer = await desk.work(cause, async (work): Promise<Answer> => {
      const name = `${req.method} ${req.path}`;
      const act = async (): Promise<Answer> => {
        const paths = takeExpand(form);
        const found = await route.run(work, String(req.params.id ?? ''), form);
        if (found instanceof StripeError) return { status: found.status, body: { error: found.body } };
        return { status: 200, body: await expandPaths(work, found, paths) };
      };
      return key ? idempotently(work, { key, name, form: structuredClone(form) }, act) : act();
    });
    if (key) res.set('Idempotency-Key', key);
    if (answer.replayed) res.set('Idempotent-Replayed', 'true');
    const fault = res.locals.fault as Fault | undefined;
    if (fault) strike(fault, res, answer.body);
    else res.status(answer.status).json(answer.body);
  };

function formOf(method: string, url: string, body: string | undefined): Form {
  const query = url.includes('?') ? url.slice(url.indexOf('?') + 1) : '';
  return decodeForm(method === 'POST' && typeof body === 'string' ? body : query);
}

const answerError =
  (logger: Logger): ErrorRequestHandler =>
  (error: unknown, _req, res, next) => {
    if (res.headersSent) return next(error);
    const refusal = error instanceof StripeError ? error : unexpected(error, logger, res.locals.requestId as string);
    res.status(refusal.status).json({ error: refusal.body });
  };

function unexpected(error: unknown, logger: Logger, requestId: string): StripeError {
  const status = (error as { status?: number }).status;
  if (status && status < 500)
    return new StripeError(status, { type: 'invalid_request_error', message: 'The request is not readable.' });
  logger.error({ err: error, requestId }, 'the stand-in failed');
  return broken();
}
