import type { Sources } from './documents.js';
import type { DidDocument } from '../signing/did-web.js';

export type Refusal =
  | 'malformed'
  | 'unknown_issuer'
  | 'proof_invalid'
  | 'key_expired'
  | 'key_revoked'
  | 'not_yet_valid'
  | 'expired'
  | 'status_unavailable'
  | 'revoked';

export type Verdict = { verified: true } | { verified: false; reason: Refusal; detail: string };

/** What a verifier goes by. */
export interface Trust extends Sources {
  now: Date;
  did: (did: string) => DidDocument | undefined;
  /** The status list credential at an address, as it was obtained; it is verified here. */
  statusList: (url: string) => Promise<object | undefined>;
  /** When a signature was entered in the issuance log; asked only of keys that were revoked. */
  enteredAt?: (signature: string) => Promise<Date | undefined>;
}

export const refused = (reason: Refusal, detail: string): Verdict => ({ verified: false, reason, detail });
