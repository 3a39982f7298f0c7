import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential as verifyProof } from '@digitalbazaar/vc';
import { z } from 'zod';
import type { VerificationMethod } from '../signing/did-web.js';
import { provenShape, type ReadCredential, statusListShape } from './credential-shape.js';
import { documentLoader } from './documents.js';
import { isListed } from './status-list.js';
import { refused, type Trust, type Verdict } from './verdict.js';

/** Checks proof, key, dates and status of a credential; each refusal says why. Fetches nothing by itself. */
export async function verifyCredential(credential: unknown, trust: Trust): Promise<Verdict> {
  const read = provenShape.safeParse(credential);
  if (!read.success) return refused('malformed', z.prettifyError(read.error));
  const { issuer, proof, validFrom } = read.data;

  const method = trust.did(issuer)?.verificationMethod.find(({ id }) => id === proof.verificationMethod);
  if (!method) return refused('unknown_issuer', `${proof.verificationMethod} is no key of an issuer known here.`);

  const { verified, error } = await verifyProof({
    credential: credential as object,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: documentLoader(trust),
    // Dates are judged below, by name; the status too, because the library calls a revoked credential verified.
    now: validFrom ?? trust.now,
    checkStatus: () => Promise.resolve({ verified: true }),
  });
  if (!verified)
    return refused('proof_invalid', (error?.errors?.[0] ?? error)?.message ?? 'The signature does not fit.');
  const signed = { method, signedAt: new Date(proof.created), signature: proof.proofValue };
  return judge(read.data, signed, trust);
}

/** What a genuine signature is worth: its key, the dates of the credential, and its status. */
export async function judge(
  credential: ReadCredential,
  { method, signedAt, signature }: { method: VerificationMethod; signedAt: Date; signature: string },
  trust: Trust,
): Promise<Verdict> {
  const { issuer, validFrom, validUntil, credentialStatus } = credential;
  if (method.expires && signedAt >= new Date(method.expires))
    return refused('key_expired', `The key ended ${method.expires}.`);
  if (method.revoked && signedAt >= new Date(method.revoked))
    return refused('key_revoked', `The key was revoked ${method.revoked}.`);
  if (method.revoked && credentialStatus && !(await wasEntered(signature, new Date(method.revoked), trust)))
    return refused(
      'key_revoked',
      `The key was revoked, and the issuance log had not seen this before ${method.revoked}.`,
    );
  if (validFrom && new Date(validFrom) > trust.now) return refused('not_yet_valid', `Valid from ${validFrom}.`);
  if (validUntil && new Date(validUntil) <= trust.now) return refused('expired', `Valid until ${validUntil}.`);
  if (!credentialStatus) return { verified: true };
  return statusVerdict(credentialStatus.statusListCredential, Number(credentialStatus.statusListIndex), issuer, trust);
}

/** A thief can date back a proof, and cannot enter it in the log of the past. Without a log nothing can be said. */
async function wasEntered(signature: string, before: Date, { enteredAt }: Trust): Promise<boolean> {
  if (!enteredAt) return true;
  const at = await enteredAt(signature);
  return at !== undefined && at < before;
}

async function statusVerdict(url: string, position: number, issuer: string, trust: Trust): Promise<Verdict> {
  const list = await trust.statusList(url);
  const read = statusListShape.safeParse(list);
  if (!read.success || read.data.id !== url) return refused('status_unavailable', `There is no status list at ${url}.`);
  const verdict = await verifyCredential(list, trust);
  if (!verdict.verified) return refused('status_unavailable', `The status list does not verify: ${verdict.detail}`);
  if (provenShape.parse(list).issuer !== issuer)
    return refused('status_unavailable', 'The status list is of another issuer.');
  const listed = await isListed(read.data.credentialSubject.encodedList, position).catch(() => undefined);
  if (listed === undefined) return refused('status_unavailable', `The status list has no entry ${position}.`);
  return listed ? refused('revoked', 'The issuer has revoked this certificate.') : { verified: true };
}
