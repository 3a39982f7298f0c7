import { type Client, eventually, testApp, type TestApp } from '../../../test/support/index.js';
import { ApplyRegrade } from './apply-regrade.js';
import { ContinueRegrade } from './continue-regrade.js';
import {
  answerTo,
  type Asked,
  course,
  exampleQuiz,
  importQuiz,
  newLearner,
  password,
  quiz,
} from '../quizzes.example.js';

const questions = (correct: 'a' | 'b') => [
  {
    ...{ id: 'which', topic: 't', type: 'single', text: 'Which one?', marks: 2, feedback: 'F', source: 'S' },
    options: ['a', 'b'].map((id) => ({ id, text: id.toUpperCase(), correct: id === correct })),
  },
  { id: 'whether', topic: 't', type: 'trueFalse', text: 'Is it?', answer: true, feedback: 'F', source: 'S' },
];
const file = (correct: 'a' | 'b') => exampleQuiz({ draw: 2, passPercent: 60, questions: questions(correct) });

let app: TestApp;
let examiner: Client;
let admin: Client;
let pool: string;
beforeAll(async () => {
  app = await testApp();
  [examiner, admin] = await Promise.all([app.signIn('examiner'), app.signIn('admin')]);
});
afterAll(() => app.close());
beforeEach(async () => {
  await importQuiz(app, file('a'));
  ({ slug: pool } = (await app.db.row<{ slug: string }>(
    `SELECT p.slug FROM pools p JOIN questions q ON q.pool_id = p.id WHERE q.slug = 'which' LIMIT 1`,
  ))!);
});

interface Begun {
  client: Client;
  id: string;
  questions: Asked[];
  email: string;
}
async function begin(roles?: ('learner' | 'examiner')[]): Promise<Begun> {
  const { email } = await newLearner(app, roles);
  const client = await app.signIn(email, password);
  const { body } = await client.post(`/api/quizzes/${course}.${quiz}/attempts`);
  return { client, id: body.id, questions: body.questions, email };
}
async function handIn({ client, id, questions: asked }: Begun, option: 'A' | 'B', isRight = true): Promise<void> {
  for (const question of asked) {
    const response =
      question.type === 'single'
        ? { option: question.options!.find(({ text }) => text === option)!.id }
        : answerTo(question, isRight);
    await client.put(`/api/attempts/${id}/responses/${question.id}`, { rev: 0, response });
  }
  await client.post(`/api/attempts/${id}/submission`);
}
async function attempt(option: 'A' | 'B', isRight = true): Promise<Begun> {
  const begun = await begin();
  await handIn(begun, option, isRight);
  return begun;
}
const resultOf = ({ id }: Begun) =>
  app.db.row(`SELECT marks_awarded::float8 AS awarded, passed FROM attempts WHERE id = $1`, [id]);
const latest = async () => {
  const { max } = (await app.db.row<{ max: number }>(
    `SELECT max(v.number)::int AS max FROM question_versions v JOIN questions q ON q.id = v.question_id WHERE q.slug = 'which'`,
  ))!;
  return max;
};
const propose = async (more: object): Promise<string> => {
  const { status, body } = await examiner.post('/api/examiners/regrades', {
    ...{ question: `${pool}/which`, reason: 'The key was wrong', ...more },
  });
  expect(status).toBe(201);
  return `/api/examiners/regrades/${body.id}`;
};
const commit = async (address: string) => {
  const { body } = await admin.get(address);
  return admin.post(`${address}/commitment`, { digest: body.digest });
};

describe('a regrade', () => {
  it('is not committed by somebody whose own attempt it changes', async () => {
    const own = await begin(['learner', 'examiner']);
    await handIn(own, 'B');
    const address = await propose({ policy: 'full' });
    const { digest } = (await own.client.get(address)).body;
    const refused = await own.client.post(`${address}/commitment`, { digest });
    expect(refused).toMatchObject({ status: 409, body: { code: 'own_attempt' } });
    expect(await resultOf(own)).toEqual({ awarded: 1, passed: false });
    expect((await commit(address)).status).toBe(204);
  });

  it('shows every changed mark and result, and a second person commits exactly that', async () => {
    const [lost, won] = [await attempt('A'), await attempt('B')];
    expect([await resultOf(lost), await resultOf(won)]).toEqual([
      { awarded: 3, passed: true },
      { awarded: 1, passed: false },
    ]);
    await importQuiz(app, file('b'));
    const address = await propose({ policy: 'rescore', version: await latest(), lowers: true });
    const { body } = await examiner.get(address);
    const rowOf = ({ id }: Begun) => body.rows.find((row: { attempt: string }) => row.attempt === id);
    expect(rowOf(lost)).toMatchObject({ passedBefore: true, passed: false });
    expect(rowOf(won)).toMatchObject({ passedBefore: false, passed: true });
    expect((await examiner.get(`${address}/changes.csv`)).text).toContain(`${won.id},`);
    const page = await examiner.get(address.replace('/api', ''));
    expect(page.text).toContain('You proposed it');
    const own = await examiner.post(`${address}/commitment`, { digest: body.digest });
    expect(own).toMatchObject({ status: 409, body: { code: 'own_regrade' } });
    expect((await admin.form(address.replace('/api', ''), { digest: body.digest })).status).toBe(303);
    expect([await resultOf(lost), await resultOf(won)]).toEqual([
      { awarded: 1, passed: false },
      { awarded: 3, passed: true },
    ]);
    const first = await app.db.rows(`SELECT awarded::float8 AS awarded FROM marks WHERE attempt_id = $1 ORDER BY 1`, [
      won.id,
    ]);
    expect(first).toEqual([{ awarded: 0 }, { awarded: 1 }]);
    expect(await commit(address)).toMatchObject({ status: 409, body: { code: 'already_committed' } });
    await eventually(async () => {
      const mails = await app.db.rows(`SELECT id FROM mails WHERE kind = 'regraded' AND to_email = $1`, [won.email]);
      expect(mails).toHaveLength(1);
    });
    const done = await app.db.rows(
      `SELECT i.item_slug FROM progress i JOIN attempts a ON a.enrollment_id = i.enrollment_id
       WHERE a.id = $1 AND i.item_slug = $2 AND i.completed_at IS NOT NULL`,
      [won.id, quiz],
    );
    expect(done).toHaveLength(1);
    const undone = await app.db.rows(
      `SELECT i.item_slug FROM progress i JOIN attempts a ON a.enrollment_id = i.enrollment_id
       WHERE a.id = $1 AND i.item_slug = $2 AND i.completed_at IS NOT NULL`,
      [lost.id, quiz],
    );
    expect(undone).toEqual([]);
  });

  it('takes no pass away unless that was chosen', async () => {
    const passed = await attempt('A');
    await importQuiz(app, file('b'));
    const address = await propose({ policy: 'rescore', version: await latest() });
    const { body } = await admin.get(address);
    const row = body.rows.find((each: { attempt: string }) => each.attempt === passed.id);
    expect(row).toMatchObject({ kept: true, passed: true, changes: [] });
    expect((await commit(address)).status).toBe(204);
    expect(await resultOf(passed)).toEqual({ awarded: 3, passed: true });
  });

  it('is refused when another outcome was seen', async () => {
    await attempt('B');
    const address = await propose({ policy: 'full' });
    const { body } = await admin.get(address);
    await attempt('B');
    const stale = await admin.post(`${address}/commitment`, { digest: body.digest });
    expect(stale).toMatchObject({ status: 409, body: { code: 'dry_run_changed' } });
    const again = await admin.form(address.replace('/api', ''), { digest: body.digest });
    expect([again.status, again.text]).toEqual([422, expect.stringContaining('look at it again')]);
    expect((await commit(address)).status).toBe(204);
  });

  it('reaches attempts that end after it with the old key, once', async () => {
    const begun = await begin();
    const address = await propose({ policy: 'full' });
    expect((await commit(address)).status).toBe(204);
    await handIn(begun, 'B');
    await eventually(async () => expect(await resultOf(begun)).toEqual({ awarded: 3, passed: true }));
    const changes = await app.db.rows('SELECT number FROM mark_changes WHERE attempt_id = $1', [begun.id]);
    expect(changes.length).toBeGreaterThan(0);
  });

  it('goes on where it was cut off, and changes each attempt once', async () => {
    const lost: Begun[] = [];
    for (let at = 0; at < 6; at++) lost.push(await attempt('B'));
    const applying = app.get(ApplyRegrade);
    const [address, other] = [await propose({ policy: 'full' }), await propose({ policy: 'full' })];
    const id = address.split('/').at(-1)!;
    applying.together = 2;
    await app.db.execute(`CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF (SELECT count(*) FROM regrade_attempts WHERE regrade_id = '${id}') > 4 THEN RAISE 'cut off'; END IF;
      RETURN NULL; END $$`);
    await app.db.execute(`CREATE TRIGGER cut_off AFTER INSERT ON regrade_attempts EXECUTE FUNCTION cut_off()`);
    const resume = () => app.get(ContinueRegrade).handle({ data: { regradeId: id } });
    expect((await commit(address)).status).toBe(204);
    await expect(resume()).rejects.toThrow('cut off');
    const { progress } = (await admin.get(address)).body;
    expect(progress).toMatchObject({ done: 4, finished: false });
    expect(progress.attempts).toBeGreaterThanOrEqual(6);
    expect((await admin.get(address.replace('/api', ''))).text).toContain(`4 of ${progress.attempts} attempts`);
    expect(await commit(other)).toMatchObject({ status: 409, body: { code: 'regrade_running' } });
    await app.db.execute('DROP FUNCTION cut_off CASCADE');
    await Promise.all([resume(), resume(), resume()]);
    applying.together = 500;
    expect((await admin.get(address)).body.progress).toEqual({ ...progress, done: progress.attempts, finished: true });
    expect(await Promise.all(lost.map(resultOf))).toEqual(Array(6).fill({ awarded: 3, passed: true }));
    const changes = await app.db.rows(
      `SELECT attempt_id FROM mark_changes WHERE regrade_id = $1 AND attempt_id = ANY ($2::uuid[])`,
      [id, lost.map((each) => each.id)],
    );
    expect(changes).toHaveLength(6);
    expect((await commit(other)).status).toBe(204);
  });

  it('drops a question as if it had not been there, and keeps the better mark of two keys', async () => {
    const [half, better] = [await attempt('B', true), await attempt('A', false)];
    const best = await propose({ policy: 'best', version: await latest() });
    expect((await commit(best)).status).toBe(204);
    expect(await resultOf(better)).toMatchObject({ passed: expect.any(Boolean) as boolean });
    const drop = await propose({ policy: 'drop' });
    expect((await commit(drop)).status).toBe(204);
    expect(await resultOf(half)).toEqual({ awarded: 3, passed: true });
  });

  it.each<[string, object, string]>([
    ['a question that is not there', { question: 'x/y', policy: 'full' }, 'question_unknown'],
    ['a version that is not there', { policy: 'rescore', version: 99 }, 'version_unknown'],
    ['no version to mark by', { policy: 'best' }, 'version_unknown'],
  ])('is not proposed for %s', async (_, more, code) => {
    const body = { question: `${pool}/which`, reason: 'r', ...more };
    expect(await examiner.post('/api/examiners/regrades', body)).toMatchObject({ status: 422, body: { code } });
    const typed = Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]));
    expect((await examiner.form('/examiners/regrades', typed)).status).toBe(422);
  });

  it('cannot be committed by who proposed it even past the program', async () => {
    const id = (await propose({ policy: 'full' })).split('/').at(-1);
    const sly = app.db.rows(
      'UPDATE regrades SET committed_by = proposed_by, committed_at = now(), attempts = 0 WHERE id = $1',
      [id],
    );
    await expect(sly).rejects.toThrow('ck_regrades_two_people');
  });
});
