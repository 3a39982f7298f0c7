/** Bytes that are no DER, or not the DER that was looked for. */
export class DerError extends Error {}

/** One value of DER (X.690): its tag, what is inside, and all of its bytes. */
export interface Der {
  tag: number;
  content: Buffer;
  whole: Buffer;
}

export const tags = { integer: 0x02, octets: 0x04, sequence: 0x30, set: 0x31, context0: 0xa0 } as const;

/** The first value in `bytes`; what follows it is left alone. @throws DerError when it is no DER or is cut off */
export function readDer(bytes: Buffer): Der {
  const [tag, short] = bytes;
  if (tag === undefined || short === undefined) throw new DerError('The value is cut off.');
  const size = short < 0x80 ? 0 : short & 0x7f;
  // Four bytes of length are more than any PDF has; none would be the indefinite form, which DER forbids.
  if (short === 0x80 || size > 4) throw new DerError('The length is none that DER allows.');
  const start = 2 + size;
  if (bytes.length < start) throw new DerError('The value is cut off.');
  const end = start + (size === 0 ? short : bytes.readUIntBE(2, size));
  if (end > bytes.length) throw new DerError('The value is cut off.');
  return { tag, content: bytes.subarray(start, end), whole: bytes.subarray(0, end) };
}

/** The values inside a sequence, set or explicit tag, in order; 64 at most. */
export function partsOf({ content }: Der): Der[] {
  const parts: Der[] = [];
  for (let at = 0; at < content.length && parts.length < 64;) {
    const part = readDer(content.subarray(at));
    parts.push(part);
    at += part.whole.length;
  }
  return parts;
}

/** A value of DER with this tag and these contents, one after the other. */
export function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  if (content.length < 0x80) return Buffer.concat([Buffer.of(tag, content.length), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const digits = length.subarray(length.findIndex((byte) => byte !== 0));
  return Buffer.concat([Buffer.of(tag, 0x80 | digits.length), digits, content]);
}

/** An object identifier written with dots, as its content bytes under tag 6. */
export function oid(dotted: string): Buffer {
  const [first, second, ...rest] = dotted.split('.').map(Number);
  const bytes = [first! * 40 + second!];
  for (const arc of rest) {
    const digits = [arc & 0x7f];
    for (let left = arc >>> 7; left > 0; left >>>= 7) digits.unshift((left & 0x7f) | 0x80);
    bytes.push(...digits);
  }
  return der(0x06, Buffer.from(bytes));
}
