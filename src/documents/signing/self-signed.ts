import { generateKeyPair, randomBytes, sign, X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import { der, oid, tags } from './der.js';

const seq = (...parts: Uint8Array[]) => der(tags.sequence, ...parts);
const sha256WithRsa = seq(oid('1.2.840.113549.1.1.11'), der(0x05));
const time = (text: string) => der(0x17, Buffer.from(text));
const named = (type: string, text: string) => der(tags.set, seq(oid(type), der(0x0c, Buffer.from(text))));
const critical = der(0x01, Buffer.of(0xff));
const extension = (id: string, value: Uint8Array) => seq(oid(id), critical, der(tags.octets, value));

/**
 * A new RSA key of 3,072 bits and a certificate that it gave itself, for signing documents only, as PEM. It proves nothing
 * about who signs: real ones come from an authority. Its dates are wide and fixed, so that no clock is asked.
 */
export async function selfSigned(name: string): Promise<{ key: string; certificate: string }> {
  const pair = await promisify(generateKeyPair)('rsa', { modulusLength: 3_072 });
  const subject = seq(named('2.5.4.10', name), named('2.5.4.3', `${name} (self-signed)`));
  const body = seq(
    der(tags.context0, der(tags.integer, Buffer.of(2))),
    der(tags.integer, Buffer.of(0x40), randomBytes(15)),
    sha256WithRsa,
    subject,
    seq(time('200101000000Z'), time('491231235959Z')),
    subject,
    pair.publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      // Issues no certificates; signs documents.
      seq(extension('2.5.29.19', seq()), extension('2.5.29.15', der(0x03, Buffer.of(6, 0xc0)))),
    ),
  );
  const signature = sign('sha256', body, pair.privateKey);
  const certificate = seq(body, sha256WithRsa, der(0x03, Buffer.of(0), signature));
  return {
    key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: new X509Certificate(certificate).toString(),
  };
}
