import { createHash } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Bytes that came, on the disk until they are kept. */
export interface Spooled {
  path: string;
  sha256: string;
  size: number;
  /** Their beginning. */
  head: Buffer;
}

/**
 * Writes what comes to the disk, so that a slow sender holds neither memory nor a transaction, and takes it away again.
 * @throws what `tooLarge` says as soon as more than `most` bytes came
 */
export async function spool<T>(
  bytes: AsyncIterable<Buffer>,
  { most, head, tooLarge }: { most: number; head: number; tooLarge: () => Error },
  use: (spooled: Spooled) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'video-'));
  try {
    const path = join(folder, 'bytes');
    const file = await open(path, 'w');
    const hash = createHash('sha256');
    let size = 0;
    let first = Buffer.alloc(0);
    try {
      for await (const chunk of bytes) {
        size += chunk.length;
        if (size > most) throw tooLarge();
        if (first.length < head) first = Buffer.concat([first, chunk.subarray(0, head - first.length)]);
        hash.update(chunk);
        await file.write(chunk);
      }
    } finally {
      await file.close();
    }
    return await use({ path, sha256: hash.digest('hex'), size, head: first });
  } finally {
    await rm(folder, { recursive: true });
  }
}
