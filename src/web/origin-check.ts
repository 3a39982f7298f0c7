import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '../shared/index.js';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Cross-site request forgery stops here: a write must say that it comes from our own pages. Browsers say so by
 * `Sec-Fetch-Site` or `Origin`; other clients send our address as `Origin`. What is like one of `except` proves itself otherwise.
 */
export function originCheck(baseUrl: string, except: RegExp[]) {
  const own = new URL(baseUrl);
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (safe.has(request.method) || except.some((like) => like.test(request.path)) || isOurs(request, own))
      return next();
    next(new DomainError('foreign_origin', 'This request did not come from a page of ours.', { kind: 'forbidden' }));
  };
}

function isOurs(request: Request, own: URL): boolean {
  const origin = request.get('origin');
  if (origin !== undefined) return isSameOrigin(origin, own);
  return request.get('sec-fetch-site') === 'same-origin';
}

/** On a development machine the names of the machine itself are the same origin. */
function isSameOrigin(origin: string, own: URL): boolean {
  if (origin === own.origin) return true;
  if (!URL.canParse(origin) || !loopback.has(own.hostname)) return false;
  const other = new URL(origin);
  return loopback.has(other.hostname) && other.port === own.port && other.protocol === own.protocol;
}
