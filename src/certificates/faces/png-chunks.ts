import { crc32 } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export interface PngChunk {
  type: string;
  data: Buffer;
}

export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, 8).equals(signature);

/** The chunks of a PNG, one after another. @throws RangeError where a chunk is cut off or its check sum does not fit */
export function* pngChunks(bytes: Buffer): Generator<PngChunk> {
  let at = signature.length;
  while (at < bytes.length) {
    if (at + 12 > bytes.length) throw new RangeError('The picture is cut off.');
    const length = bytes.readUInt32BE(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length) throw new RangeError('The picture is cut off.');
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) throw new RangeError('The picture is damaged.');
    yield { type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, end) };
    at = end + 4;
  }
}

/** A PNG of these chunks. */
export const writePng = (chunks: readonly PngChunk[]): Buffer => Buffer.concat([signature, ...chunks.map(written)]);

function written({ type, data }: PngChunk): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, check]);
}
