import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { clientOf } from '../throttle/client-address.js';
import { TokenAreas } from './token-areas.js';
import { TokenOwners } from './token-owners.js';
import { tokenIn } from './token-secret.js';
import { rememberUse, useOf } from './token-use.js';

/** Lets a program come in with a token. It speaks for itself: a cookie that came with it is not looked at. */
export function useApiTokens(app: NestExpressApplication): void {
  const owners = app.get(TokenOwners, { strict: false });
  const { areas } = app.get(TokenAreas, { strict: false });
  app.use((request: Request, _response: Response, next: NextFunction): void => {
    const token = tokenIn(request.get('authorization'));
    if (!token) return next();
    delete request.headers.cookie;
    owners.find(token, clientOf(request).ip).then(({ viewer, scopes }) => {
      request.user = viewer;
      rememberUse(request, { scopes, areas });
      next();
    }, next);
  });
}

/** For what guards against pages of strangers: a browser adds no token by itself. */
export const unlessByToken =
  (handler: RequestHandler): RequestHandler =>
  (request, response, next) =>
    useOf(request) ? next() : void handler(request, response, next);
