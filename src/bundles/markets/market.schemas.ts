import { z } from 'zod';
import { defaultMarket } from './market.js';

export const marketName = z.string().regex(/^[a-z]{2,20}$/, 'Small letters.');

export const marketField = marketName.optional().describe('The default market if left out');

/** `?market=` of a read. */
export const marketQuery = { market: marketName.default(defaultMarket).describe('Where the prices hold') };
