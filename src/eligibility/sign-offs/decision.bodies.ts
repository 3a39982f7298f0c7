import { z } from 'zod';
import { anonymous } from '../logbook/entry.schemas.js';

const rating = z.coerce.number('Choose how much help was needed.').int().min(1).max(5);

const about = {
  id: z.uuid().describe('Made by who decides: sent again, it is the same decision'),
  version: z.coerce.number().int().min(1),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('Of the version that was read'),
  deviceAt: z.iso.datetime().nullish().describe('When it was decided on a device without network'),
};

/** One decision about one version of an entry. */
export const decisionBody = z.discriminatedUnion('decision', [
  z.object({ ...about, decision: z.literal('signed'), rating }),
  z.object({ ...about, decision: z.literal('refused'), reason: anonymous(500) }),
]);

/** As the API sends it: with its entry. */
export const sentDecision = z.intersection(z.object({ entry: z.uuid() }), decisionBody);

type Body = z.infer<typeof decisionBody>;

/** What the verb wants to know, of either kind. */
export const decisionOf = (body: Body) => ({
  ...{ id: body.id, version: body.version, hash: body.hash, deviceAt: body.deviceAt ?? null },
  decision: body.decision,
  way: 'session' as const,
  rating: body.decision === 'signed' ? body.rating : null,
  reason: body.decision === 'refused' ? body.reason : null,
});
