import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { keptOnce } from './kept-once.js';
import type { Signer } from './signer.js';

const files = { Ed25519: 'credential-signing-key.json', ES256: 'credential-token-key.json' };
const seedText = z.string().regex(/^[\w-]{43}$/);
const schema = z.object({ algorithm: z.enum(['Ed25519', 'ES256']), seed: seedText });

/** The seed of a machine without a configured one, kept in the data folder and readable by its owner alone. */
export async function demoSeed(dataDir: string, algorithm: Signer['algorithm']): Promise<Buffer> {
  const made = () => JSON.stringify({ algorithm, seed: randomBytes(32).toString('base64url') });
  const text = await keptOnce(join(dataDir, files[algorithm]), () => Promise.resolve(made()));
  return readSeed(schema.parse(JSON.parse(text)).seed);
}

/** The 32 bytes of a seed written as base64url. */
export const readSeed = (text: string): Buffer => Buffer.from(seedText.parse(text), 'base64url');
