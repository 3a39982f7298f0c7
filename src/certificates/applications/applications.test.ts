import { CertificatesRoom } from '../../../test/fixtures/certificates-room.js';
import { CertificateQueries } from '../certificate.queries.js';
import { IssueCertification } from '../issuing/issue-certification.js';
import { ApplicationQueries } from './application.queries.js';
import { AssessCandidates } from './assess-candidates.js';
import { DecideApplication } from './decide-application.js';
import { GiveEvaluation } from './give-evaluation.js';
import { SubmitApplication } from './submit-application.js';

const answers = { objectives: 5, practice: 4, balance: 5, level: 3, comment: '' };

describe('applying for a certification', () => {
  let room: CertificatesRoom;
  beforeAll(async () => {
    room = await CertificatesRoom.open();
    await room.certification('injector');
    await room.certification('two-eyes', { eyes: 2 });
    await room.certification('by-itself', { eyes: 0 });
  }, 60_000);
  afterAll(() => room.close());

  const apply = async (personId: string, slug = 'injector') =>
    (await room.get(SubmitApplication).execute({ personId, slug })).applicationId;
  const assess = (personId: string) => room.get(AssessCandidates).execute(personId);
  const status = async (id: string) => (await room.get(ApplicationQueries).byId(id))!.status;
  const decide = async (applicationId: string, verdict: 'grant' | 'refuse' = 'grant', by?: string) =>
    room.get(DecideApplication).execute({ applicationId, verdict, reason: 'Seen', by: by ?? (await room.person()) });
  const certificates = (personId: string) => room.get(CertificateQueries).ofPerson(personId, 10);

  async function candidate(slug = 'injector'): Promise<string> {
    const personId = await room.person();
    await room.completes(personId, 'anatomy');
    await room.passes(personId);
    await room.licence(personId);
    await room.signed(personId, 'glabella-toxin', 2);
    await room.get(GiveEvaluation).execute(personId, slug, answers);
    return personId;
  }

  async function readyApplication(slug = 'injector') {
    const personId = await candidate(slug);
    const id = await apply(personId, slug);
    await assess(personId);
    return { personId, id };
  }

  it('waits while a requirement is missing, and is ready as soon as the last one is met', async () => {
    const personId = await room.person();
    const id = await apply(personId);
    for (const meet of [
      () => room.completes(personId, 'anatomy'),
      () => room.passes(personId),
      () => room.licence(personId),
      () => room.signed(personId, 'glabella-toxin', 1),
      () => room.signed(personId, 'lip-filler', 5),
      () => room.signed(personId, 'glabella-toxin', 1),
    ]) {
      await meet();
      await assess(personId);
      expect(await status(id)).toBe('open');
    }
    await room.get(GiveEvaluation).execute(personId, 'injector', answers);
    await assess(personId);
    expect(await status(id)).toBe('ready');
  });

  const expire = (personId: string) =>
    room.db.rows(`UPDATE licences SET expires_on = now()::date - 1 WHERE person_id = $1`, [personId]);
  const renew = (personId: string) =>
    room.db.rows(`UPDATE licences SET expires_on = now()::date + 100 WHERE person_id = $1`, [personId]);

  it.each<[string, (personId: string) => Promise<unknown>]>([
    ['once the licence has ended', expire],
    [
      'once the licence is of another profession',
      async (personId) => {
        await expire(personId);
        await room.licence(personId, 'pharmd');
      },
    ],
    [
      'once who signed turns out to have had no authority',
      (personId) =>
        room.db.rows(
          `INSERT INTO preceptor_authority_ends (authority_id, kind, reason, ended_by)
           SELECT DISTINCT s.authority_id, 'revoked', 'r', $1::uuid FROM sign_offs s JOIN logbook_entries e ON e.id = s.entry_id
           WHERE e.person_id = $1`,
          [personId],
        ),
    ],
  ])('is no longer ready %s', async (_, lose) => {
    const { personId, id } = await readyApplication();
    expect(await status(id)).toBe('ready');
    await lose(personId);
    await expect(decide(id)).rejects.toMatchObject({ code: 'not_ready' });
    expect(await status(id)).toBe('open');
    expect(await certificates(personId)).toEqual([]);
  });

  it('does not count an exam that was voided, nor one that is too old', async () => {
    const { personId, id } = await readyApplication();
    const by = await room.person();
    await room.db.rows(
      `UPDATE attempts SET voided_at = now(), voided_by = $2, void_reason = 'x', void_counts = true, passed = false WHERE person_id = $1`,
      [personId, by],
    );
    await assess(personId);
    expect(await status(id)).toBe('open');
    await room.certification('fresh-exam', { examMonths: 6 });
    const late = await room.person();
    await room.completes(late, 'anatomy');
    await room.passes(late, '2020-01-01T10:00:00Z');
    await room.get(GiveEvaluation).execute(late, 'fresh-exam', answers);
    const application = await apply(late, 'fresh-exam');
    await assess(late);
    expect(await status(application)).toBe('open');
  });

  it('is granted by a decision, and issued once with what was proved', async () => {
    const { personId, id } = await readyApplication();
    expect(await decide(id)).toEqual({ status: 'granted' });
    const issued = await Promise.all(Array.from({ length: 12 }, () => room.get(IssueCertification).execute(id)));
    expect(issued.filter(Boolean)).toHaveLength(1);
    const [certificate, ...others] = await certificates(personId);
    expect(others).toEqual([]);
    expect(certificate!.claim).toMatchObject({
      award: { kind: 'certification', title: 'Certified injector' },
      competence: {
        cycle: 1,
        procedures: [{ slug: 'glabella-toxin', signed: 2 }],
        exams: [{ title: 'Final exam', passedOn: '2026-11-21' }],
        licence: { profession: 'rn', jurisdiction: 'US-CA', checkedOn: '2026-11-01' },
        follows: null,
      },
    });
    expect(certificate!.status).toBe('valid');
    const months = certificate!.validUntil!.getUTCFullYear() * 12 + certificate!.validUntil!.getUTCMonth();
    expect(months - certificate!.issuedAt.getUTCFullYear() * 12 - certificate!.issuedAt.getUTCMonth()).toBe(24);
  });

  it('takes two people where four eyes are asked for, each of them once', async () => {
    const { personId, id } = await readyApplication('two-eyes');
    const first = await room.person();
    expect(await decide(id, 'grant', first)).toEqual({ status: 'ready' });
    await expect(decide(id, 'grant', first)).rejects.toMatchObject({ code: 'already_decided' });
    expect(await decide(id)).toEqual({ status: 'granted' });
    await expect(decide(id)).rejects.toMatchObject({ code: 'application_closed' });
    expect(await status(id)).toBe('granted');
    expect(await room.get(ApplicationQueries).pendingOf(personId)).toEqual([]);
  });

  it('asks those who decided again after the evidence had gone and come back', async () => {
    const { personId, id } = await readyApplication('two-eyes');
    const first = await room.person();
    await decide(id, 'grant', first);
    await expire(personId);
    await assess(personId);
    await renew(personId);
    await assess(personId);
    expect(await decide(id, 'grant', first)).toEqual({ status: 'ready' });
    expect(await decide(id)).toEqual({ status: 'granted' });
  });

  it('is refused by one refusal, and one may apply again', async () => {
    const { personId, id } = await readyApplication('two-eyes');
    await decide(id);
    expect(await decide(id, 'refuse')).toEqual({ status: 'refused' });
    expect(await room.get(IssueCertification).execute(id)).toBeUndefined();
    expect(await apply(personId, 'two-eyes')).not.toBe(id);
  });

  it('is decided by nobody who applies, and by nobody who taught the candidate', async () => {
    const { personId, id } = await readyApplication();
    await expect(decide(id, 'grant', personId)).rejects.toMatchObject({ code: 'own_application', kind: 'forbidden' });
    const preceptor = await room.signed(personId, 'glabella-toxin', 1);
    await expect(decide(id, 'grant', preceptor)).rejects.toMatchObject({ code: 'not_impartial', kind: 'forbidden' });
    expect(await status(id)).toBe('ready');
  });

  it('is granted by itself where meeting the requirements is the decision, once, whoever comes from which side', async () => {
    const personId = await candidate('by-itself');
    const id = await apply(personId, 'by-itself');
    await Promise.all(Array.from({ length: 10 }, () => assess(personId)));
    expect(await status(id)).toBe('granted');
    const facts = await room.db.row(
      `SELECT count(*) AS n FROM facts WHERE name = 'certification.granted' AND data ->> 'applicationId' = $1`,
      [id],
    );
    expect(facts).toEqual({ n: 1 });
    await room.get(IssueCertification).execute(id);
    expect(await certificates(personId)).toHaveLength(1);
  });

  it('is one at a time, however often one clicks', async () => {
    const personId = await room.person();
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => apply(personId)));
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    await expect(apply(personId)).rejects.toMatchObject({ code: 'already_applied' });
    await expect(apply(personId, 'nothing')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is not possible again while a certificate stands and its renewal has not opened', async () => {
    const { personId, id } = await readyApplication();
    await decide(id);
    await room.get(IssueCertification).execute(id);
    await expect(apply(personId)).rejects.toMatchObject({ code: 'not_yet_renewable' });
    await expect(room.get(GiveEvaluation).execute(personId, 'injector', answers)).rejects.toMatchObject({
      code: 'not_yet_renewable',
    });
  });

  it('takes an evaluation once', async () => {
    const personId = await candidate();
    await expect(room.get(GiveEvaluation).execute(personId, 'injector', answers)).rejects.toMatchObject({
      code: 'already_evaluated',
    });
  });
});
