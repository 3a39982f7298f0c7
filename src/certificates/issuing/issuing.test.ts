import { CertificatesRoom } from '../../../test/fixtures/certificates-room.js';
import { Issuer } from '../issuer/issuer.js';
import { StatusLists } from '../issuer/status-lists.js';
import { CertificateQueries } from '../certificate.queries.js';
import type { SignedCredential } from '../credential/sign-credential.js';
import { verifyCredential } from '../credential/verify-credential.js';
import { newId } from '../../shared/index.js';
import { RevokeCertificate } from './revoke-certificate.js';

describe('issuing certificates', () => {
  let room: CertificatesRoom;
  beforeAll(async () => (room = await CertificatesRoom.open()), 60_000);
  afterAll(() => room.close());

  const numberOf = async (personId: string, award = 'anatomy') =>
    (await room.db.row<{ number: string }>(
      'SELECT c.number FROM certificates c JOIN awards a ON a.id = c.award_id WHERE c.person_id = $1 AND a.slug = $2',
      [personId, award],
    ))!.number;
  const credentialOf = async (personId: string): Promise<SignedCredential> =>
    (await room.get(CertificateQueries).signed(await numberOf(personId)))!.credential;

  async function verdict(credential: object, now = new Date()) {
    const document = await room.get(Issuer).document();
    return verifyCredential(credential, {
      now: new Date(now.getTime() + 1000),
      did: (did) => (did === document.id ? document : undefined),
      statusList: (url) => room.get(StatusLists).list(Number(url.split('/').at(-1))),
    });
  }

  async function holder(name?: string): Promise<string> {
    const personId = await room.person(name);
    await room.completes(personId, 'anatomy');
    await room.issue(personId);
    return personId;
  }

  const revoke = (number: string, by = newId()) =>
    room.get(RevokeCertificate).execute({ number, reason: 'Issued to the wrong person', by });

  it('waits until every course of an award is complete', async () => {
    const personId = await room.person();
    await room.issue(personId);
    expect(await room.effects(personId)).toEqual({ awards: [], facts: 0, mails: 0 });
    await room.completes(personId, 'toxins');
    await room.issue(personId);
    expect(await room.effects(personId)).toEqual({ awards: [], facts: 0, mails: 0 });
    await room.completes(personId, 'anatomy');
    await room.issue(personId);
    expect(await room.effects(personId)).toEqual({ awards: ['anatomy', 'both'], facts: 2, mails: 2 });
  });

  it('issues each certificate once when twenty handlers run together, and never again', async () => {
    const personId = await room.person();
    await room.completes(personId, 'anatomy');
    await room.completes(personId, 'toxins');
    await Promise.all(Array.from({ length: 20 }, () => room.issue(personId)));
    await room.issue(personId);
    expect(await room.effects(personId)).toEqual({ awards: ['anatomy', 'both'], facts: 2, mails: 2 });
  });

  it('states what was true on that day, also after the award and the course are worded anew', async () => {
    const personId = await holder('  Amelia \u202eReyes ');
    await room.award('anatomy', ['anatomy'], 'Another title');
    const certificate = await room.get(CertificateQueries).byNumber(await numberOf(personId));
    await room.award('anatomy', ['anatomy']);
    expect(certificate!.claim).toMatchObject({
      holderName: 'Amelia Reyes',
      award: { title: 'Award anatomy', kind: 'completion' },
      courses: [{ title: 'Anatomy of the face', edition: 1, minutes: 90, completedOn: '2026-11-20' }],
      validUntil: null,
    });
    expect(new Date(certificate!.claim.issuedAt)).toEqual(certificate!.issuedAt);
  });

  it('signs a credential that verifies with the published key, also as the database gives it back', async () => {
    expect(await verdict(await credentialOf(await holder()))).toEqual({ verified: true });
  });

  it('outlives the account', async () => {
    const personId = await room.person();
    await room.completes(personId, 'anatomy');
    await room.issue(personId);
    const number = await numberOf(personId);
    await room.db.rows('DELETE FROM enrollments WHERE person_id = $1', [personId]);
    await room.db.rows('DELETE FROM people WHERE id = $1', [personId]);
    await room.issue(personId);
    expect((await room.get(CertificateQueries).byNumber(number))!.claim.holderName).toBe('Amelia Reyes');
    await revoke(number);
    expect((await room.get(CertificateQueries).byNumber(number))!.revokedAt).toBeInstanceOf(Date);
  });

  it('can be changed by nobody', async () => {
    await holder();
    for (const table of ['certificates', 'revocations', 'signing_keys']) {
      await expect(room.db.rows(`DELETE FROM ${table}`)).rejects.toThrow('append-only');
    }
    await expect(room.db.rows(`UPDATE certificates SET holder_name = 'Somebody else'`)).rejects.toThrow('append-only');
  });

  describe('and revoking them', () => {
    it('shows at once in the status list, though the proof stays sound', async () => {
      const personId = await holder();
      const credential = await credentialOf(personId);
      expect(await verdict(credential)).toEqual({ verified: true });
      await revoke(await numberOf(personId));
      expect(await verdict(credential)).toMatchObject({ verified: false, reason: 'revoked' });
    });

    it('happens once, with one fact and one mail, whoever comes together', async () => {
      const personId = await holder();
      const number = await numberOf(personId);
      const answers = await Promise.allSettled(Array.from({ length: 8 }, () => revoke(number)));
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const refusals = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as Error] : []));
      expect(refusals).toHaveLength(7);
      for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'already_revoked', kind: 'conflict' });
      const left = await room.db.row(
        `SELECT (SELECT count(*) FROM facts WHERE name = 'certificate.revoked' AND data ->> 'number' = $1) AS facts,
           (SELECT count(*) FROM mails WHERE kind = 'certificate-revoked' AND subject LIKE '%' || $1 || '%'
             AND text LIKE '%Issued to the wrong person%') AS mails`,
        [number],
      );
      expect(left).toEqual({ facts: 1, mails: 1 });
    });

    it('does not make room for another certificate of the same cycle', async () => {
      const personId = await holder();
      await revoke(await numberOf(personId));
      await room.issue(personId);
      expect((await room.effects(personId)).awards).toEqual(['anatomy']);
    });

    it('refuses a number that was never given', async () => {
      await expect(revoke('GL-0000-0000-0000-0000-0')).rejects.toMatchObject({ code: 'not_found' });
    });
  });

  it('refuses an award for completed courses that is worded as a certification', async () => {
    await expect(room.award('boast', ['anatomy'], 'Certified Injector')).rejects.toMatchObject({
      code: 'award_wording',
    });
    expect(await room.db.rows(`SELECT FROM awards WHERE slug = 'boast'`)).toEqual([]);
  });

  it('keeps a rotated key published, so that older certificates still verify', async () => {
    const personId = await holder();
    const credential = await credentialOf(personId);
    await room.db.rows(
      `INSERT INTO signing_keys (id, did, algorithm, public_key_multibase, introduced_at)
       SELECT did || '#next', did, algorithm, 'z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH', now() + interval '1 day'
       FROM signing_keys WHERE algorithm = 'Ed25519'`,
    );
    const { assertionMethod } = await room.get(Issuer).document();
    expect(assertionMethod).toHaveLength(3);
    expect(assertionMethod[0]).toMatch(/#next$/);
    expect(await verdict(credential)).toEqual({ verified: true });
  });
});
