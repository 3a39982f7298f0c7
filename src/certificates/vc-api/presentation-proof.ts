import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verify } from '@digitalbazaar/vc';
import { documentLoader } from '../credential/documents.js';
import { refused, type Trust, type Verdict } from '../credential/verdict.js';

/** Whether whoever holds the credentials signed this presentation, for this challenge and domain. */
export async function presentationProof(
  presentation: object,
  { challenge, domain }: { challenge?: string; domain?: string },
  trust: Trust,
): Promise<Verdict> {
  const { verified, error } = await verify({
    presentation,
    challenge: challenge ?? challengeOf(presentation),
    domain,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: documentLoader(trust),
    now: trust.now,
    checkStatus: () => Promise.resolve({ verified: true }),
  });
  if (verified) return { verified: true };
  return refused('proof_invalid', (error?.errors?.[0] ?? error)?.message ?? 'The presentation does not verify.');
}

/** The challenge a presentation names itself, for verifiers that set none. */
function challengeOf(presentation: object): string | undefined {
  const { proof } = presentation as { proof?: { challenge?: unknown } };
  return typeof proof?.challenge === 'string' ? proof.challenge : undefined;
}
