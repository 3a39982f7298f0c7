import { z } from 'zod';
import type { Arrangement } from './arrange-rows.js';

const list = z.string().regex(/^question(\.[\w]+)*\.[a-z]\w*$/i);
const row = z.string().regex(/^question(\.[\w]+)*\.\d{1,3}$/);
const schema = z.union([
  z.strictObject({ add: z.strictObject({ list, begin: z.record(z.string().max(20), z.string().max(20)) }) }),
  z.strictObject({ remove: row }),
  z.strictObject({ up: row }),
  z.strictObject({ clear: list }),
  z.strictObject({ show: z.literal(true) }),
]);

/** What the buttons of rows send. */
export const arrangement = {
  add: (name: string, begin: Record<string, string>) => JSON.stringify({ add: { list: name, begin } }),
  remove: (name: string) => JSON.stringify({ remove: name }),
  up: (name: string) => JSON.stringify({ up: name }),
  clear: (name: string) => JSON.stringify({ clear: name }),
  /** Nothing moves; the form comes back with what was sent along. */
  show: JSON.stringify({ show: true }),

  /** Undefined when no such button was pressed. */
  read(sent: unknown): Arrangement | undefined {
    if (typeof sent !== 'string') return undefined;
    try {
      return schema.safeParse(JSON.parse(sent)).data;
    } catch {
      return undefined;
    }
  },
};
