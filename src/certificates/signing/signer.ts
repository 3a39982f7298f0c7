/**
 * Whatever holds a private key: today a seed in memory, tomorrow a key that never leaves a vault.
 * `id` is the verification method, a URL in our DID document. `sign` gives 64 raw bytes for Ed25519.
 */
export interface Signer {
  readonly id: string;
  readonly algorithm: 'Ed25519';
  sign(options: { data: Uint8Array }): Promise<Uint8Array>;
}

/** The token the signer is injected by. */
export const SIGNER = Symbol('certificates signer');

/** A public key that signed, or signs, our credentials. Keys are rotated, never forgotten. */
export interface PublishedKey {
  id: string;
  publicKeyMultibase: string;
  /** From this instant on the key signs nothing we vouch for. */
  expiresAt?: Date | null;
  /** The key fell into wrong hands: nothing it signed from this instant on counts. */
  revokedAt?: Date | null;
}
