import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential as verifyProof } from '@digitalbazaar/vc';
import { z } from 'zod';
import type { DidDocument } from '../signing/did-web.js';
import { documentLoader } from './documents.js';
import { isListed } from './status-list.js';

const proofShape = z.looseObject({
  type: z.literal('DataIntegrityProof'),
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  proofPurpose: z.literal('assertionMethod'),
  created: z.iso.datetime({ offset: true }),
  verificationMethod: z.string(),
});
const shape = z.looseObject({
  issuer: z.union([z.string(), z.looseObject({ id: z.string() }).transform((issuer) => issuer.id)]),
  validFrom: z.iso.datetime({ offset: true }),
  validUntil: z.iso.datetime({ offset: true }).optional(),
  proof: z.union([z.tuple([proofShape]).transform(([proof]) => proof), proofShape]),
  credentialStatus: z
    .strictObject({
      id: z.string().optional(),
      type: z.literal('BitstringStatusListEntry'),
      statusPurpose: z.literal('revocation'),
      statusListIndex: z.string().regex(/^(0|[1-9]\d{0,8})$/),
      statusListCredential: z.url(),
    })
    .optional(),
});
const listShape = z.looseObject({
  id: z.string(),
  type: z.array(z.string()).refine((types) => types.includes('BitstringStatusListCredential')),
  credentialSubject: z.looseObject({ statusPurpose: z.literal('revocation'), encodedList: z.string() }),
});

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

export interface Trust {
  now: Date;
  did: (did: string) => DidDocument | undefined;
  /** The status list credential at an address, as it was obtained; it is verified here. */
  statusList: (url: string) => Promise<object | undefined>;
}

const refused = (reason: Refusal, detail: string): Verdict => ({ verified: false, reason, detail });

/** Checks proof, key, dates and status of a credential; each refusal says why. Fetches nothing by itself. */
export async function verifyCredential(credential: unknown, trust: Trust): Promise<Verdict> {
  const read = shape.safeParse(credential);
  if (!read.success) return refused('malformed', z.prettifyError(read.error));
  const { issuer, proof, validFrom, validUntil, credentialStatus } = read.data;

  const method = trust.did(issuer)?.verificationMethod.find(({ id }) => id === proof.verificationMethod);
  if (!method) return refused('unknown_issuer', `${proof.verificationMethod} is no key of an issuer known here.`);

  const { verified, error } = await verifyProof({
    credential: credential as object,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: documentLoader(trust),
    // Dates are judged below, by name; the status too, because the library calls a revoked credential verified.
    now: validFrom,
    checkStatus: () => Promise.resolve({ verified: true }),
  });
  if (!verified)
    return refused('proof_invalid', (error?.errors?.[0] ?? error)?.message ?? 'The signature does not fit.');

  const created = new Date(proof.created);
  if (method.expires && created >= new Date(method.expires))
    return refused('key_expired', `The key ended ${method.expires}.`);
  if (method.revoked && created >= new Date(method.revoked))
    return refused('key_revoked', `The key was revoked ${method.revoked}.`);
  if (new Date(validFrom) > trust.now) return refused('not_yet_valid', `Valid from ${validFrom}.`);
  if (validUntil && new Date(validUntil) <= trust.now) return refused('expired', `Valid until ${validUntil}.`);
  if (!credentialStatus) return { verified: true };
  return statusVerdict(credentialStatus.statusListCredential, Number(credentialStatus.statusListIndex), issuer, trust);
}

async function statusVerdict(url: string, position: number, issuer: string, trust: Trust): Promise<Verdict> {
  const list = await trust.statusList(url);
  const read = listShape.safeParse(list);
  if (!read.success || read.data.id !== url) return refused('status_unavailable', `There is no status list at ${url}.`);
  const verdict = await verifyCredential(list, trust);
  if (!verdict.verified) return refused('status_unavailable', `The status list does not verify: ${verdict.detail}`);
  if (shape.parse(list).issuer !== issuer)
    return refused('status_unavailable', 'The status list is of another issuer.');
  const listed = await isListed(read.data.credentialSubject.encodedList, position).catch(() => undefined);
  if (listed === undefined) return refused('status_unavailable', `The status list has no entry ${position}.`);
  return listed ? refused('revoked', 'The issuer has revoked this certificate.') : { verified: true };
}
