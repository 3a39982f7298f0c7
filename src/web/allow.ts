import { SetMetadata } from '@nestjs/common';
import type { Role } from './page-context.js';

/** Who may use a route: anyone at all, anyone signed in, or people with one of these roles. */
export type Allowed = 'anyone' | 'signed-in' | Role;

export const allowedKey = 'web:allowed';

/** The permission stands on the route. A route without a mark is refused to everybody. */
export const Allow = (...who: [Allowed, ...Allowed[]]) => SetMetadata(allowedKey, who);
