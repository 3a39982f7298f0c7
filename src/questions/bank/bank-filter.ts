import { z } from 'zod';
import { cognitiveLevels, difficulties } from '../authored.js';
import { typeNames } from '../types/index.js';

const emptyIsUnset = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

export const questionStates = ['draft', 'in use', 'waiting', 'retired'] as const;
export type QuestionState = (typeof questionStates)[number];
export const bankSorts = ['name', 'newest', 'topic', 'expiry', 'most drawn'] as const;

/** What the list of a pool is asked for, by page and by API. */
export const bankFilter = z.strictObject({
  q: emptyIsUnset(z.string().trim().max(100)).describe('Part of the name, the text or the key'),
  topic: emptyIsUnset(z.string().max(80)),
  type: emptyIsUnset(z.enum([...typeNames, 'vignette'])),
  difficulty: emptyIsUnset(z.enum(difficulties)),
  cognitive: emptyIsUnset(z.enum(cognitiveLevels)),
  state: emptyIsUnset(z.enum(questionStates)).describe('waiting: its latest version is not approved'),
  critical: emptyIsUnset(z.literal('yes')),
  expiring: emptyIsUnset(z.literal('yes')).describe('Not drawn any more in 60 days, or already'),
  sort: emptyIsUnset(z.enum(bankSorts)),
  page: emptyIsUnset(z.coerce.number().int().min(1).max(10_000)),
});
export type BankFilter = z.output<typeof bankFilter>;
