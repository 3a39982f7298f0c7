import fc from 'fast-check';
import { CertificatesRoom } from '../../../test/fixtures/certificates-room.js';
import { AssessCandidates } from '../applications/assess-candidates.js';
import { DecideApplication } from '../applications/decide-application.js';
import { GiveEvaluation } from '../applications/give-evaluation.js';
import { SubmitApplication } from '../applications/submit-application.js';
import { IssueCertification } from './issue-certification.js';

// Whatever is met last, from whichever side, and whoever acts on it together: one certificate, and none before its time.
const seed = Number(process.env.SEED ?? 20_261_123);
const answers = { objectives: 5, practice: 4, balance: 5, level: 3, comment: '' };
const acts = ['apply', 'course', 'exam', 'licence', 'first signature', 'second signature', 'evaluation'] as const;
type Act = (typeof acts)[number];

/** All acts in any order, cut into groups that happen together. */
const schedules = fc
  .tuple(
    fc.shuffledSubarray([...acts], { minLength: acts.length }),
    fc.array(fc.integer({ min: 1, max: 4 }), { minLength: acts.length, maxLength: acts.length }),
  )
  .map(([order, sizes]) => {
    const groups: Act[][] = [];
    for (let at = 0, group = 0; at < order.length; at += sizes[group]!, group += 1)
      groups.push(order.slice(at, at + sizes[group]!));
    return groups;
  });

let room: CertificatesRoom;
beforeAll(async () => {
  room = await CertificatesRoom.open();
  await room.certification('alone', { eyes: 0 });
  await room.certification('together', { eyes: 2 });
}, 60_000);
afterAll(() => room.close());

const act: Record<Act, (personId: string, slug: string) => Promise<unknown>> = {
  apply: (personId, slug) => room.get(SubmitApplication).execute({ personId, slug }),
  // The exam hangs on the enrollment in its course.
  course: (personId) => room.db.rows('UPDATE enrollments SET completed_at = now() WHERE person_id = $1', [personId]),
  exam: (personId) => room.passes(personId),
  licence: (personId) => room.licence(personId),
  'first signature': (personId) => room.signed(personId, 'glabella-toxin', 1),
  'second signature': (personId) => room.signed(personId, 'glabella-toxin', 1),
  evaluation: (personId, slug) => room.get(GiveEvaluation).execute(personId, slug, answers),
};

async function beginner(): Promise<string> {
  const personId = await room.person();
  await room.completes(personId, 'anatomy');
  await room.db.rows('UPDATE enrollments SET completed_at = NULL WHERE person_id = $1', [personId]);
  return personId;
}

const applicationOf = async (personId: string) =>
  (await room.db.row<{ id: string }>('SELECT id FROM applications WHERE person_id = $1', [personId]))?.id;
const left = async (personId: string) =>
  (await room.db.row<{ certificates: number; facts: number; mails: number }>(
    `SELECT (SELECT count(*) FROM certificates WHERE person_id = $1) AS certificates,
       (SELECT count(*) FROM facts f JOIN certificates c ON c.id::text = f.data ->> 'certificateId'
         WHERE f.name = 'certificate.issued' AND c.person_id = $1) AS facts,
       (SELECT count(*) FROM mails WHERE kind = 'certificate-issued' AND to_email = $1 || '@example.org') AS mails`,
    [personId],
  ))!;

/** What the jobs do after each act, on two nodes at once. */
async function follow(personId: string): Promise<void> {
  const assess = () => room.get(AssessCandidates).execute(personId);
  const issue = async () => {
    const id = await applicationOf(personId);
    if (id) await room.get(IssueCertification).execute(id);
  };
  await Promise.all([assess(), issue(), assess(), issue()]);
  await issue();
}

it('requirements that are met from all sides at once lead to one certificate, and never to one too early', async () => {
  await fc.assert(
    fc.asyncProperty(schedules, async (groups) => {
      const personId = await beginner();
      for (const [at, group] of groups.entries()) {
        await Promise.all(group.map(async (each) => (await act[each](personId, 'alone'), follow(personId))));
        await follow(personId);
        expect((await left(personId)).certificates).toBe(at === groups.length - 1 ? 1 : 0);
      }
      await Promise.all([follow(personId), follow(personId)]);
      expect(await left(personId)).toEqual({ certificates: 1, facts: 1, mails: 1 });
    }),
    { seed, numRuns: 15 },
  );
}, 60_000);

it('examiners who decide at the same moment grant it once, with two of them', async () => {
  for (let round = 0; round < 5; round += 1) {
    const personId = await beginner();
    for (const each of acts) await act[each](personId, 'together');
    await room.get(AssessCandidates).execute(personId);
    const applicationId = (await applicationOf(personId))!;
    const examiners = await Promise.all([1, 2, 3, 4].map(() => room.person()));
    const decided = await Promise.allSettled(
      [...examiners, ...examiners].map(async (by) => {
        await room.get(DecideApplication).execute({ applicationId, verdict: 'grant', reason: 'Seen', by });
        await room.get(IssueCertification).execute(applicationId);
      }),
    );
    expect(decided.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await left(personId)).toEqual({ certificates: 1, facts: 1, mails: 1 });
  }
}, 60_000);
