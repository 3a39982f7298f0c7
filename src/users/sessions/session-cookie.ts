import type { CookieOptions } from 'express';
import type { Config } from '../../shared/index.js';
import { longestDays } from './session-times.js';

/** With https the `__Host-` prefix makes browsers refuse a cookie planted by a neighbouring host or over http. */
export const cookieName = (config: Config): string => (config.isSecure ? '__Host-glabella' : 'glabella');

export const cookieOptions = (config: Config) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: config.isSecure }) as const satisfies CookieOptions;

export const cookieLifetime = longestDays * 24 * 60 * 60 * 1000;
