import type { INestApplication } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { viewerOf, type WebRequest } from '../../web/index.js';
import { BookOffers } from './book-offers.js';

/** Pages that people read and leave. */
const offeredOn = /^\/(catalogue|articles(\/[a-z0-9-]+)?)$/;

/** Puts the offer of a book on articles and the catalogue. The paper version of an article is left alone. */
export function useBookOffer(app: INestApplication): void {
  const offers = app.get(BookOffers, { strict: false });
  app.use((request: Request, _response: Response, next: NextFunction): void => {
    if (request.method !== 'GET' || !offeredOn.test(request.path) || 'print' in request.query) return next();
    offers.forReader(viewerOf(request), request.path).then((offer) => {
      if (offer) (request as WebRequest).offer = offer;
      next();
    }, next);
  });
}
