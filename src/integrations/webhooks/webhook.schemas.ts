import { z } from 'zod';
import { emptyIsUnset } from '../../web/index.js';
import { eventNames } from './events.js';

/** One box that is ticked comes as a text, several as a list. */
const ticked = (value: unknown) => (value === undefined ? [] : [value].flat());
const instant = z.iso.datetime();
const standing = z.enum(['waiting', 'delivered', 'failed']);

export const newEndpoint = z.strictObject({
  url: z.string('Enter the address.').trim().min(1, 'Enter the address.').max(500, 'Use at most 500 characters.'),
  description: z.string().trim().max(200, 'Use at most 200 characters.').default(''),
  events: z
    .preprocess(
      ticked,
      z.array(z.enum(eventNames, 'Choose from what is offered.')).min(1, 'Choose at least one event.'),
    )
    .transform((events) => [...new Set(events)]),
});

export const deliveryFilter = z.object({
  standing: emptyIsUnset(standing.optional()),
  after: emptyIsUnset(z.uuid().optional()).describe('The id of the last one already known'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type DeliveryFilter = z.infer<typeof deliveryFilter>;

export const shownSecret = z.object({
  id: z.uuid(),
  secret: z.string().describe('`whsec_…`, answered this once'),
});

export const webhookAnswer = z.object({
  ...{ id: z.uuid(), url: z.string(), description: z.string(), events: z.array(z.string()), addedAt: instant },
  standing: z.enum(['open', 'paused', 'failing', 'gone']),
  failingSince: instant.nullable().describe('The first of the failures since the last success'),
  formerSecretUntil: instant.nullable().describe('Until then messages are signed by two secrets'),
  ...{ waiting: z.int(), failed: z.int() },
});

export const deliveryAnswer = z.object({
  ...{ id: z.uuid(), messageId: z.uuid().describe('`webhook-id`'), event: z.string(), standing, tries: z.int() },
  ...{ writtenAt: instant, nextAt: instant.nullable() },
  outcome: z.string().nullable().describe('Of the last attempt'),
  status: z.int().nullable(),
});

export const shownDelivery = deliveryAnswer.extend({
  body: z.string(),
  attempts: z.array(z.object({ outcome: z.string(), status: z.int().nullable(), tookMs: z.int(), at: instant })),
});
