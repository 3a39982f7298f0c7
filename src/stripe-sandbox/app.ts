import express, { type Express } from 'express';
import { v1 } from './api/v1.js';
import { controlPlane } from './control/control-plane.js';
import type { Destination } from './delivery/courier.js';
import type { Logger } from './logger.js';
import { paymentPages } from './page/payment-pages.js';
import { routes } from './resources/index.js';
import type { Store } from './store/store.js';
import type { Desk } from './store/work.js';

export interface Parts {
  desk: Desk;
  store: Store;
  own: Destination;
  logger: Logger;
}

export function buildApp({ desk, store, own, logger }: Parts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.use('/v1', v1(desk, store, routes, logger));
  app.use('/c', paymentPages(desk, logger));
  app.use('/_sandbox', controlPlane({ desk, store, own, logger }));
  app.get('/', (_req, res) => {
    res.type('text').send('Glabella demo payments: no money moves. The control plane is at /_sandbox.\n');
  });
  return app;
}
