import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Signer } from './signer.js';

const files = { Ed25519: 'credential-signing-key.json', ES256: 'credential-token-key.json' };
const seedText = z.string().regex(/^[\w-]{43}$/);
const schema = z.object({ algorithm: z.enum(['Ed25519', 'ES256']), seed: seedText });

/**
 * The seed of a machine without a configured one, kept in the data folder with mode 0600. The file appears whole or not
 * at all, and only once: processes that start together all read the one that was first.
 */
export async function demoSeed(dataDir: string, algorithm: Signer['algorithm']): Promise<Buffer> {
  const file = join(dataDir, files[algorithm]);
  const kept = await seedIn(file);
  if (kept) return kept;
  await mkdir(dataDir, { recursive: true });
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(JSON.stringify({ algorithm, seed: randomBytes(32).toString('base64url') }));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return (await seedIn(file))!;
}

/** The 32 bytes of a seed written as base64url. */
export const readSeed = (text: string): Buffer => Buffer.from(seedText.parse(text), 'base64url');

async function seedIn(file: string): Promise<Buffer | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : readSeed(schema.parse(JSON.parse(text)).seed);
}
