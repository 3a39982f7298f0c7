import { z } from 'zod';
import type { Role } from '../web/index.js';

export const roles = ['learner', 'author', 'admin', 'accountant', 'preceptor', 'examiner'] as const satisfies Role[];

export const roleSchema = z.enum(roles, { error: 'Choose one of the roles.' });

export const roleMeanings: Record<Role, string> = {
  learner: 'studies, sits exams, holds certificates',
  author: 'writes courses and questions',
  admin: 'runs the catalogue, bundles, offers, people',
  accountant: 'sees money and nothing clinical',
  preceptor: 'observes and signs practical work',
  examiner: 'grades what a machine cannot, decides appeals',
};
