import { z } from 'zod';
import type { OpenedInvitation } from './open-invitation.js';

export const tokenSchema = z.string().min(1).max(200);

export const invitationSchema = z.object({
  kind: z.enum(['gift', 'clinic']),
  title: z.string(),
  giver: z.string().describe('The name of the person, or of the clinic'),
  message: z.string(),
  courses: z.array(z.object({ slug: z.string(), title: z.string(), owned: z.boolean().describe('You have it') })),
  accessDays: z.int().nullable().describe('From the day it is accepted; null: no end'),
  state: z.enum(['open', 'paused', 'yours', 'accepted', 'replaced', 'recalled', 'withdrawn']),
  clinicSees: z.array(z.string()).describe('What a clinic will see of your study once you accept'),
});

export const invitationJson = (opened: OpenedInvitation, clinicSees: string[]): z.infer<typeof invitationSchema> => ({
  kind: opened.kind,
  title: opened.title,
  giver: opened.giver,
  message: opened.message,
  courses: opened.courses.map(({ id, slug, title }) => ({ slug, title, owned: opened.ownedIds.includes(id) })),
  accessDays: opened.expiresAfterDays,
  state: opened.state === 'open' && opened.isPaused ? 'paused' : opened.state,
  clinicSees: opened.kind === 'clinic' ? clinicSees : [],
});
