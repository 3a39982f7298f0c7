import { z } from 'zod';
import { emptyIsUnset } from '../../web/index.js';
import { topics } from '../topics.js';

/** `waiting` for its hour or the next try · `failed`: no server took it · `bounced`: one took it, and it came back. */
export const mailStates = ['waiting', 'sent', 'withheld', 'failed', 'bounced'] as const;
export type MailState = (typeof mailStates)[number];

export const mailFilterSchema = z.strictObject({
  to: emptyIsUnset(z.string().trim().toLowerCase().max(254)),
  kind: emptyIsUnset(z.string().trim().max(60)),
  topic: emptyIsUnset(z.enum(topics)),
  state: emptyIsUnset(z.enum(mailStates)),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: emptyIsUnset(z.uuid()),
});
export type MailFilter = z.infer<typeof mailFilterSchema>;
