import { createHash } from 'node:crypto';
import { didDocument, didWeb } from '../signing/did-web.js';
import { seedSigner } from '../signing/seed-signer.js';
import type { PublishedKey, PublishedSigner } from '../signing/signer.js';
import { addresses } from './addresses.js';
import type { Claim } from './claim.js';
import { exampleClaim } from './claim.example.js';
import { bundledContexts, documentLoader } from './documents.js';
import { openBadge } from './open-badge.js';
import { hashedEmail } from './recipient.js';
import { type SignedCredential, signCredential } from './sign-credential.js';
import { statusListCredential } from './status-list.js';
import type { Trust } from './verdict.js';
import { verifyCredential } from './verify-credential.js';

const base = 'http://localhost:3000';
const did = didWeb(base);
const issuedAt = new Date(exampleClaim.issuedAt);
const later = new Date('2026-12-24T09:00:00Z');

let signer: PublishedSigner;
let credential: SignedCredential;
beforeAll(async () => {
  signer = await seedSigner(Buffer.alloc(32, 7), did);
  credential = await signed();
});

async function signed(changes: Partial<Claim> = {}, by = signer): Promise<SignedCredential> {
  const badge = openBadge({ ...exampleClaim, ...changes }, hashedEmail('amelia@example.test', 'salt'), 42, base);
  return signCredential(badge, by, issuedAt);
}

function trust(
  options: { now?: Date; revoked?: number[]; keys?: PublishedKey[]; listBy?: PublishedSigner } = {},
): Trust {
  const now = options.now ?? later;
  const id = addresses(base).statusList(1);
  return {
    now,
    did: (asked) => (asked === did ? didDocument(did, options.keys ?? [signer.published]) : undefined),
    statusList: (url) =>
      url === id
        ? statusListCredential({ id, issuer: did, revoked: options.revoked ?? [] }, options.listBy ?? signer, now)
        : Promise.resolve(undefined),
  };
}

const copy = () => structuredClone(credential);

describe('a signed credential', () => {
  it('verifies, and goes on verifying after the key was rotated', async () => {
    expect(await verifyCredential(copy(), trust())).toEqual({ verified: true });
    const next = await seedSigner(Buffer.alloc(32, 8), did);
    const keys = [next.published, signer.published];
    expect(await verifyCredential(copy(), trust({ keys }))).toEqual({ verified: true });
  });

  it('has the form Open Badges 3.0 asks for', () => {
    expect(credential).toMatchObject({
      id: `${base}/certificates/${exampleClaim.number}.json`,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      credentialSubject: { name: 'Amelia Okonkwo-Reyes', achievement: { achievementType: 'Certificate' } },
      credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '42' },
    });
    expect(credential.proof).toEqual([
      expect.objectContaining({
        type: 'DataIntegrityProof',
        cryptosuite: 'eddsa-rdfc-2022',
        verificationMethod: signer.id,
      }),
    ]);
  });

  it('names the holder but gives the e-mail address only as a salted hash', () => {
    expect(JSON.stringify(credential)).not.toContain('amelia@');
    expect(hashedEmail(' Amelia@Example.test ', 'salt')).toEqual(hashedEmail('amelia@example.test', 'salt'));
    expect(hashedEmail('amelia@example.test').identityHash).not.toBe(hashedEmail('amelia@example.test').identityHash);
  });

  it('is refused when any one of its values is changed', async () => {
    const leaves = paths(credential).filter(([, value]) => typeof value === 'string');
    expect(leaves.length).toBeGreaterThan(40);
    for (const [path, value] of leaves) {
      const changed = set(
        copy(),
        path,
        `${(value as string).slice(0, -1)}${(value as string).endsWith('x') ? 'y' : 'x'}`,
      );
      expect([path.join('.'), (await verifyCredential(changed, trust())).verified]).toEqual([path.join('.'), false]);
    }
  });

  it('is refused when something is added or taken away', async () => {
    const extra = { ...copy(), description: 'And much more' };
    expect(await verifyCredential(extra, trust())).toMatchObject({ reason: 'proof_invalid' });
    const without = copy();
    delete without.credentialStatus;
    expect(await verifyCredential(without, trust({ revoked: [42] }))).toMatchObject({ reason: 'proof_invalid' });
  });

  it('says why it is refused', async () => {
    expect(await verifyCredential({ hello: 'world' }, trust())).toMatchObject({ reason: 'malformed' });
    expect(await verifyCredential('credential', trust())).toMatchObject({ reason: 'malformed' });
    expect(await verifyCredential(copy(), trust({ revoked: [42] }))).toMatchObject({ reason: 'revoked' });
    expect(await verifyCredential(copy(), trust({ revoked: [41, 43] }))).toEqual({ verified: true });
    expect(await verifyCredential(copy(), trust({ now: new Date(+issuedAt - 1000) }))).toMatchObject({
      reason: 'not_yet_valid',
    });
    const brief = await signed({ validUntil: '2026-12-01T00:00:00Z' });
    expect(await verifyCredential(brief, trust())).toMatchObject({ reason: 'expired' });
    const offline = { ...trust(), statusList: () => Promise.resolve(undefined) };
    expect(await verifyCredential(copy(), offline)).toMatchObject({ reason: 'status_unavailable' });
  });

  it('that was revoked is refused offline with a fresh list and with a stale one, and never passes for lack of one', async () => {
    const id = addresses(base).statusList(1);
    /** A verifier without network: the list as it was fetched that day. */
    const offline = (revoked: number[], fetched: Date, now: Date): Trust => ({
      ...trust({ now }),
      statusList: () => statusListCredential({ id, issuer: did, revoked }, signer, fetched),
    });
    const hours = (count: number) => new Date(+later + count * 3_600_000);
    expect(await verifyCredential(copy(), offline([42], later, hours(1)))).toMatchObject({ reason: 'revoked' });
    // Fetched before the revocation: it tells nothing of it, so it counts for a day and no longer.
    expect(await verifyCredential(copy(), offline([], later, hours(1)))).toEqual({ verified: true });
    for (const revoked of [[], [42]])
      expect(await verifyCredential(copy(), offline(revoked, later, hours(25)))).toMatchObject({
        reason: 'status_unavailable',
        detail: expect.stringContaining('Valid until'),
      });
    // A list from the future: the clock of whoever verifies is wrong.
    expect(await verifyCredential(copy(), offline([], hours(5), later))).toMatchObject({
      reason: 'status_unavailable',
    });
  });

  it('is refused when a stranger signed it, or signed the status list', async () => {
    const stranger = await seedSigner(Buffer.alloc(32, 9), did);
    expect(await verifyCredential(await signed({}, stranger), trust())).toMatchObject({ reason: 'unknown_issuer' });
    const forged = { ...stranger, id: signer.id };
    expect(await verifyCredential(await signed({}, forged), trust())).toMatchObject({ reason: 'proof_invalid' });
    expect(await verifyCredential(copy(), trust({ listBy: forged }))).toMatchObject({ reason: 'status_unavailable' });
  });

  it('is refused when its key had expired or was revoked before the proof was made', async () => {
    const before = new Date(+issuedAt - 1000);
    const after = new Date(+issuedAt + 1000);
    const keyed = (changes: Pick<PublishedKey, 'expiresAt' | 'revokedAt'>) =>
      trust({ keys: [{ ...signer.published, ...changes }], listBy: signer });
    expect(await verifyCredential(copy(), keyed({ expiresAt: before }))).toMatchObject({ reason: 'key_expired' });
    expect(await verifyCredential(copy(), keyed({ revokedAt: before }))).toMatchObject({ reason: 'key_revoked' });
    const badge: object & { credentialStatus?: object } = openBadge(
      exampleClaim,
      hashedEmail('a@example.test'),
      1,
      base,
    );
    delete badge.credentialStatus;
    const plain = await signCredential(badge, signer, issuedAt);
    expect(await verifyCredential(plain, keyed({ expiresAt: after, revokedAt: after }))).toEqual({ verified: true });
  });
});

describe('a status list', () => {
  it('is the same bytes from every node within the hour, and says when it is stale', async () => {
    const content = { id: addresses(base).statusList(1), issuer: did, revoked: [3] };
    const one = await statusListCredential(content, signer, new Date('2026-11-22T18:05:00Z'));
    const other = await statusListCredential(content, signer, new Date('2026-11-22T18:55:00Z'));
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
    expect(one).toMatchObject({ validFrom: '2026-11-22T18:00:00Z', validUntil: '2026-11-23T18:00:00Z' });
  });
});

describe('did:web', () => {
  it('is the address with its port percent-encoded, and never a path', () => {
    expect(didWeb('http://localhost:3000')).toBe('did:web:localhost%3A3000');
    expect(didWeb('https://glabella.example/')).toBe('did:web:glabella.example');
    expect(() => didWeb('https://example.com/academy')).toThrow('without a path');
  });
});

describe('documents', () => {
  it('are the pinned bytes of each context', () => {
    const hashes = [...bundledContexts].map(([url, document]) => [
      url,
      createHash('sha256').update(JSON.stringify(document)).digest('hex'),
    ]);
    expect(hashes).toMatchInlineSnapshot(`
      [
        [
          "https://www.w3.org/ns/credentials/v2",
          "bf6fd611e6773d58f649459a45dbbb81f94e8cfd058a756644cd5a4a882c4050",
        ],
        [
          "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
          "e407ae98563c7b4708be4c8198a7f254bc09c131afc68e73d5f90eb0a34c6f7f",
        ],
        [
          "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
          "f9767b4f07e2c92e6c084c34882f67cb335b13f0aface4b9bfc2ea08432a5892",
        ],
        [
          "https://w3id.org/security/data-integrity/v2",
          "be223c58c54657e930970f0d11f03caf7287bddc7be7e6f010855190c6b39c21",
        ],
      ]
    `);
  });

  it('are never fetched', async () => {
    const load = documentLoader();
    for (const url of [
      'https://www.w3.org/2018/credentials/v1',
      'http://localhost:1/x',
      'file:///etc/passwd',
      'did:web:x',
    ]) {
      await expect(load(url)).rejects.toThrow('Refused to load');
    }
  });
});

type Path = (string | number)[];

function paths(value: unknown, path: Path = []): [Path, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, child]) => paths(child, [...path, key]));
}

function set<T extends object>(root: T, path: Path, value: string): T {
  let at = root as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  at[path.at(-1)!] = value;
  return root;
}
