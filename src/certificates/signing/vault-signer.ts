import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { z } from 'zod';
import type { PublishedSigner } from './signer.js';
import { VaultError, type VaultTransit } from './vault-transit.js';

const base64 = (bytes: number) =>
  z
    .base64()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine(({ length }) => length === bytes);
const keySchema = z.object({
  type: z.literal('ed25519'),
  derived: z.literal(false),
  latest_version: z.int().positive(),
  keys: z.record(z.string(), z.object({ public_key: z.string() })),
});
const signatureSchema = z.object({ signature: z.string() });

/**
 * An Ed25519 signer whose key never leaves Vault. It keeps to the version that is the latest at start, so that a rotated
 * key is published, by the next start, before it signs.
 * @throws VaultError when Vault does not answer, or the key is not one that signs with Ed25519
 */
export async function vaultSigner(vault: VaultTransit, did: string): Promise<PublishedSigner> {
  const { version, bytes } = readKey(await vault.readKey());
  const jwk = { kty: 'OKP' as const, crv: 'Ed25519' as const, x: bytes.toString('base64url') };
  const { publicKeyMultibase } = await Ed25519Multikey.fromJwk({ jwk });
  const id = `${did}#${publicKeyMultibase}`;
  const key = createPublicKey({ format: 'jwk', key: jwk });
  return {
    id,
    algorithm: 'Ed25519',
    sign: async ({ data }) => checked(key, data, version, await vault.sign(data, version)),
    published: { id, publicKeyMultibase },
  };
}

function readKey(data: unknown): { version: number; bytes: Buffer } {
  const key = keySchema.safeParse(data);
  if (!key.success) throw new VaultError('The key in Vault must be of type ed25519, and not derived.');
  const version = key.data.latest_version;
  const bytes = base64(32).safeParse(key.data.keys[version]?.public_key);
  if (!bytes.success) throw new VaultError(`Vault shows no public key for version ${version}.`);
  return { version, bytes: bytes.data };
}

/** The 64 bytes of `vault:v1:…`; what our own public key does not confirm is not given on. */
function checked(key: KeyObject, data: Uint8Array, version: number, answer: unknown): Buffer {
  const prefix = `vault:v${version}:`;
  const text = signatureSchema.safeParse(answer).data?.signature ?? '';
  const signature = base64(64).safeParse(text.startsWith(prefix) ? text.slice(prefix.length) : '');
  if (!signature.success || !verify(null, data, key, signature.data)) {
    throw new VaultError(`Vault gave a signature that is not of version ${version} of the key.`);
  }
  return signature.data;
}
