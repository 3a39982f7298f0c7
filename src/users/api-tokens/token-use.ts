import type { Request } from 'express';
import type { Scope, TokenArea } from './token-areas.js';
import { scopesFor } from './token-areas.js';

/** A request that a token signed in. */
export interface TokenUse {
  scopes: string[];
  areas: TokenArea[];
}

const uses = new WeakMap<Request, TokenUse>();

export const useOf = (request: Request): TokenUse | undefined => uses.get(request);

export const rememberUse = (request: Request, use: TokenUse): void => void uses.set(request, use);

/** What the token would need for this route, where it has none of it; undefined when it may go on, or when there is no token. */
export function lackOf(request: Request): Scope[] | undefined {
  const use = useOf(request);
  if (!use) return undefined;
  const opening = scopesFor(use.areas, request.method, (request.route as { path: string }).path);
  return opening.some((scope) => use.scopes.includes(scope)) ? undefined : opening;
}
