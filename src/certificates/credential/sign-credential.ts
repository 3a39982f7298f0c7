import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import type { Signer } from '../signing/signer.js';
import { documentLoader, type Sources } from './documents.js';

export interface SignedCredential {
  id: string;
  proof: Record<string, unknown>[];
  [member: string]: unknown;
}

/** A signed copy of `credential`, its one `eddsa-rdfc-2022` proof made at `now`, in an array as Open Badges wants it. */
export async function signCredential(
  credential: object,
  signer: Signer,
  now: Date,
  sources: Sources = {},
): Promise<SignedCredential> {
  const suite = new DataIntegrityProof({ signer, cryptosuite, date: wholeSeconds(now) });
  // The library writes into what it is given.
  const signed = await issue({
    credential: structuredClone(credential),
    suite,
    documentLoader: documentLoader(sources),
    now,
  });
  return { ...signed, proof: [signed.proof] } as SignedCredential;
}

/** The same credential with its members in the order a person reads them; the database keeps them in another. */
export function inReadingOrder(credential: SignedCredential): SignedCredential {
  const { '@context': context, id, type, name, issuer, ...rest } = credential;
  return { '@context': context, id, type, name, issuer, ...rest };
}

/** "2026-11-22T18:00:00Z": the precision that proofs are dated with. */
export const wholeSeconds = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;
