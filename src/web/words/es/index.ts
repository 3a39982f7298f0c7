import { account } from './account.js';
import { frame } from './frame.js';
import { reading } from './reading.js';
import { shop } from './shop.js';

/** What the interface says in Spanish, by its English words. Readers are addressed as "usted". */
export const spanish: Record<string, string> = { ...frame, ...shop, ...reading, ...account };
