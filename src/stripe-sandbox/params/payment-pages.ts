import type { z } from 'zod';
import { group, integer, text } from './fields.js';

/** Not documented by Stripe: what its command line sends. */
export const confirmPageParams = group({ expected_amount: integer(0).optional(), payment_method: text() });

export type PageConfirmation = z.infer<typeof confirmPageParams>;
