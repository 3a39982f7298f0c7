import type { Role } from '../../web/index.js';

/** A part of the API that a token may be opened for. Routes are named as they begin, without `/api/`. */
export interface TokenArea {
  name: string;
  /** What is in it, for the person who chooses. */
  says: string;
  /** Whose roles open these routes; left out: everybody's. It only keeps what cannot be used off the page. */
  for?: Role[];
  read: string[];
  write?: string[];
}

/** All areas; put together where the application is. What is in none of them is closed to every token. */
export abstract class TokenAreas {
  abstract readonly areas: TokenArea[];
}

export type Scope = `${string}:${'read' | 'write'}`;

export interface ScopeChoice {
  scope: Scope;
  says: string;
}

const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** What can be chosen: reading an area, and changing it where that is possible. */
export const scopesOf = (areas: TokenArea[]): ScopeChoice[] =>
  areas.flatMap(({ name, says, write }) => [
    { scope: `${name}:read` as const, says: `read ${says}` },
    ...(write ? [{ scope: `${name}:write` as const, says: `change ${says}` }] : []),
  ]);

/** The scopes that open a route, by its pattern as it was declared; none for a route that no token may use. */
export function scopesFor(areas: TokenArea[], method: string, route: string): Scope[] {
  const act = isRead(method) ? 'read' : 'write';
  return areas
    .filter((area) => area[act]?.some((begin) => begins(route, begin)))
    .map(({ name }) => `${name}:${act}` as const);
}

function begins(route: string, begin: string): boolean {
  const path = `/api/${begin}`;
  return route === path || ['/', '.'].some((next) => route.startsWith(path + next));
}
