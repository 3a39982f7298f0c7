import { z } from 'zod';
import { words } from '../../../shared/index.js';
import { outcomes } from './import-report.js';

/** Larger than any honest file of questions. */
export const largestImport = 30_000_000;

export const topicSchema = z.object({
  topic: z
    .preprocess((value) => (value === '' ? undefined : value), words(80).optional())
    .describe('For questions whose file names none'),
});

const row = z.object({
  line: z.int(),
  file: z.string().optional().describe('Of a package'),
  name: z.string(),
  outcome: z.enum(outcomes),
  reason: z.string().optional(),
  notes: z.array(z.string()).describe('What was lost or is done in another way here'),
  slug: z.string().optional(),
  type: z.string().optional(),
});

export const importSchema = z.object({
  id: z.uuid(),
  pool: z.string(),
  fileName: z.string(),
  format: z.string(),
  state: z.enum(['waiting', 'expired', 'committed']),
  added: z.int().nullable().describe('Versions that were added, once committed'),
  report: z.array(row),
});
