import { z } from 'zod';
import { emailSchema, nameSchema } from '../../users/index.js';
import type { Gift } from './gift.queries.js';
import { giftState } from './gift-state.js';

/** Where a gift goes from now on. */
export const addresseeSchema = z.strictObject({ name: nameSchema, email: emailSchema });

export const giftSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  courses: z.array(z.string()),
  recipient: z.object({ name: z.string(), email: z.string() }),
  message: z.string(),
  state: z.enum(['sent', 'opened', 'claimed', 'paused', 'withdrawn']),
  sentAt: z.iso.datetime().describe('Of the newest mail'),
  openedAt: z.iso.datetime().nullable(),
  claimedAt: z.iso.datetime().nullable(),
});

export const giftJson = (gift: Gift): z.infer<typeof giftSchema> => ({
  id: gift.id,
  title: gift.title,
  courses: gift.courses,
  recipient: gift.recipient,
  message: gift.message,
  state: giftState(gift),
  sentAt: gift.sentAt.toISOString(),
  openedAt: gift.openedAt?.toISOString() ?? null,
  claimedAt: gift.acceptedAt?.toISOString() ?? null,
});
