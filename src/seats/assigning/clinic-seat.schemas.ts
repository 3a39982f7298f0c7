import { z } from 'zod';
import { emailSchema, nameSchema } from '../../users/index.js';
import { addresseeSchema } from '../gifts/gift.schemas.js';
import type { ClinicSeatDetail, ClinicSeatRow } from './clinic-seats.js';
import { type NamedPerson, parsePeople } from './parse-people.js';

const mostAtOnce = 500;

/** Where the mail about a seat goes; a name is not needed. */
export const holderSchema = addresseeSchema.extend({ name: z.literal('').or(nameSchema).default('') });

export const assignSchema = z.strictObject({
  product: z.uuid().describe('`productId` of the seats'),
  people: z
    .array(holderSchema)
    .min(1)
    .max(mostAtOnce)
    .transform((people): NamedPerson[] => people.map((person, place) => ({ ...person, place }))),
});

/** The same from a form: a list as it was pasted. A reason stands at `people.<line>`. */
export const assignFormSchema = z.strictObject({
  product: z.uuid('Choose which seats to assign.'),
  people: z
    .string('Name at least one person.')
    .max(100_000, 'This list is too long.')
    .transform((text, context): NamedPerson[] => {
      const { people, errors } = parsePeople(text);
      for (const [line, message] of Object.entries(errors)) {
        context.addIssue({ code: 'custom', path: [line], message });
      }
      if (people.length === 0 && Object.keys(errors).length === 0) {
        context.addIssue({ code: 'custom', message: 'Name at least one person.' });
      }
      if (people.length > mostAtOnce) {
        context.addIssue({ code: 'custom', message: `Assign at most ${mostAtOnce} people at once.` });
      }
      return people;
    }),
});

export const correctionSchema = z.strictObject({ email: emailSchema });

export const seatSchema = z.object({
  id: z.uuid(),
  productId: z.uuid(),
  title: z.string(),
  name: z.string(),
  email: z.string(),
  state: z.enum(['waiting', 'accepted', 'in_study', 'done', 'private']),
  assignedAt: z.iso.datetime(),
  acceptedAt: z.iso.datetime().nullable(),
  progressPercent: z.int().nullable().describe('Null unless it is accepted and shared'),
  completedCourses: z.int().nullable(),
  courseCount: z.int(),
  completedAt: z.iso.datetime().nullable(),
  hasCertificate: z.boolean().nullable(),
});

export const seatDetailSchema = seatSchema.extend({
  courses: z.array(z.object({ title: z.string(), progressPercent: z.int(), completedAt: z.iso.datetime().nullable() })),
});

export const seatJson = (seat: ClinicSeatRow): z.infer<typeof seatSchema> => ({
  id: seat.id,
  productId: seat.productId,
  title: seat.title,
  name: seat.name,
  email: seat.email,
  state: seat.state,
  assignedAt: seat.assignedAt.toISOString(),
  acceptedAt: seat.acceptedAt?.toISOString() ?? null,
  progressPercent: seat.progressPercent,
  completedCourses: seat.completedCount,
  courseCount: seat.courseCount,
  completedAt: seat.completedAt?.toISOString() ?? null,
  hasCertificate: seat.hasCertificate,
});

export const seatDetailJson = (seat: ClinicSeatDetail): z.infer<typeof seatDetailSchema> => ({
  ...seatJson(seat),
  courses: seat.courses.map(({ title, progressPercent, completedAt }) => ({
    title,
    progressPercent,
    completedAt: completedAt?.toISOString() ?? null,
  })),
});
