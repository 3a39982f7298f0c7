import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import type { PublishedSigner } from './signer.js';

/** An Ed25519 signer from 32 secret bytes. The key's address is `<did>#<public key>`, so a rotated key keeps its own. */
export async function seedSigner(seed: Uint8Array, did: string): Promise<PublishedSigner> {
  if (seed.length !== 32) throw new RangeError(`A signing seed is 32 bytes, not ${seed.length}.`);
  const { id, publicKeyMultibase, ...pair } = await Ed25519Multikey.generate({ seed, controller: did });
  const key = pair.signer();
  return {
    id,
    algorithm: 'Ed25519',
    sign: (options) => key.sign(options),
    published: { id, publicKeyMultibase },
  };
}
