import { CertificatesRoom } from '../../../test/fixtures/certificates-room.js';
import { GiveEvaluation } from '../applications/give-evaluation.js';
import { ApplicationQueries } from '../applications/application.queries.js';
import { AssessCandidates } from '../applications/assess-candidates.js';
import { SubmitApplication } from '../applications/submit-application.js';
import { CertificateQueries } from '../certificate.queries.js';
import { IssueCertification } from '../issuing/issue-certification.js';
import { RevokeCertificate } from '../issuing/revoke-certificate.js';
import { CountCourses } from '../renewal/count-courses.js';
import { DecideHours } from '../renewal/decide-hours.js';
import { RemindHolders } from '../renewal/remind-holders.js';
import { ReportHours } from '../renewal/report-hours.js';
import { FollowLicence } from './follow-licence.js';
import { HistoryQueries } from './history.queries.js';
import { ReinstateCertificate } from './reinstate-certificate.js';
import { ReissueCertificate } from './reissue-certificate.js';
import { SuspendCertificate } from './suspend-certificate.js';

const answers = { objectives: 5, practice: 4, balance: 5, level: 3, comment: '' };
const practice = [
  { procedure: 'glabella-toxin', count: 1 },
  { procedure: 'lip-filler', count: 1 },
];

describe('a certification after its issue', () => {
  let room: CertificatesRoom;
  let admin: string;
  beforeAll(async () => {
    room = await CertificatesRoom.open();
    await room.certification('injector', { eyes: 0, practice });
    admin = await room.person('Ada Admin');
  }, 60_000);
  afterAll(() => room.close());

  const find = async (number: string) => (await room.get(CertificateQueries).byNumber(number))!;
  const statusOf = async (number: string) => (await find(number)).status;
  const grant = async (personId: string) => {
    const { applicationId } = await room.get(SubmitApplication).execute({ personId, slug: 'injector' });
    await room.get(AssessCandidates).execute(personId);
    return room.get(IssueCertification).execute(applicationId);
  };

  async function holder(): Promise<{ personId: string; number: string }> {
    const personId = await room.person();
    await room.completes(personId, 'anatomy');
    await room.passes(personId);
    await room.licence(personId);
    await room.signed(personId, 'glabella-toxin', 1);
    await room.signed(personId, 'lip-filler', 1);
    await room.get(GiveEvaluation).execute(personId, 'injector', answers);
    return { personId, number: (await grant(personId))! };
  }

  /** Its end lies so many days from now, and its beginning two years before that. */
  const endsIn = (number: string, days: number) =>
    room.db.transaction(async (tx) => {
      await tx.rows('SET LOCAL session_replication_role = replica');
      await tx.rows(
        `UPDATE certificates SET valid_until = now() + make_interval(days => $2),
           issued_at = now() + make_interval(days => $2) - interval '24 months' WHERE number = $1`,
        [number, days],
      );
    });
  const mails = (personId: string, kind: string) =>
    room.db.rows(`SELECT id FROM mails WHERE kind = $2 AND to_email = $1 || '@example.org'`, [personId, kind]);

  describe('and its suspension', () => {
    const about = (number: string, cause: 'safety' | 'complaint' = 'safety') => ({
      ...{ number, cause, reason: 'A report is looked into', by: admin },
    });

    it('shows at once, once, with a mail, and ends with its reason', async () => {
      const { personId, number } = await holder();
      const suspend = room.get(SuspendCertificate);
      const tries = await Promise.allSettled(Array.from({ length: 8 }, () => suspend.execute(about(number))));
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await statusOf(number)).toBe('suspended');
      expect(await mails(personId, 'certificate-suspended')).toHaveLength(1);
      await room.get(ReinstateCertificate).execute({ ...about(number), reason: 'Nothing was found' });
      expect(await statusOf(number)).toBe('valid');
      expect(await mails(personId, 'certificate-reinstated')).toHaveLength(1);
      await expect(room.get(ReinstateCertificate).execute(about(number))).rejects.toMatchObject({
        code: 'not_suspended',
      });
      const history = await room.get(HistoryQueries).of((await find(number)).id);
      expect(history.map(({ what, byName }) => [what, byName])).toEqual([
        ['issued', null],
        ['suspended', 'Ada Admin'],
        ['reinstated', 'Ada Admin'],
      ]);
    });

    it('lasts while one of its causes does', async () => {
      const { number } = await holder();
      await room.get(SuspendCertificate).execute(about(number, 'safety'));
      await room.get(SuspendCertificate).execute(about(number, 'complaint'));
      await room.get(ReinstateCertificate).execute(about(number, 'safety'));
      expect(await statusOf(number)).toBe('suspended');
      await room.get(ReinstateCertificate).execute(about(number, 'complaint'));
      expect(await statusOf(number)).toBe('valid');
    });

    it('follows the licence: suspended when the last one ends, never revoked, and lifted by a new one', async () => {
      const { personId, number } = await holder();
      await room.db.rows(`UPDATE licences SET expires_on = now()::date - 1, status = 'lapsed' WHERE person_id = $1`, [
        personId,
      ]);
      const follow = room.get(FollowLicence);
      await Promise.all([1, 2, 3].map(() => follow.execute(personId)));
      expect(await statusOf(number)).toBe('suspended');
      await room.licence(personId, 'pharmd');
      await follow.execute(personId);
      expect(await statusOf(number)).toBe('suspended');
      await room.licence(personId, 'md');
      await follow.execute(personId);
      await follow.execute(personId);
      expect(await statusOf(number)).toBe('valid');
      expect(await mails(personId, 'certificate-suspended')).toHaveLength(1);
    });

    it('is impossible for what is revoked or over', async () => {
      const { number } = await holder();
      await room.get(RevokeCertificate).execute({ number, reason: 'x', by: admin });
      await expect(room.get(SuspendCertificate).execute(about(number))).rejects.toMatchObject({ code: 'not_standing' });
      const ended = await holder();
      await endsIn(ended.number, -1);
      await expect(room.get(SuspendCertificate).execute(about(ended.number))).rejects.toMatchObject({
        code: 'not_standing',
      });
    });
  });

  describe('and a correction', () => {
    const correct = (number: string, correction: Parameters<ReissueCertificate['execute']>[0]['correction']) =>
      room.get(ReissueCertificate).execute({ number, correction, reason: 'Asked for', by: admin });

    it('of the name gives a new certificate in its place, with the same end, once', async () => {
      const { number } = await holder();
      const before = await find(number);
      const tries = await Promise.allSettled(
        Array.from({ length: 5 }, () => correct(number, { kind: 'name', name: ' Amélie \u202eReyes ' })),
      );
      const [first, ...more] = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value.number] : []));
      expect(more).toEqual([]);
      expect(await find(first!)).toMatchObject({
        status: 'valid',
        validUntil: before.validUntil,
        claim: { holderName: 'Amélie Reyes', competence: { follows: number } },
      });
      expect(await find(number)).toMatchObject({ status: 'superseded', succeededBy: first });
    });

    it('of the scope takes procedures away, and whoever verifies the old one offline hears of it', async () => {
      const { number } = await holder();
      const next = await correct(number, { kind: 'scope', procedures: ['lip-filler'] });
      expect((await find(next.number)).claim.competence!.procedures).toMatchObject([{ slug: 'lip-filler' }]);
      expect(await statusOf(number)).toBe('revoked');
      for (const procedures of [[], ['lip-filler'], ['glabella-toxin']]) {
        await expect(correct(next.number, { kind: 'scope', procedures })).rejects.toMatchObject({
          code: 'wrong_scope',
        });
      }
    });

    it('lifts no suspension', async () => {
      const { number } = await holder();
      await room.get(SuspendCertificate).execute({ number, cause: 'safety', reason: 'x', by: admin });
      const next = await correct(number, { kind: 'name', name: 'Another Name' });
      expect(await statusOf(next.number)).toBe('suspended');
    });

    it('issues anew what an appeal gives back, and only that', async () => {
      const { number } = await holder();
      await expect(correct(number, { kind: 'anew' })).rejects.toMatchObject({ code: 'not_standing' });
      await room.get(RevokeCertificate).execute({ number, reason: 'x', by: admin });
      await expect(correct(number, { kind: 'name', name: 'N' })).rejects.toMatchObject({ code: 'not_standing' });
      const next = await correct(number, { kind: 'anew' });
      expect([await statusOf(number), await statusOf(next.number)]).toEqual(['revoked', 'valid']);
    });
  });

  describe('and its renewal', () => {
    const report = (personId: string, hours: number, category: string) =>
      room.get(ReportHours).execute(personId, {
        ...{ title: 'Congress', provider: 'Society', category, hours: hours * 60 },
        heldOn: new Date().toISOString().slice(0, 10),
      });
    const accept = (id: string, by = admin) => room.get(DecideHours).execute({ id, verdict: 'accept', reason: '', by });

    it('asks for hours by category and a licence, not for exam and practice, and follows on the old end', async () => {
      const { personId, number } = await holder();
      await endsIn(number, 30);
      const end = (await find(number)).validUntil!;
      await room.get(GiveEvaluation).execute(personId, 'injector', answers);
      expect(await grant(personId)).toBeUndefined();
      const pending = (await room.get(ApplicationQueries).pendingOf(personId))[0]!;
      await accept((await report(personId, 8, 'general')).id);
      await accept((await report(personId, 1.5, 'safety')).id);
      await room.get(AssessCandidates).execute(personId);
      expect((await room.get(ApplicationQueries).byId(pending.id))!.status).toBe('open');
      await accept((await report(personId, 0.5, 'safety')).id);
      await room.get(AssessCandidates).execute(personId);
      const next = (await room.get(IssueCertification).execute(pending.id))!;
      expect(await find(next)).toMatchObject({
        claim: {
          competence: { cycle: 2, follows: number, procedures: [{ slug: 'glabella-toxin' }, { slug: 'lip-filler' }] },
        },
      });
      const months = (at: Date) => at.getUTCFullYear() * 12 + at.getUTCMonth();
      expect(months((await find(next)).validUntil!) - months(end)).toBe(24);
      expect(await statusOf(number)).toBe('superseded');
    });

    it('keeps a reduced scope, and waits while a suspension lasts', async () => {
      const { personId, number } = await holder();
      const reduced = await room
        .get(ReissueCertificate)
        .execute({ number, correction: { kind: 'scope', procedures: ['lip-filler'] }, reason: 'x', by: admin });
      await endsIn(reduced.number, 30);
      await room
        .get(SuspendCertificate)
        .execute({ number: reduced.number, cause: 'complaint', reason: 'x', by: admin });
      for (const [hours, category] of [
        [9, 'general'],
        [2, 'safety'],
      ] as const)
        await accept((await report(personId, hours, category)).id);
      await room.get(GiveEvaluation).execute(personId, 'injector', answers);
      expect(await grant(personId)).toBeUndefined();
      await room
        .get(ReinstateCertificate)
        .execute({ number: reduced.number, cause: 'complaint', reason: 'x', by: admin });
      const pending = (await room.get(ApplicationQueries).pendingOf(personId))[0]!;
      await room.get(AssessCandidates).execute(personId);
      const next = (await room.get(IssueCertification).execute(pending.id))!;
      expect((await find(next)).claim.competence!.procedures).toMatchObject([{ slug: 'lip-filler' }]);
    });

    it('counts hours once somebody else accepted them, and a course of ours by itself, once', async () => {
      const { personId, number } = await holder();
      await endsIn(number, 30);
      const { id } = await report(personId, 3, 'general');
      await expect(accept(id, personId)).rejects.toMatchObject({ code: 'own_hours' });
      const tries = await Promise.allSettled(Array.from({ length: 6 }, () => accept(id)));
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const enrollment = await room.db.row<{ id: string }>('SELECT id FROM enrollments WHERE person_id = $1', [
        personId,
      ]);
      const data = { enrollmentId: enrollment!.id, personId };
      await Promise.all([1, 2, 3].map(() => room.get(CountCourses).handle({ data })));
      const counted = await room.db.rows(
        `SELECT minutes FROM education_hours WHERE person_id = $1 AND status = 'accepted' ORDER BY minutes`,
        [personId],
      );
      expect(counted).toEqual([{ minutes: 90 }, { minutes: 180 }]);
      await expect(
        room
          .get(ReportHours)
          .execute(personId, { title: 't', provider: 'p', category: 'general', hours: 60, heldOn: '2999-01-01' }),
      ).rejects.toMatchObject({ code: 'held_later', fields: { heldOn: expect.any(String) } });
    });

    it('is remembered 90, 60, 30 and 7 days before the end and at the end, each once, and only the latest after a standstill', async () => {
      const { personId, number } = await holder();
      const remind = () => Promise.all([1, 2, 3].map(() => room.get(RemindHolders).execute()));
      const told = async () => (await mails(personId, 'certification-ends')).length;
      const seen: number[] = [];
      for (const days of [91, 89, 88, 59, 29, 6]) {
        await endsIn(number, days);
        await remind();
        seen.push(await told());
      }
      expect(seen).toEqual([0, 1, 1, 2, 3, 4]);
      await endsIn(number, -1);
      await remind();
      await remind();
      expect(await mails(personId, 'certification-lapsed')).toHaveLength(1);
      const late = await holder();
      await endsIn(late.number, 5);
      await remind();
      expect(await mails(late.personId, 'certification-ends')).toHaveLength(1);
    });
  });
});
