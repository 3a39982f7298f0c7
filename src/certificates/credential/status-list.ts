import { createList, decodeList } from '@digitalbazaar/vc-bitstring-status-list';
import type { Signer } from '../signing/signer.js';
import { statusListLength } from './addresses.js';
import { type SignedCredential, signCredential, wholeSeconds } from './sign-credential.js';

const hour = 3_600_000;

/** How long others may keep a list before they ask again. */
export const statusListTtl = 300_000;

export interface StatusListContent {
  id: string;
  issuer: string;
  /** Positions of what is revoked. */
  revoked: readonly number[];
}

/** The hour a list is dated with: nodes that sign the same list within it write the same bytes. */
export const statusListHour = (now: Date): Date => new Date(Math.floor(now.getTime() / hour) * hour);

/** A signed list with one bit per certificate; it says itself that it is stale after a day. */
export async function statusListCredential(
  content: StatusListContent,
  signer: Signer,
  now: Date,
): Promise<SignedCredential> {
  const list = await createList({ length: statusListLength });
  for (const position of content.revoked) list.setStatus(position, true);
  const from = statusListHour(now);
  const credential = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: content.id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: content.issuer,
    validFrom: wholeSeconds(from),
    validUntil: wholeSeconds(new Date(from.getTime() + 24 * hour)),
    credentialSubject: {
      id: `${content.id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: await list.encode(),
      ttl: statusListTtl,
    },
  };
  return signCredential(credential, signer, from);
}

/** Whether the bit at `position` is set. */
export async function isListed(encodedList: string, position: number): Promise<boolean> {
  const list = await decodeList({ encodedList });
  return list.getStatus(position);
}
