import { randomInt } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Random letters and digits as Stripe's ids have them. */
export const randomText = (length: number): string => Array.from({ length }, () => alphabet[randomInt(62)]).join('');

/** `newId('ch')` is "ch_…"; sessions carry the mode in their prefix: `newId('cs_test')`. */
export const newId = (prefix: string): string => `${prefix}_${randomText(prefix.startsWith('cs_') ? 58 : 24)}`;
