import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import passport from 'passport';
import { Database } from '../../database/index.js';
import { Config, randomToken } from '../../shared/index.js';
import { clientOf } from '../throttle/client-address.js';
import { cookieLifetime, cookieName, cookieOptions } from './session-cookie.js';
import { sessionSecret } from './session-secret.js';
import { SessionStore, type SignedIn } from './session-store.js';

// The session row is the person: nothing has to be looked up a second time.
passport.serializeUser((request: Request, user: Express.User, done: (error: unknown, user: SignedIn) => void) =>
  done(null, { ...(user as SignedIn), client: clientOf(request) }),
);
passport.deserializeUser((user: Express.User, done: (error: unknown, user: Express.User) => void) => done(null, user));

const withoutSession = /^\/(assets|health)\//;

/** Lets every request know who is signed in. Visitors get neither a row nor a cookie. */
export function useSessions(app: NestExpressApplication): void {
  const config = app.get(Config, { strict: false });
  const sessions = session({
    store: new SessionStore(app.get(Database, { strict: false })),
    name: cookieName(config),
    secret: sessionSecret(config),
    genid: () => randomToken(32),
    cookie: { ...cookieOptions(config), maxAge: cookieLifetime },
    resave: false,
    saveUninitialized: false,
  });
  if (config.isSecure) app.use(reachedByHttps);
  app.use(exceptFor(withoutSession, sessions));
  app.use(exceptFor(withoutSession, passport.session() as RequestHandler));
}

/** The operator says that people reach us by https: the last hop, from the proxy to us, decides nothing. */
function reachedByHttps(request: Request, _response: Response, next: NextFunction): void {
  Object.defineProperty(request, 'secure', { value: true });
  next();
}

const exceptFor =
  (paths: RegExp, handler: RequestHandler): RequestHandler =>
  (request, response, next) =>
    paths.test(request.path) ? next() : void handler(request, response, next);
