import { CertificatesRoom } from '../../../test/fixtures/certificates-room.js';
import { ApplicationQueries } from '../applications/application.queries.js';
import { AssessCandidates } from '../applications/assess-candidates.js';
import { DecideApplication } from '../applications/decide-application.js';
import { GiveEvaluation } from '../applications/give-evaluation.js';
import { SubmitApplication } from '../applications/submit-application.js';
import { WithdrawApplication } from '../applications/withdraw-application.js';
import { CertificateQueries } from '../certificate.queries.js';
import { IssueCertification } from '../issuing/issue-certification.js';
import { RevokeCertificate } from '../issuing/revoke-certificate.js';
import { SurrenderCertificate } from '../lifecycle/surrender-certificate.js';
import { SuspendCertificate, type SuspensionCause } from '../lifecycle/suspend-certificate.js';
import { CaseQueries } from './case.queries.js';
import { EndAuthority } from '../../eligibility/preceptors/end-authority.js';
import { DecideCase } from './decide-case.js';
import { FollowPractice } from './follow-practice.js';
import { RequestName } from './request-name.js';
import { SettleCase } from './settle-case.js';
import { SubmitAppeal } from './submit-appeal.js';
import { complaintsPerMinute, SubmitComplaint } from './submit-complaint.js';
import { WithdrawCase } from './withdraw-case.js';

const answers = { objectives: 5, practice: 4, balance: 5, level: 3, comment: '' };

describe('a case', () => {
  let room: CertificatesRoom;
  let examiner: string;
  beforeAll(async () => {
    room = await CertificatesRoom.open();
    await room.certification('injector');
    examiner = await room.person('Erin Examiner');
  }, 60_000);
  afterAll(() => room.close());

  const decideOn = (applicationId: string, verdict: 'grant' | 'refuse', by = examiner) =>
    room.get(DecideApplication).execute({ applicationId, verdict, reason: 'Seen', by });

  async function applied() {
    const personId = await room.person();
    await room.completes(personId, 'anatomy');
    await room.passes(personId);
    await room.licence(personId);
    const preceptor = await room.signed(personId, 'glabella-toxin', 2);
    await room.get(GiveEvaluation).execute(personId, 'injector', answers);
    const { applicationId } = await room.get(SubmitApplication).execute({ personId, slug: 'injector' });
    await room.get(AssessCandidates).execute(personId);
    return { personId, applicationId, preceptor };
  }

  async function refusedApplication() {
    const candidate = await applied();
    await decideOn(candidate.applicationId, 'refuse');
    return candidate;
  }

  async function certified() {
    const candidate = await applied();
    await decideOn(candidate.applicationId, 'grant');
    await room.get(IssueCertification).execute(candidate.applicationId);
    const [held] = await room.get(CertificateQueries).ofPerson(candidate.personId, 1);
    return { ...candidate, number: held!.number };
  }

  const suspend = (number: string, cause: SuspensionCause = 'decision') =>
    room.get(SuspendCertificate).execute({ number, cause, reason: 'A report', by: examiner });
  const standing = async (number: string) => (await room.get(CertificateQueries).byNumber(number))!;
  const found = async (id: string) => (await room.get(CaseQueries).byId(id))!;
  const appeal = (personId: string, against: { applicationId: string } | { number: string }) =>
    room.get(SubmitAppeal).execute({ personId, against, text: 'Please look again' });
  const answer = async (caseId: string, outcome: 'upheld' | 'dismissed', by?: string) => {
    await room.get(DecideCase).execute({ caseId, outcome, answer: 'Looked into', by: by ?? (await room.person()) });
    if (outcome === 'dismissed') return;
    await room.get(SettleCase).handle({ data: { caseId } });
    // Facts may come twice.
    await room.get(SettleCase).handle({ data: { caseId } });
  };
  const mails = (personId: string) =>
    room.db
      .rows<{ kind: string }>(`SELECT kind FROM mails WHERE to_email = $1 AND kind LIKE 'case-%' ORDER BY id`, [
        `${personId}@example.org`,
      ])
      .then((rows) => rows.map(({ kind }) => kind));

  describe('that is an appeal', () => {
    it('against a refusal sends the application to people who have not decided on it', async () => {
      const { personId, applicationId } = await refusedApplication();
      const { id } = await appeal(personId, { applicationId });
      await answer(id, 'upheld');
      expect((await room.get(ApplicationQueries).byId(applicationId))!.status).toBe('ready');
      await expect(decideOn(applicationId, 'grant')).rejects.toMatchObject({ code: 'not_impartial' });
      expect(await decideOn(applicationId, 'grant', await room.person())).toEqual({ status: 'granted' });
      expect(await mails(personId)).toEqual(['case-received', 'case-answered']);
    });

    it('that is dismissed changes nothing and is answered', async () => {
      const { personId, applicationId } = await refusedApplication();
      const { id } = await appeal(personId, { applicationId });
      await answer(id, 'dismissed');
      expect((await room.get(ApplicationQueries).byId(applicationId))!.status).toBe('refused');
      expect(await found(id)).toMatchObject({ status: 'dismissed', answer: 'Looked into' });
      expect(await mails(personId)).toEqual(['case-received', 'case-answered']);
      await expect(answer(id, 'upheld')).rejects.toMatchObject({ code: 'case_closed' });
    });

    it('leaves an application alone whose candidate has applied again', async () => {
      const { personId, applicationId } = await refusedApplication();
      const { id } = await appeal(personId, { applicationId });
      await room.get(SubmitApplication).execute({ personId, slug: 'injector' });
      await answer(id, 'upheld');
      expect((await room.get(ApplicationQueries).byId(applicationId))!.status).toBe('refused');
      expect(await room.get(ApplicationQueries).pendingOf(personId)).toHaveLength(1);
    });

    it('against a suspension ends every cause but the licence', async () => {
      const { personId, number } = await certified();
      await suspend(number, 'decision');
      await suspend(number, 'safety');
      await answer((await appeal(personId, { number })).id, 'upheld');
      expect((await standing(number)).status).toBe('valid');
      await suspend(number, 'licence');
      await answer((await appeal(personId, { number })).id, 'upheld');
      expect((await standing(number)).status).toBe('suspended');
    });

    it('against a revocation leads to a new certificate, once; the old one stays revoked', async () => {
      const { personId, number } = await certified();
      await room.get(RevokeCertificate).execute({ number, reason: 'In error', by: examiner });
      await answer((await appeal(personId, { number })).id, 'upheld');
      const held = await room.get(CertificateQueries).ofPerson(personId, 10);
      expect(held.map(({ status }) => status)).toEqual(['valid', 'revoked']);
    });

    it('is only against a fresh decision about oneself, and only once at a time', async () => {
      const { personId, applicationId } = await refusedApplication();
      const stranger = await room.person();
      await expect(appeal(stranger, { applicationId })).rejects.toMatchObject({ code: 'not_found' });
      const { personId: holder, number } = await certified();
      await expect(appeal(holder, { number })).rejects.toMatchObject({ code: 'not_appealable' });
      await expect(appeal(stranger, { number })).rejects.toMatchObject({ code: 'not_found' });
      const asked = await Promise.allSettled(Array.from({ length: 5 }, () => appeal(personId, { applicationId })));
      expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const { personId: late, applicationId: old } = await refusedApplication();
      await room.db.rows(`UPDATE applications SET closed_at = now() - interval '61 days' WHERE id = $1`, [old]);
      await expect(appeal(late, { applicationId: old })).rejects.toMatchObject({ code: 'not_appealable' });
    });

    it('is decided by nobody who took part, taught, or is concerned', async () => {
      const { personId, applicationId, preceptor } = await refusedApplication();
      const { id } = await appeal(personId, { applicationId });
      for (const by of [examiner, preceptor, personId])
        await expect(answer(id, 'upheld', by)).rejects.toMatchObject({ code: 'not_impartial' });
      expect(await found(id)).toMatchObject({ status: 'open' });
      expect((await room.get(CaseQueries).waiting(personId)).map((one) => one.id)).not.toContain(id);
      const other = await certified();
      await suspend(other.number);
      const { id: second } = await appeal(other.personId, { number: other.number });
      await expect(answer(second, 'upheld', examiner)).rejects.toMatchObject({ code: 'not_impartial' });
    });
  });

  describe('that is a complaint', () => {
    const complain = (number: string, from: Partial<Parameters<SubmitComplaint['execute']>[0]> = {}) =>
      room.get(SubmitComplaint).execute({ number, text: 'Harm was done', by: null, ip: '192.0.2.1', ...from });

    it('suspends when it is upheld, tells the holder the answer and never who complained', async () => {
      const { personId, number } = await certified();
      const { id } = await complain(number, { contact: 'patient@example.net', ip: '192.0.2.7' });
      await answer(id, 'upheld');
      expect((await standing(number)).status).toBe('suspended');
      const told = await room.db.rows<{ to: string; text: string }>(
        `SELECT to_email AS to, text FROM mails WHERE to_email IN ($1, 'patient@example.net') ORDER BY id`,
        [`${personId}@example.org`],
      );
      expect(told.filter(({ to }) => to === 'patient@example.net')).toHaveLength(2);
      const toHolder = told.filter(({ to }) => to !== 'patient@example.net').map(({ text }) => text);
      expect(toHolder.at(-1)).toContain('Looked into');
      expect(toHolder.join()).not.toContain('patient@');
    });

    it('needs a certificate that exists, and comes from one network a few times a minute', async () => {
      await expect(complain('GL-0123-4567-89AB-CDEF-5')).rejects.toMatchObject({ code: 'not_found' });
      const { number } = await certified();
      for (let sent = 0; sent < complaintsPerMinute; sent += 1) await complain(number, { ip: '192.0.2.9' });
      await expect(complain(number, { ip: '192.0.2.9' })).rejects.toMatchObject({ code: 'too_many_complaints' });
      await complain(number, { ip: '192.0.2.10' });
    });
  });

  describe('that is a request for another name', () => {
    const request = (personId: string, number: string) =>
      room.get(RequestName).execute({ personId, number, wanted: ' Amelia  Okonkwo ', text: 'Marriage, see licence' });

    it('puts a certificate with the new name in the place of the old one', async () => {
      const { personId, number } = await certified();
      await answer((await request(personId, number)).id, 'upheld');
      const old = await standing(number);
      expect(old.status).toBe('superseded');
      expect((await standing(old.succeededBy!)).claim.holderName).toBe('Amelia Okonkwo');
    });

    it('is for one’s own certificate that stands', async () => {
      const { number } = await certified();
      await expect(request(await room.person(), number)).rejects.toMatchObject({ code: 'not_found' });
      const given = await certified();
      await room.get(SurrenderCertificate).execute({ personId: given.personId, number: given.number });
      await expect(request(given.personId, given.number)).rejects.toMatchObject({ code: 'not_standing' });
    });
  });

  it('is taken back by whoever opened it, while it is open', async () => {
    const { personId, applicationId } = await refusedApplication();
    const { id } = await appeal(personId, { applicationId });
    const withdraw = (by: string) => room.get(WithdrawCase).execute({ caseId: id, personId: by });
    await expect(withdraw(await room.person())).rejects.toMatchObject({ code: 'not_found' });
    await withdraw(personId);
    expect((await found(id)).status).toBe('withdrawn');
    await expect(withdraw(personId)).rejects.toMatchObject({ code: 'case_closed' });
    await expect(answer(id, 'upheld')).rejects.toMatchObject({ code: 'case_closed' });
    expect((await appeal(personId, { applicationId })).id).not.toBe(id);
  });

  it('is closed once, whoever decides and withdraws together', async () => {
    const { personId, applicationId } = await refusedApplication();
    const { id } = await appeal(personId, { applicationId });
    const both = await Promise.allSettled([
      answer(id, 'dismissed'),
      answer(id, 'dismissed'),
      room.get(WithdrawCase).execute({ caseId: id, personId }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('of withdrawing an application leaves room for another; what is decided is not withdrawn', async () => {
    const { personId, applicationId } = await applied();
    const withdraw = () => room.get(WithdrawApplication).execute({ personId, slug: 'injector' });
    await withdraw();
    expect((await room.get(ApplicationQueries).byId(applicationId))!.status).toBe('withdrawn');
    await expect(withdraw()).rejects.toMatchObject({ code: 'not_found' });
    await expect(decideOn(applicationId, 'grant')).rejects.toMatchObject({ code: 'application_closed' });
    expect((await room.get(SubmitApplication).execute({ personId, slug: 'injector' })).applicationId).not.toBe(
      applicationId,
    );
  });

  it('of giving a certificate back revokes it, by its holder alone', async () => {
    const { personId, number } = await certified();
    const surrender = (by: string) => room.get(SurrenderCertificate).execute({ personId: by, number });
    await expect(surrender(await room.person())).rejects.toMatchObject({ code: 'not_found' });
    await surrender(personId);
    expect((await standing(number)).status).toBe('revoked');
    await expect(surrender(personId)).rejects.toMatchObject({ code: 'already_revoked' });
  });

  describe('of the product’s own', () => {
    const revoke = async (personId: string, kind: 'ended' | 'revoked' = 'revoked') => {
      const { authorityId } = (await room.db.row<{ authorityId: string }>(
        `SELECT s.authority_id AS "authorityId" FROM sign_offs s JOIN logbook_entries e ON e.id = s.entry_id
         WHERE e.person_id = $1 LIMIT 1`,
        [personId],
      ))!;
      await room.get(EndAuthority).execute({ authorityId, kind, reason: 'Never had one', by: examiner });
      return authorityId;
    };
    const about = (number: string) =>
      room.db.rows<{ id: string; text: string }>(
        `SELECT k.id, k.text FROM certificate_cases k JOIN certificates c ON c.id = k.certificate_id WHERE c.number = $1`,
        [number],
      );
    const discounted = (personId: string) =>
      room.db.rows(`SELECT 1 FROM facts WHERE name = 'practice.discounted' AND data ->> 'personId' = $1`, [personId]);

    it('puts a certificate before people when who signed for it turns out to have had no authority, once', async () => {
      const { personId, number } = await certified();
      const authorityId = await revoke(personId);
      await revoke(personId);
      expect(await discounted(personId)).toHaveLength(1);
      const told = { data: { personId, authorityId } };
      await Promise.all([1, 2, 3].map(() => room.get(FollowPractice).discounted(told)));
      const cases = await about(number);
      expect(cases).toHaveLength(1);
      expect(cases[0]!.text).toContain('Glabellar lines: 0 of 2');
      const held = await room.get(CertificateQueries).byNumber(number);
      expect(held!.status).toBe('valid');
      await room.get(DecideCase).execute({
        caseId: cases[0]!.id,
        outcome: 'upheld',
        answer: 'Show two more.',
        by: await room.person('Una Part'),
      });
      await room.get(SettleCase).handle({ data: { caseId: cases[0]!.id } });
      expect((await room.get(CertificateQueries).byNumber(number))!.status).toBe('suspended');
    });

    it('is not opened where enough still counts, nor when an authority only ended', async () => {
      const enough = await certified();
      await room.signed(enough.personId, 'glabella-toxin', 2);
      const authorityId = await revoke(enough.personId);
      await room.get(FollowPractice).discounted({ data: { personId: enough.personId, authorityId } });
      expect(await about(enough.number)).toEqual([]);
      const ended = await certified();
      await revoke(ended.personId, 'ended');
      expect(await discounted(ended.personId)).toEqual([]);
    });

    it('comes with a new look at a ready application', async () => {
      const { personId, applicationId } = await applied();
      await revoke(personId);
      await room.get(AssessCandidates).discounted({ data: { personId } });
      expect((await room.get(ApplicationQueries).byId(applicationId))!.status).toBe('open');
    });
  });
});
