import { mkdtemp, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoSeed, readSeed } from './demo-key-file.js';

describe('the demo signing key', () => {
  it('is made once, even by twenty that start together, and readable by its owner alone', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'glabella-key-')), 'data');
    const seeds = await Promise.all(Array.from({ length: 20 }, () => demoSeed(folder, 'Ed25519')));
    expect(new Set(seeds.map((seed) => seed.toString('hex'))).size).toBe(1);
    expect(seeds[0]).toHaveLength(32);
    expect(await readdir(folder)).toEqual(['credential-signing-key.json']);
    expect((await stat(join(folder, 'credential-signing-key.json'))).mode & 0o777).toBe(0o600);
    expect(await demoSeed(folder, 'Ed25519')).toEqual(seeds[0]);
    expect(await demoSeed(folder, 'ES256')).not.toEqual(seeds[0]);
  });

  it('is 32 bytes of base64url when it comes from the configuration', () => {
    expect(readSeed(Buffer.alloc(32, 1).toString('base64url'))).toEqual(Buffer.alloc(32, 1));
    expect(() => readSeed('too-short')).toThrow();
  });
});
