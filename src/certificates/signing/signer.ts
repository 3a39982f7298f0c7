/**
 * Whatever holds a private key: a seed in memory, or a key that never leaves a vault. `id` is the verification method, a
 * URL in our DID document. `sign` gives 64 raw bytes: Ed25519, or r and s of ES256 (P-256 with SHA-256).
 */
export interface Signer {
  readonly id: string;
  readonly algorithm: 'Ed25519' | 'ES256';
  sign(options: { data: Uint8Array }): Promise<Uint8Array>;
}

/** A signer with its public half, as the DID document shows it. */
export interface PublishedSigner extends Signer {
  readonly published: PublishedKey;
}

/** The token the signer of credentials (Ed25519) is injected by. */
export const SIGNER = Symbol('certificates signer');

/** The token the signer of JSON Web Tokens (ES256) is injected by: another key, so that one can be rotated alone. */
export const TOKEN_SIGNER = Symbol('certificates token signer');

/** A public key that signed, or signs, our credentials. Keys are rotated, never forgotten. */
export type PublishedKey = {
  id: string;
  /** From this instant on the key signs nothing we vouch for. */
  expiresAt?: Date | null;
  /** The key fell into wrong hands: nothing it signed from this instant on counts. */
  revokedAt?: Date | null;
} & ({ publicKeyMultibase: string; publicKeyJwk?: null } | { publicKeyMultibase?: null; publicKeyJwk: PublicJwk });

/** The public half of a P-256 key as RFC 7517 writes it; coordinates as base64url. */
export interface PublicJwk {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
}
