import type { Role } from '../web/index.js';

const homes: [Role, string][] = [
  ['admin', '/admin'],
  ['accountant', '/books'],
  ['learner', '/learning'],
];

/** Where a person's work begins when nothing else was asked for. */
export function homePath(roles: Role[]): string {
  return homes.find(([role]) => roles.includes(role))?.[1] ?? '/account';
}
