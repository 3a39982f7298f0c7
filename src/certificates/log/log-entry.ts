import { leafHash } from './merkle.js';

/**
 * What a leaf is made of: the word `issued` or `revoked`, a space, and the value of the credential's proof. Whoever has
 * the credential can compute it; from the leaf alone nobody learns a number or a name.
 */
export const entryLeaf = (kind: 'issued' | 'revoked', proofValue: string): Buffer =>
  leafHash(Buffer.from(`${kind} ${proofValue}`));

export interface LogHead {
  size: number;
  root: Buffer;
  signedAt: Date;
}

/** What the signature of a head is made over; instants to the millisecond, in UTC. */
export const headText = (did: string, { size, root, signedAt }: LogHead): string =>
  ['Glabella issuance log', did, String(size), root.toString('base64url'), signedAt.toISOString(), ''].join('\n');
