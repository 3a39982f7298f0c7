import { demoPassword } from '../../process/demo-people.js';
import { EnsurePerson } from '../../users/index.js';
import { Practice } from '../../../test/fixtures/practice.js';
import { type Client, eventually, testApp, type TestApp } from '../../../test/support/index.js';
import { course, exampleQuiz, importQuiz, newLearner, password, quiz } from '../quizzes.example.js';

const rubric = [
  { id: 'dose', criterion: 'Names the dose', marks: 3 },
  { id: 'place', criterion: 'Names the place', marks: 2 },
];
const common = { topic: 't', feedback: 'F', source: 'S' };
const questions = [
  { ...common, id: 'why', type: 'essay', text: 'Why there?', marks: 5, rubric },
  { ...common, id: 'whether', type: 'trueFalse', text: 'Is it?', answer: true },
];

let app: TestApp;
let examiner: Client;
let second: Client;
let third: Client;
beforeAll(async () => {
  app = await testApp();
  await importQuiz(app, exampleQuiz({ draw: 2, questions }));
  for (const name of ['second', 'third']) {
    const person = { name, email: `${name}@examiners.test`, roles: ['examiner' as const, 'learner' as const] };
    await app.get(EnsurePerson).execute({ ...person, password: demoPassword });
  }
  examiner = await app.signIn('examiner');
  second = await app.signIn('second@examiners.test');
  third = await app.signIn('third@examiners.test');
});
afterAll(() => app.close());

interface Handed {
  attempt: string;
  question: string;
  email: string;
}

/** An attempt handed in with an essay that waits. */
async function handIn(): Promise<Handed> {
  const { email } = await newLearner(app);
  const client = await app.signIn(email, password);
  const { body } = await client.post(`/api/quizzes/${quiz}/attempts`);
  const asked = body.questions as { id: string; type: string }[];
  const essay = asked.find(({ type }) => type === 'essay')!.id;
  const other = asked.find(({ type }) => type !== 'essay')!.id;
  await client.put(`/api/attempts/${body.id}/responses/${essay}`, {
    rev: 0,
    response: { text: 'Four units.\nThere.' },
  });
  await client.put(`/api/attempts/${body.id}/responses/${other}`, { rev: 0, response: { value: true } });
  await client.post(`/api/attempts/${body.id}/submission`);
  return { attempt: body.id, question: essay, email };
}
const at = ({ attempt, question }: Handed) => `/api/examiners/queue/${attempt}/${question}`;
const grade = async (by: Client, handed: Handed, dose: number, place: number) => {
  const claim = await by.post(`${at(handed)}/claim`);
  return claim.status === 200
    ? by.post(`${at(handed)}/grading`, { scores: { dose, place }, comment: 'Clear.' })
    : claim;
};
const resultOf = ({ attempt }: Handed) =>
  app.db.row(`SELECT marks_awarded::float8 AS awarded, passed FROM attempts WHERE id = $1`, [attempt]);
const secondMarking = async (percent: number, threshold: number) => {
  const { id } = (await app.db.row<{ id: string }>('SELECT id FROM quizzes WHERE slug = $1', [quiz]))!;
  return examiner.put(`/api/examiners/second-marking/${id}`, { percent, threshold });
};

describe('an essay', () => {
  it('waits without a name, is taken, marked by its rubric, and gives the attempt its result once', async () => {
    const handed = await handIn();
    const queue = await examiner.get('/examiners/queue');
    expect(queue.text).toContain(handed.attempt);
    expect(queue.text).not.toContain('A learner');
    const opened = await examiner.get(`/examiners/queue/${handed.attempt}/${handed.question}`);
    expect([opened.status, opened.text]).toEqual([200, expect.stringContaining('Four units.')]);
    expect(await grade(second, handed, 3, 2)).toMatchObject({ status: 409, body: { code: 'claimed_by_another' } });
    const form = { 'scores.dose': '9', 'scores.place': '1', comment: 'Kept' };
    const refused = await examiner.form(`/examiners/queue/${handed.attempt}/${handed.question}`, form);
    expect(refused.status).toBe(422);
    for (const said of ['Give from 0 to 3.', 'Kept']) expect(refused.text).toContain(said);
    const given = await examiner.form(`/examiners/queue/${handed.attempt}/${handed.question}`, {
      ...form,
      'scores.dose': '2.5',
    });
    expect(given.status).toBe(303);
    expect(await resultOf(handed)).toEqual({ awarded: 4.5, passed: true });
    const writer = await app.signIn(handed.email, password);
    const { questions: reviewed } = (await writer.get(`/api/attempts/${handed.attempt}/result`)).body;
    expect(reviewed.find(({ id }: { id: string }) => id === handed.question).comments).toEqual(['Kept']);
    const { text } = await writer.get(`/learn/${course}/quiz/${quiz}/attempts/${handed.attempt}/result`);
    for (const said of ['From your examiner', 'Kept']) expect(text).toContain(said);
    expect((await examiner.get('/examiners/queue')).text).not.toContain(handed.attempt);
    expect(await grade(second, handed, 3, 2)).toMatchObject({ status: 409, body: { code: 'already_graded' } });
    await eventually(async () => {
      const mails = await app.db.rows(`SELECT id FROM mails WHERE kind = 'result-ready' AND to_email = $1`, [
        handed.email,
      ]);
      expect(mails).toHaveLength(1);
    });
  });

  it('is not opened or marked by whoever taught its writer, by page or API, and the refusal names nobody', async () => {
    const handed = await handIn();
    const practice = new Practice(app);
    const teacher = await practice.person('preceptor', 'examiner', 'learner');
    await practice.authority(teacher.email);
    await practice.assign(teacher.email, handed.email);
    const claim = await teacher.client.post(`${at(handed)}/claim`);
    expect([claim.status, claim.body.code]).toEqual([409, 'partial_examiner']);
    const opened = await teacher.client.get(`/examiners/queue/${handed.attempt}/${handed.question}`);
    expect(opened.status).toBe(409);
    for (const answer of [claim, opened]) {
      expect(answer.text).not.toContain('Four units.');
      expect(answer.text).not.toContain(handed.email);
    }
    const marked = await teacher.client.post(`${at(handed)}/grading`, { scores: { dose: 3, place: 2 } });
    expect(marked.body.code).toBe('not_claimed');
    expect((await grade(examiner, handed, 3, 2)).status).toBeLessThan(300);
  });

  it('is not marked without having been taken, nor after the time for it', async () => {
    const handed = await handIn();
    const body = { scores: { dose: 1, place: 1 } };
    expect(await examiner.post(`${at(handed)}/grading`, body)).toMatchObject({
      status: 409,
      body: { code: 'not_claimed' },
    });
    await examiner.post(`${at(handed)}/claim`);
    await app.db.rows(`UPDATE grading_claims SET until = now() - interval '1 second' WHERE attempt_id = $1`, [
      handed.attempt,
    ]);
    expect(await examiner.post(`${at(handed)}/grading`, body)).toMatchObject({
      status: 409,
      body: { code: 'not_claimed' },
    });
    expect((await grade(second, handed, 0, 1)).status).toBe(204);
    expect(await resultOf(handed)).toEqual({ awarded: 2, passed: false });
  });

  it('is not marked by whoever wrote it', async () => {
    const handed = await handIn();
    await app.db.rows(`INSERT INTO person_roles (person_id, role) SELECT id, 'examiner' FROM people WHERE email = $1`, [
      handed.email,
    ]);
    const own = await app.signIn(handed.email, password);
    expect(await grade(own, handed, 3, 2)).toMatchObject({ status: 409, body: { code: 'own_attempt' } });
    expect((await own.get('/api/examiners/queue')).text).not.toContain(handed.attempt);
  });

  it('is not there while the attempt runs, or when nothing was answered', async () => {
    const gone = { attempt: crypto.randomUUID(), question: crypto.randomUUID(), email: '' };
    expect((await grade(examiner, gone, 1, 1)).status).toBe(404);
  });
});

describe('second marking', () => {
  beforeAll(() => secondMarking(100, 10));
  afterAll(() => secondMarking(0, 0));

  it('takes the mean of two who agree, and shows neither what the other gave', async () => {
    const handed = await handIn();
    await grade(examiner, handed, 2, 2);
    expect(await grade(examiner, handed, 3, 2)).toMatchObject({ status: 409, body: { code: 'already_graded' } });
    expect(await resultOf(handed)).toEqual({ awarded: null, passed: null });
    const seen = await second.get(`/examiners/queue/${handed.attempt}/${handed.question}`);
    expect(seen.text).not.toContain('Clear.');
    await grade(second, handed, 2.5, 2);
    expect(await resultOf(handed)).toEqual({ awarded: 5.25, passed: true });
  });

  it('lets a third decide when two differ by more than the threshold, and tells how often', async () => {
    const handed = await handIn();
    await grade(examiner, handed, 0, 0);
    await grade(second, handed, 3, 2);
    expect(await resultOf(handed)).toEqual({ awarded: null, passed: null });
    await grade(third, handed, 1, 1);
    expect(await resultOf(handed)).toEqual({ awarded: 3, passed: false });
    expect((await examiner.get('/examiners/queue')).text).toContain('Decided by a third');
  });

  it('refuses a rule that is none, and a quiz that is none', async () => {
    expect((await secondMarking(101, 0)).status).toBe(400);
    const nowhere = `/api/examiners/second-marking/${crypto.randomUUID()}`;
    expect((await examiner.put(nowhere, { percent: 1, threshold: 1 })).status).toBe(404);
  });
});
