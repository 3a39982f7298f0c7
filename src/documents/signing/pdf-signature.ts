import { createHash, verify, type X509Certificate } from 'node:crypto';
import { type Der, DerError, partsOf, readDer, tags } from './der.js';

/** Whether a PDF is, byte for byte, what a certificate we know signed; if not, why. */
export type PdfSignature =
  { intact: true; by: X509Certificate } | { intact: false; reason: 'unsigned' | 'changed' | 'unknown_signer' };

const ranges = /\/ByteRange\s*\[\s*0 (\d{1,9})\s+(\d{1,9})\s+\d{1,9}\s*\]/g;
const messageDigest = Buffer.from('2a864886f70d010904', 'hex');
const no = (reason: 'unsigned' | 'changed' | 'unknown_signer'): PdfSignature => ({ intact: false, reason });

/**
 * Judges the one signature of a PDF. All of the file has to be signed but the place where the signature stands, so nothing
 * can be added behind it. Certificates inside the file are not believed: only `known` ones count.
 */
export function pdfSignature(bytes: Uint8Array, known: readonly X509Certificate[]): PdfSignature {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const [range, another] = file.toString('latin1').matchAll(ranges);
  if (!range) return no('unsigned');
  if (another) return no('changed');
  const [before, after] = range.slice(1).map(Number) as [number, number];
  const place = file.toString('latin1', before, after);
  if (!/^<[0-9A-Fa-f]+>$/.test(place)) return no('changed');
  // Whatever length it states: all that follows counts.
  const signed = Buffer.concat([file.subarray(0, before), file.subarray(after)]);
  try {
    return judged(Buffer.from(place.slice(1, -1), 'hex'), createHash('sha256').update(signed).digest(), known);
  } catch (error) {
    if (error instanceof DerError) return no('changed');
    throw error;
  }
}

/** `cms` is a SignedData of RFC 5652 with one signer, whose signed attributes name the digest of the document. */
function judged(cms: Buffer, digest: Buffer, known: readonly X509Certificate[]): PdfSignature {
  const signedData = inside(partsOf(readDer(cms))[1]);
  const signers = partsOf(need(partsOf(signedData).at(-1)));
  const parts = partsOf(need(signers[0]));
  const attributes = need(parts.find(({ tag }) => tag === tags.context0));
  const signature = need(parts.find(({ tag }) => tag === tags.octets)).content;
  if (signers.length !== 1 || !digestIn(attributes).equals(digest)) return no('changed');
  // They are signed under the tag of a set, and stand in the message under another.
  const message = Buffer.concat([Buffer.of(tags.set), attributes.whole.subarray(1)]);
  const by = known.find((one) => verify('sha256', message, one.publicKey, signature));
  return by ? { intact: true, by } : no('unknown_signer');
}

function digestIn(attributes: Der): Buffer {
  const one = partsOf(attributes)
    .map(partsOf)
    .find(([type]) => type?.content.equals(messageDigest));
  return inside(one?.[1]).content;
}

const inside = (value: Der | undefined): Der => need(partsOf(need(value))[0]);

function need(value: Der | undefined): Der {
  if (!value) throw new DerError('The signature has a part missing.');
  return value;
}
