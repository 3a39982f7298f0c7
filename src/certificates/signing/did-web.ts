import type { PublishedKey } from './signer.js';

/** The DID of whoever answers at `baseUrl`: `did:web:localhost%3A3000`. Throws for an address below a path. */
export function didWeb(baseUrl: string): string {
  const url = new URL(baseUrl);
  if (url.pathname !== '/')
    throw new Error(`BASE_URL: a did:web issuer needs an origin without a path, not ${baseUrl}`);
  return `did:web:${encodeURIComponent(url.host)}`;
}

/** What `/.well-known/did.json` says: every key that ever signed, so that old certificates stay verifiable. */
export function didDocument(did: string, keys: readonly PublishedKey[]) {
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
      'https://w3id.org/security/jwk/v1',
    ],
    id: did,
    verificationMethod: keys.map((key) => ({
      id: key.id,
      ...(key.publicKeyJwk
        ? { type: 'JsonWebKey', controller: did, publicKeyJwk: key.publicKeyJwk }
        : { type: 'Multikey', controller: did, publicKeyMultibase: key.publicKeyMultibase }),
      ...(key.expiresAt && { expires: key.expiresAt.toISOString() }),
      ...(key.revokedAt && { revoked: key.revokedAt.toISOString() }),
    })),
    assertionMethod: keys.map((key) => key.id),
  };
}

export type DidDocument = ReturnType<typeof didDocument>;
export type VerificationMethod = DidDocument['verificationMethod'][number];
