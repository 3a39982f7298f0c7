import { z } from 'zod';

/** What a holder may add to the certificates, each by consent. */
export const shown = ['licence', 'practice', 'hours'] as const;
export type Shown = (typeof shown)[number];

/** The faces in which a packet is opened. */
export const packetFaces = ['page', 'json', 'pdf', 'zip'] as const;
export type PacketFace = (typeof packetFaces)[number];

export const defaultDays = 30;
export const mostDays = 90;
const daysSaid = `Choose 1 to ${mostDays} days.`;

/** A form sends one ticked box as a text, several as a list, none as nothing. */
const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(item).max(20, 'Choose at most 20.'));

export const packetSchema = z.strictObject({
  recipient: z
    .string('Say whom it is for.')
    .trim()
    .min(1, 'Say whom it is for.')
    .max(200, 'Use at most 200 characters.')
    .regex(/^\P{Cc}*$/u, 'Use letters that can be printed.'),
  days: z.coerce.number(daysSaid).int(daysSaid).min(1, daysSaid).max(mostDays, daysSaid).default(defaultDays),
  certificates: listOf(z.string().max(60)).refine((numbers) => numbers.length > 0, 'Choose at least one certificate.'),
  shows: listOf(z.enum(shown)),
});
export type WantedPacket = z.output<typeof packetSchema>;

const day = z.iso.date();

/** What a packet shows at this instant. */
export const packetContentSchema = z.object({
  holder: z.string(),
  recipient: z.string(),
  madeAt: z.iso.datetime(),
  until: z.iso.datetime(),
  checkedAt: z.iso.datetime(),
  certificates: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      kind: z.enum(['completion', 'certification']),
      status: z.string(),
      issuedAt: z.iso.datetime(),
      validUntil: z.iso.datetime().nullable(),
      procedures: z.array(z.string()),
      page: z.url(),
    }),
  ),
  licences: z.array(
    z.object({
      profession: z.string(),
      place: z.string().describe('ISO 3166'),
      number: z.string().nullable().describe('In full, if the holder agreed'),
      expiresOn: day,
      checkedOn: day,
    }),
  ),
  practice: z.array(z.object({ procedure: z.string(), signed: z.int(), last: day })).nullable(),
  hours: z.object({ since: day, categories: z.array(z.object({ category: z.string(), minutes: z.int() })) }).nullable(),
});

export const ownPacketSchema = z.object({
  id: z.uuid(),
  recipient: z.string(),
  shows: z.array(z.enum(shown)),
  certificates: z.array(z.string()),
  createdAt: z.iso.datetime(),
  until: z.iso.datetime(),
  withdrawnAt: z.iso.datetime().nullable(),
  isOpen: z.boolean(),
  openings: z.array(z.object({ at: z.iso.datetime(), face: z.enum(packetFaces), network: z.string() })),
});
