import { createHash } from 'node:crypto';
import type { Runner } from '../database/index.js';

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Keeps files under the hash of their bytes; what is there already stays as it is. */
export async function keepFiles(runner: Runner, files: Buffer[]): Promise<void> {
  const bytes = [...new Map(files.map((each) => [sha256Of(each), each])).values()];
  if (bytes.length === 0) return;
  await runner.rows(
    `INSERT INTO kept_files (sha256, bytes) SELECT encode(sha256(b), 'hex'), b FROM unnest($1::bytea[]) AS b
     ON CONFLICT (sha256) DO NOTHING`,
    [bytes],
  );
}
