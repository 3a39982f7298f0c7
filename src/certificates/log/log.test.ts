import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { CertificatesRoom } from '../../../test/fixtures/certificates-room.js';
import { CertificateQueries } from '../certificate.queries.js';
import { openBadge } from '../credential/open-badge.js';
import { signCredential } from '../credential/sign-credential.js';
import { VerifyFace } from '../faces/verify-face.js';
import { Issuer } from '../issuer/issuer.js';
import { RevokeCertificate } from '../issuing/revoke-certificate.js';
import { EndKey } from '../signing/end-key.js';
import { seedSigner } from '../signing/seed-signer.js';
import { EnterIssued } from './issuance-log.js';
import { entryLeaf, headText } from './log-entry.js';
import { LogQueries } from './log.queries.js';
import { LogTree } from './log-tree.js';
import { provesConsistency, provesInclusion } from './merkle.js';

const seed = Buffer.alloc(32, 3);
const environment = { CREDENTIAL_SIGNING_SEED: seed.toString('base64url') };

describe('the issuance log', () => {
  let room: CertificatesRoom;
  beforeAll(async () => {
    room = await CertificatesRoom.open(environment);
  }, 60_000);
  afterAll(() => room.close());

  async function issued() {
    const personId = await room.person();
    await room.completes(personId, 'anatomy');
    await room.issue(personId);
    const [held] = await room.get(CertificateQueries).ofPerson(personId, 1);
    return (await room.get(CertificateQueries).signed(held!.number))!;
  }
  const enter = () => room.get(EnterIssued).execute();
  const proofOf = ({ proof }: { proof: Record<string, unknown>[] }) => proof[0]!.proofValue as string;

  it('enters each certificate once, whoever enters together, and signs a head that proves it', async () => {
    const certificates = [await issued(), await issued(), await issued()];
    await Promise.all(Array.from({ length: 8 }, enter));
    const head = (await room.get(LogQueries).head())!;
    expect(head.size).toBe(3);
    const { did } = room.get(Issuer);
    const key = (await room.get(Issuer).document()).verificationMethod.find(({ id }) => id === head.keyId)!;
    expect('publicKeyMultibase' in key).toBe(true);
    const verifier = await Ed25519Multikey.from(key);
    const signature = Buffer.from(head.signature, 'base64url');
    expect(await verifier.verifier().verify({ data: Buffer.from(headText(did, head)), signature })).toBe(true);
    for (const { id, credential } of certificates) {
      const entry = (await room.get(LogQueries).ofCertificate(id))!;
      expect(entry.leaf.equals(entryLeaf('issued', proofOf(credential)))).toBe(true);
      const proof = (await room.get(LogTree).current()).inclusion(entry.position, head.size);
      expect(provesInclusion(entry.leaf, entry.position, head.size, proof, head.root)).toBe(true);
    }
  });

  it('only grows: revocations follow, and every earlier head begins the later one', async () => {
    const before = (await room.get(LogQueries).head())!;
    const { number } = await issued();
    await room.get(RevokeCertificate).execute({ number, reason: 'In error', by: await room.person() });
    await enter();
    await enter();
    const after = (await room.get(LogQueries).head())!;
    expect(after.size).toBe(before.size + 2);
    const proof = (await room.get(LogTree).current()).consistency(before.size, after.size);
    expect(provesConsistency(before, after, proof)).toBe(true);
    const kinds = await room.db.rows<{ kind: string }>('SELECT kind FROM issuance_log ORDER BY position DESC LIMIT 2');
    expect(kinds.map(({ kind }) => kind)).toEqual(['revoked', 'issued']);
  });

  it('cannot be changed', async () => {
    for (const sql of ['UPDATE issuance_log SET position = 99', 'DELETE FROM issuance_heads', 'TRUNCATE issuance_log'])
      await expect(room.db.rows(sql)).rejects.toThrow();
  });

  describe('when a key was stolen', () => {
    const check = async (credential: object) =>
      (await room.get(VerifyFace).execute(Buffer.from(JSON.stringify(credential)), '192.0.2.1')).signature;

    it('tells what was issued before from what a thief dates back; what was signed after is refused', async () => {
      const genuine = await issued();
      await enter();
      const issuer = room.get(Issuer);
      const thief = await seedSigner(seed, issuer.did);
      const claim = { ...genuine.claim, holderName: 'A Thief' };
      const forge = (at: string) =>
        signCredential(openBadge({ ...claim, issuedAt: at }, null, 7, issuer.profile.url), thief, new Date(at));
      const backdated = await forge('2026-01-01T00:00:00Z');
      expect(await check(backdated)).toMatchObject({ fits: true });
      const [{ at }] = (await room.db.rows<{ at: Date }>(`SELECT clock_timestamp() AS at`)) as [{ at: Date }];
      const numbers = await room.get(EndKey).execute({ keyId: thief.id, kind: 'revoked', at, reason: 'Stolen' });
      expect(numbers).toEqual([]);
      expect(await check(genuine.credential)).toMatchObject({ fits: true });
      expect(await check(backdated)).toMatchObject({ fits: false, reason: 'key_revoked' });
      const later = await forge(new Date(at.getTime() + 60_000).toISOString());
      expect(await check(later)).toMatchObject({ fits: false, reason: 'key_revoked' });
    });

    it('is ended once, is published as revoked, and signs nothing more', async () => {
      const { id } = await seedSigner(seed, room.get(Issuer).did);
      const end = { keyId: id, kind: 'revoked' as const, at: new Date('2026-11-23'), reason: 'Again' };
      await expect(room.get(EndKey).execute(end)).rejects.toMatchObject({ code: 'key_ended' });
      await expect(room.get(EndKey).execute({ ...end, keyId: 'did:web:x#y' })).rejects.toMatchObject({
        code: 'not_found',
      });
      const method = (await room.get(Issuer).document()).verificationMethod.find((one) => one.id === id);
      expect(method).toMatchObject({ revoked: expect.stringMatching(/^20/) as string });
      await expect(room.get(Issuer).onModuleInit()).rejects.toThrow('has ended');
    });
  });
});
