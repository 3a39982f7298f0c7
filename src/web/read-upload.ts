import type { Request } from 'express';
import { DomainError } from '../shared/index.js';

/**
 * The bytes of a request whose body is one file.
 * @throws DomainError file_too_large as soon as more than `most` bytes came; file_empty
 */
export async function readUpload(request: Request, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Destroying the request would cut the connection before the answer is read: the rest is let through, unkept.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= most) {
      chunks.push(chunk);
      continue;
    }
    request.resume();
    throw refused('file_too_large', `The file is larger than ${most / 1_000_000} MB.`);
  }
  if (size === 0) throw refused('file_empty', 'The file is empty.');
  return Buffer.concat(chunks);
}

const refused = (code: string, sentence: string) =>
  new DomainError(code, sentence, { kind: 'invalid', fields: { file: sentence } });
