import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import type { WebRequest, WebSettings } from './request.js';

/** Gives every request its settings and every answer its security headers; nothing dynamic is ever cached. */
export function requestSetup(settings: WebSettings, isSecure: boolean, formTargets: string[]) {
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': [(request) => `'nonce-${(request as WebRequest).nonce}'`, "'strict-dynamic'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'media-src': ["'self'"],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'worker-src': ["'self'"],
        'form-action': ["'self'", ...formTargets],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
        'object-src': ["'none'"],
        'manifest-src': ["'self'"],
        ...(isSecure ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
  return (request: Request, response: Response, next: NextFunction): void => {
    const ours = request as WebRequest;
    ours.web = settings;
    ours.nonce = randomBytes(16).toString('base64');
    // The time shown on a page; decisions ask the database.
    // eslint-disable-next-line no-restricted-syntax
    ours.arrivedAt = new Date();
    response.setHeader('Cache-Control', 'no-store');
    headers(request, response, next);
  };
}
