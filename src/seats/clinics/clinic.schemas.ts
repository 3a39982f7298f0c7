import { z } from 'zod';
import { emailSchema, nameSchema } from '../../users/index.js';

/** No address of a website: the name stands in mails to strangers. */
const clinicName = nameSchema.refine((name) => !/[:/@]|www\./i.test(name), 'Write a name, not an address.');

export const newClinicSchema = z.strictObject({ name: clinicName });

export const newManagerSchema = z.strictObject({ email: emailSchema });

export const clinicSchema = z.object({ id: z.uuid(), name: z.string() });

export const countsSchema = z.object({
  productId: z.uuid(),
  product: z.string().describe('The slug of the product'),
  title: z.string(),
  bought: z.int(),
  free: z.int(),
  waiting: z.int().describe('Assigned, not accepted yet'),
  accepted: z.int().describe('In all, whatever became of them'),
  inStudy: z.int(),
  done: z.int(),
  isPaused: z.boolean().describe('The payment is being looked into'),
});

export const clinicDetailSchema = clinicSchema.extend({
  seats: z.array(countsSchema),
  managers: z.array(z.object({ personId: z.uuid(), name: z.string(), email: z.string(), addedAt: z.iso.datetime() })),
  invited: z.array(z.object({ id: z.uuid(), email: z.string(), invitedAt: z.iso.datetime() })),
});
