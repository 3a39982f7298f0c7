import { createHash, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type FactoryProvider } from '@nestjs/common';
import { z } from 'zod';
import { Config } from '../../shared/index.js';

const fileName = 'licence-papers-key.json';
const keyText = z.string().regex(/^[\w-]{43}$/);
const schema = z.object({ algorithm: z.literal('AES-256'), key: keyText });

/** The keys that wrap the keys of papers: the first wraps, all of them open. By their id, the beginning of their hash. */
export class PaperKeys {
  private readonly byId: Map<string, Buffer>;
  readonly current: { id: string; key: Buffer };

  constructor(keys: [Buffer, ...Buffer[]]) {
    const named = keys.map((key) => ({ id: idOf(key), key }));
    this.current = named[0]!;
    this.byId = new Map(named.map(({ id, key }) => [id, key]));
  }

  /** @throws Error when no configured key has this id */
  key(id: string): Buffer {
    const key = this.byId.get(id);
    if (!key) throw new Error(`LICENCE_PAPERS_KEY: the key ${id}, with which a paper was sealed, is not configured.`);
    return key;
  }
}

const idOf = (key: Buffer): string =>
  createHash('sha256').update('licence-papers').update(key).digest('hex').slice(0, 16);

/** The configured keys; on a machine that is not in production, one it made for itself. */
export async function paperKeysFor({ values, isProduction }: Config): Promise<PaperKeys> {
  const texts = values.LICENCE_PAPERS_KEY?.split(',');
  if (!texts && isProduction) throw new Error('LICENCE_PAPERS_KEY: required in production.');
  const [first, ...older] = (texts ?? [await demoKey(values.DATA_DIR)]).map((text) =>
    Buffer.from(keyText.parse(text), 'base64url'),
  );
  return new PaperKeys([first!, ...older]);
}

export const paperKeysProvider: FactoryProvider<PaperKeys> = {
  provide: PaperKeys,
  useFactory: paperKeysFor,
  inject: [Config],
};

/** Kept with mode 0600. The file appears whole or not at all, and only once, however many start together. */
async function demoKey(dataDir: string): Promise<string> {
  const file = join(dataDir, fileName);
  const kept = await keyIn(file);
  if (kept) return kept;
  await mkdir(dataDir, { recursive: true });
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(JSON.stringify({ algorithm: 'AES-256', key: randomBytes(32).toString('base64url') }));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return (await keyIn(file))!;
}

async function keyIn(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : schema.parse(JSON.parse(text)).key;
}
