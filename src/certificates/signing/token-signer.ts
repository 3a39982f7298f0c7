import { createECDH, createPrivateKey, sign } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import type { PublicJwk, PublishedSigner } from './signer.js';

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/**
 * An ES256 signer from 32 secret bytes. The key's address is `<did>#<thumbprint, RFC 7638>`, so a rotated key keeps its own.
 * @throws RangeError for bytes that are no private key of P-256
 */
export async function tokenSigner(secret: Uint8Array, did: string): Promise<PublishedSigner> {
  const publicKeyJwk = publicKeyOf(secret);
  const key = createPrivateKey({ format: 'jwk', key: { ...publicKeyJwk, d: base64url(secret) } });
  const id = `${did}#${await calculateJwkThumbprint(publicKeyJwk)}`;
  return {
    id,
    algorithm: 'ES256',
    sign: ({ data }) => Promise.resolve(sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' })),
    published: { id, publicKeyJwk },
  };
}

function publicKeyOf(secret: Uint8Array): PublicJwk {
  const pair = createECDH('prime256v1');
  try {
    pair.setPrivateKey(secret);
  } catch {
    throw new RangeError('These 32 bytes are no private key of P-256.');
  }
  const point = pair.getPublicKey();
  return { kty: 'EC', crv: 'P-256', x: base64url(point.subarray(1, 33)), y: base64url(point.subarray(33)) };
}
