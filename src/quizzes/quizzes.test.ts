import { type Client, testApp, type TestApp } from '../../test/support/index.js';
import { EndAccess } from '../enrollment/index.js';
import { ExpireAttempts } from './attempts/expire-attempts.js';
import { RedrawPaper } from './paper/redraw-paper.js';
import {
  answerTo,
  type Asked,
  course,
  exampleQuiz,
  importQuiz,
  newLearner,
  password,
  quiz,
} from './quizzes.example.js';

interface AttemptJson {
  id: string;
  status: string;
  startedAt: string;
  deadline?: string;
  serverNow: string;
  lease?: string;
  questions: Asked[];
}

let app: TestApp;
let client: Client;
let personId: string;
beforeAll(async () => {
  app = await testApp();
  await importQuiz(app, exampleQuiz());
});
afterAll(() => app.close());
beforeEach(async () => {
  const learner = await newLearner(app);
  personId = learner.personId;
  client = await app.signIn(learner.email, password);
});

const startPath = `/api/quizzes/${quiz}/attempts`;
async function start(key?: string, by: Client = client): Promise<AttemptJson> {
  const answer = await by.post<AttemptJson>(startPath, undefined, key ? { 'idempotency-key': key } : {});
  expect(answer.status).toBe(201);
  return answer.body;
}
const save = (attempt: { id: string }, question: { id: string }, rev: number, response: unknown, more: object = {}) =>
  client.put(`/api/attempts/${attempt.id}/responses/${question.id}`, { rev, response, ...more });
const submit = (attempt: { id: string }) => client.post(`/api/attempts/${attempt.id}/submission`);
const show = async ({ id }: { id: string }) => (await client.get<AttemptJson>(`/api/attempts/${id}`)).body;
const ofType = ({ questions }: AttemptJson, type: string) => questions.find((question) => question.type === type)!;
async function answerAll(attempt: AttemptJson, isRight: (question: Asked) => boolean): Promise<void> {
  for (const question of attempt.questions) {
    expect((await save(attempt, question, 0, answerTo(question, isRight(question)))).body).toMatchObject({ rev: 1 });
  }
}
/** Moves the deadline of a live attempt to so many seconds from now. */
const setDeadline = ({ id }: { id: string }, seconds: number) =>
  app.db.rows(`UPDATE attempts SET deadline_at = now() + make_interval(secs => $2) WHERE id = $1`, [id, seconds]);
const count = async (sql: string, ...parameters: unknown[]) =>
  (await app.db.row<{ count: number }>(`SELECT count(*) AS count FROM ${sql}`, parameters))!.count;
const gradedFacts = (id: string) => count(`facts WHERE name = 'attempt.graded' AND data ->> 'attemptId' = $1`, id);

describe('starting', () => {
  it('writes the attempt, its paper and its deadline by the clock of the database', async () => {
    const wallClock = Date.now;
    Date.now = () => wallClock() - 3 * 3_600_000;
    const attempt = await start().finally(() => (Date.now = wallClock));
    expect(attempt.questions).toHaveLength(4);
    expect(Date.parse(attempt.deadline!) - Date.parse(attempt.startedAt)).toBe(20 * 60_000);
    expect(Math.abs(Date.parse(attempt.serverNow) - Date.now())).toBeLessThan(10_000);
  });

  it('makes one attempt of twenty parallel starts, with the same and with different keys', async () => {
    const keys = Array.from({ length: 20 }, (_, at) => (at % 2 ? 'the-same-key' : `key-${at}`));
    const ids = await Promise.all(keys.map(async (key) => (await start(key)).id));
    expect(new Set(ids).size).toBe(1);
    expect(await count('attempts WHERE person_id = $1', personId)).toBe(1);
  });

  it('answers a repeated key with the first attempt, also after it is finished', async () => {
    const first = await start('once');
    await submit(first);
    const again = await start('once');
    expect(again).toMatchObject({ id: first.id, status: 'submitted', questions: [] });
  });

  it('goes on with the live attempt under another key, with its answers', async () => {
    const first = await start('one');
    await save(first, ofType(first, 'trueFalse'), 0, { value: true });
    const second = await start('two');
    expect(second.id).toBe(first.id);
    expect(ofType(second, 'trueFalse')).toMatchObject({ rev: 1, response: { value: true } });
  });

  it('counts attempts at their start and refuses one more than allowed', async () => {
    for (let at = 0; at < 3; at++) await submit(await start());
    const refused = await client.post(startPath);
    expect(refused).toMatchObject({ status: 409, body: { code: 'attempts_used_up' } });
  });

  it('finds the quiz by its slug, by course and slug, and by its id', async () => {
    const { id } = (await app.db.row<{ id: string }>('SELECT id FROM quizzes WHERE slug = $1', [quiz]))!;
    const attempt = await start();
    for (const name of [`${course}.${quiz}`, id]) {
      expect((await client.post<AttemptJson>(`/api/quizzes/${name}/attempts`)).body.id).toBe(attempt.id);
    }
    for (const name of [`another-course.${quiz}`, 'nothing', `${course}.${quiz}.x`, '%00', crypto.randomUUID()]) {
      expect((await client.post(`/api/quizzes/${name}/attempts`)).status).toBe(404);
    }
  });

  it('is for people with live access to the course alone', async () => {
    const stranger = await app.signIn('learner2');
    expect((await stranger.post(startPath)).status).toBe(404);
    expect((await app.client().post(startPath)).status).toBe(401);
    await endAccess();
    expect((await client.post(startPath)).status).toBe(404);
  });

  it('refuses an empty or endless key and a body it does not know', async () => {
    expect((await client.post(startPath, undefined, { 'idempotency-key': 'x'.repeat(256) })).status).toBe(422);
    expect((await client.post(startPath, { minutes: 600 })).status).toBe(400);
  });

  it('freezes the paper: the database refuses to change it, and the seed draws it again', async () => {
    const { id } = await start();
    await expect(app.db.rows(`UPDATE attempts SET paper = '[]' WHERE id = $1`, [id])).rejects.toThrow('frozen');
    await expect(app.db.rows(`UPDATE attempts SET settings = '{}' WHERE id = $1`, [id])).rejects.toThrow('frozen');
    const { paper } = (await app.db.row<{ paper: Drawn[] }>('SELECT paper FROM attempts WHERE id = $1', [id]))!;
    // Whatever the bank says meanwhile.
    await importQuiz(app, exampleQuiz({ draw: 2, questions: exampleQuiz().questions.slice(2) }));
    const drawn = await app.get(RedrawPaper).execute(id);
    await importQuiz(app, exampleQuiz());
    expect(drawn!.map(({ versionId, parts }) => [versionId, parts])).toEqual(
      paper.map(({ versionId, slots }) => [versionId, slots.map(({ part }) => part)]),
    );
  });

  it('says so when no paper can be drawn, and starts nothing', async () => {
    await importQuiz(app, exampleQuiz());
    await app.db.rows(`UPDATE questions SET retired_at = now() WHERE slug = 'canary-question-true'`);
    expect((await client.post(startPath)).body).toMatchObject({ code: 'paper_unavailable' });
    expect(await count('attempts WHERE person_id = $1', personId)).toBe(0);
    await app.db.rows(`UPDATE questions SET retired_at = NULL WHERE slug = 'canary-question-true'`);
  });

  it('asks in another attempt what this person has not met, as far as there is any', async () => {
    const all = exampleQuiz().questions;
    await importQuiz(app, exampleQuiz({ draw: 2, questions: all }));
    const texts = async () => {
      const attempt = await start();
      await submit(attempt);
      return attempt.questions.map(({ text }) => text);
    };
    expect(new Set([...(await texts()), ...(await texts())]).size).toBe(4);
    await importQuiz(app, exampleQuiz());
  });
});

interface Drawn {
  versionId: string;
  slots: { part: string }[];
}
const nowOf = async (runner: Pick<TestApp['db'], 'row'>) =>
  (await runner.row<{ now: Date }>('SELECT now() AS now'))!.now;

/** A refund: the only grant of this test's learner ends. */
const endAccess = () =>
  app.db.transaction(async (tx) => {
    const grant = await tx.row<{ id: string }>(
      'SELECT g.source_id AS id FROM grants g JOIN enrollments e ON e.id = g.enrollment_id WHERE e.person_id = $1',
      [personId],
    );
    const ended = { sourceKind: 'test', sourceId: grant!.id, reason: 'refund', at: await nowOf(tx) };
    await app.get(EndAccess).end(tx, ended);
  });

describe('saving', () => {
  it('takes an answer that builds on the stored one and refuses a stale one with what is stored', async () => {
    const attempt = await start();
    const question = ofType(attempt, 'trueFalse');
    expect((await save(attempt, question, 0, { value: true })).body).toMatchObject({ rev: 1 });
    const stale = await save(attempt, question, 0, { value: false });
    expect(stale).toMatchObject({
      status: 409,
      body: { code: 'response_changed', rev: 1, response: { value: true }, savedAt: expect.any(String) as string },
    });
    expect((await save(attempt, question, 7, { value: false })).status).toBe(409);
    expect((await save(attempt, ofType(attempt, 'single'), 3, answerTo(ofType(attempt, 'single')))).body).toMatchObject(
      {
        code: 'response_changed',
        rev: 0,
        response: null,
      },
    );
    expect((await save(attempt, question, 1, { value: false })).body).toMatchObject({ rev: 2 });
    expect(ofType(await show(attempt), 'trueFalse')).toMatchObject({ rev: 2, response: { value: false } });
  });

  it('lets one of ten parallel saves on the same revision win and loses none of the others silently', async () => {
    const attempt = await start();
    const question = ofType(attempt, 'numeric');
    const saves = await Promise.all(
      Array.from({ length: 10 }, (_, at) => save(attempt, question, 0, { value: String(at) })),
    );
    expect(saves.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(9).fill(409)]);
  });

  it('clears an answer with null, as a revision of its own', async () => {
    const attempt = await start();
    const question = ofType(attempt, 'multiple');
    await save(attempt, question, 0, answerTo(question));
    expect((await save(attempt, question, 1, null)).body).toMatchObject({ rev: 2 });
    expect(ofType(await show(attempt), 'multiple')).toMatchObject({ rev: 2, response: null });
  });

  it('appends every save to a chain of events that shows any change', async () => {
    const attempt = await start();
    const question = ofType(attempt, 'trueFalse');
    await save(attempt, question, 0, { value: true });
    await save(attempt, question, 1, { value: false });
    await submit(attempt);
    const events = await app.db.rows<{ kind: string; fits: boolean; data: object }>(
      `SELECT kind, data, hash = attempt_event_hash(prev_hash, attempt_id, seq, at, kind, data)
         AND prev_hash = coalesce(lag(hash) OVER (ORDER BY seq), '') AS fits
       FROM attempt_events WHERE attempt_id = $1 ORDER BY seq`,
      [attempt.id],
    );
    expect(events.map(({ kind }) => kind)).toEqual([
      'attempt.started',
      'response.saved',
      'response.saved',
      'attempt.submitted',
      'attempt.graded',
    ]);
    expect(events.every(({ fits }) => fits)).toBe(true);
    expect(events[2]!.data).toEqual({ question: question.id, rev: 2, response: { value: false } });
    await expect(app.db.rows('DELETE FROM attempt_events')).rejects.toThrow('append-only');
    await expect(app.db.rows(`UPDATE attempt_events SET kind = 'x'`)).rejects.toThrow('append-only');
  });

  it.each<[string, unknown, number, string]>([
    ['a response of another type', { rev: 0, response: { options: [] } }, 422, 'response_invalid'],
    ['a bare value', { rev: 0, response: true }, 422, 'response_invalid'],
    ['an object with more in it', { rev: 0, response: { value: true, late: false } }, 422, 'response_invalid'],
    ['no response', { rev: 0 }, 400, 'malformed'],
    ['no revision', { response: { value: true } }, 400, 'malformed'],
    ['a revision below zero', { rev: -1, response: { value: true } }, 400, 'malformed'],
    ['a revision beyond all revisions', { rev: 2 ** 31, response: { value: true } }, 400, 'malformed'],
    ['a revision that is no number', { rev: '0', response: { value: true } }, 400, 'malformed'],
    ['a time of its own', { rev: 0, response: { value: true }, savedAt: '2020-01-01' }, 400, 'malformed'],
    ['a list', [], 400, 'malformed'],
  ])('refuses %s', async (_, body, status, code) => {
    const attempt = await start();
    const path = `/api/attempts/${attempt.id}/responses/${ofType(attempt, 'trueFalse').id}`;
    expect(await client.put(path, body as object)).toMatchObject({ status, body: { code } });
    expect(ofType(await show(attempt), 'trueFalse').rev).toBe(0);
  });

  it('refuses a number that could be read in two ways and says why', async () => {
    const attempt = await start();
    const refused = await save(attempt, ofType(attempt, 'numeric'), 0, { value: '2,5' });
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: { response: expect.stringContaining('comma') as string } },
    });
  });

  it('does not know a question of another attempt', async () => {
    const attempt = await start();
    expect((await save(attempt, { id: crypto.randomUUID() }, 0, null)).status).toBe(404);
    expect((await save(attempt, { id: 'x' }, 0, null)).status).toBe(404);
    expect((await save({ id: 'x' }, attempt.questions[0]!, 0, null)).status).toBe(404);
  });

  it('goes read-only in a window whose lease was taken over', async () => {
    const attempt = await start();
    const question = ofType(attempt, 'trueFalse');
    const { lease } = (await client.put<AttemptJson>(`/api/attempts/${attempt.id}/lease`)).body;
    const old = await save(attempt, question, 0, { value: true }, { lease: attempt.lease });
    expect(old).toMatchObject({ status: 409, body: { code: 'lease_lost' } });
    expect((await save(attempt, question, 0, { value: true }, { lease })).status).toBe(200);
  });
});

describe('the deadline', () => {
  it('takes an answer one second before it, and within the grace after it', async () => {
    const attempt = await start();
    await setDeadline(attempt, 1);
    expect((await save(attempt, ofType(attempt, 'trueFalse'), 0, { value: true })).status).toBe(200);
    await setDeadline(attempt, -9);
    expect((await save(attempt, ofType(attempt, 'single'), 0, answerTo(ofType(attempt, 'single')))).status).toBe(200);
    expect((await submit(attempt)).body).toMatchObject({ status: 'submitted', marks: { awarded: 2, possible: 4 } });
  });

  it('keeps an answer after the grace as late, refuses it, and grades what was saved in time', async () => {
    const attempt = await start();
    await answerAll(attempt, ({ type }) => type !== 'trueFalse');
    await setDeadline(attempt, -11);
    const late = await save(attempt, ofType(attempt, 'trueFalse'), 1, { value: true });
    expect(late).toMatchObject({ status: 409, body: { code: 'deadline_passed' } });
    expect(await count('responses WHERE attempt_id = $1 AND late', attempt.id)).toBe(1);
    expect(await count(`attempt_events WHERE attempt_id = $1 AND kind = 'response.late'`, attempt.id)).toBe(1);
    for (let more = 0; more < 22; more += 1) await save(attempt, ofType(attempt, 'trueFalse'), 1, { value: true });
    expect(await count(`attempt_events WHERE attempt_id = $1 AND kind = 'response.late'`, attempt.id)).toBe(20);
    const result = (await client.get<AttemptJson>(`/api/attempts/${attempt.id}/result`)).body;
    expect(result).toMatchObject({ status: 'expired', marks: { awarded: 3, possible: 4 }, score: 75, passed: true });
    expect(ofType(result, 'trueFalse')).toMatchObject({ response: { value: false } });
  });

  it('needs no browser: the job finishes with the saved answers at the deadline, and two workers once', async () => {
    const attempt = await start();
    await answerAll(attempt, () => true);
    await setDeadline(attempt, -60);
    await app.get(ExpireAttempts).execute();
    await Promise.all(Array.from({ length: 4 }, () => app.get(ExpireAttempts).one(attempt.id)));
    const row = await app.db.row(
      'SELECT status, passed, finished_at = deadline_at AS "atDeadline" FROM attempts WHERE id = $1',
      [attempt.id],
    );
    expect(row).toEqual({ status: 'expired', passed: true, atDeadline: true });
    expect(await gradedFacts(attempt.id)).toBe(1);
  });

  it('finishes nothing before its time, four workers together or not', async () => {
    const attempt = await start();
    await setDeadline(attempt, -9);
    await app.get(ExpireAttempts).execute();
    await app.get(ExpireAttempts).one(attempt.id);
    expect(await show(attempt)).toMatchObject({ status: 'live' });
    await setDeadline(attempt, -11);
    await Promise.all(Array.from({ length: 4 }, () => app.get(ExpireAttempts).one(attempt.id)));
    expect(await gradedFacts(attempt.id)).toBe(1);
  });

  it('is kept by any read of the attempt, and by the next start', async () => {
    const first = await start();
    await setDeadline(first, -60);
    expect(await show(first)).toMatchObject({ status: 'expired', questions: [] });
    const second = await start();
    await setDeadline(second, -60);
    const third = await start();
    expect(third.id).not.toBe(second.id);
    expect(await count(`attempts WHERE person_id = $1 AND status = 'expired'`, personId)).toBe(2);
  });

  it('decides a submission that comes too late', async () => {
    const attempt = await start();
    await setDeadline(attempt, -11);
    expect((await submit(attempt)).body).toMatchObject({ status: 'expired', score: 0, passed: false });
  });
});

describe('submitting', () => {
  const done = () =>
    count(
      `progress p JOIN enrollments e ON e.id = p.enrollment_id
       WHERE e.person_id = $1 AND p.item_slug = $2 AND p.completed_at IS NOT NULL`,
      personId,
      quiz,
    );

  it('grades once, however many submissions arrive together', async () => {
    const attempt = await start();
    await answerAll(attempt, () => true);
    const answers = await Promise.all(Array.from({ length: 10 }, () => submit(attempt)));
    for (const { status, text } of answers) expect([status, text]).toEqual([200, answers[0]!.text]);
    expect(await gradedFacts(attempt.id)).toBe(1);
    expect(await count('marks WHERE attempt_id = $1', attempt.id)).toBe(4);
  });

  it('completes the quiz in the course when it is passed, and only then', async () => {
    const failed = await start();
    await answerAll(failed, ({ type }) => type === 'single' || type === 'numeric');
    expect((await submit(failed)).body).toMatchObject({
      passed: false,
      score: 50,
      weakTopics: expect.arrayContaining(['storage', 'dilution']) as string[],
    });
    expect(await done()).toBe(0);
    const passed = await start();
    await answerAll(passed, ({ type }) => type !== 'single');
    expect((await submit(passed)).body).toMatchObject({ passed: true, score: 75 });
    expect(await done()).toBe(1);
  });

  it('completes nothing once the access to the course has ended; the result stays the learner’s own', async () => {
    const attempt = await start();
    await answerAll(attempt, () => true);
    await endAccess();
    expect((await submit(attempt)).body).toMatchObject({ passed: true, score: 100 });
    expect(await done()).toBe(0);
  });

  it('ends the writing: a save, also a parallel one, is refused or graded', async () => {
    const attempt = await start();
    const question = ofType(attempt, 'trueFalse');
    const [saved, submitted] = await Promise.all([save(attempt, question, 0, { value: true }), submit(attempt)]);
    const awarded = (submitted.body as { marks: { awarded: number } }).marks.awarded;
    expect([saved.status, awarded]).toEqual(saved.status === 200 ? [200, 1] : [409, 0]);
    expect(await save(attempt, question, 1, { value: true })).toMatchObject({
      status: 409,
      body: { code: 'attempt_finished' },
    });
    expect((await client.put(`/api/attempts/${attempt.id}/lease`)).status).toBe(409);
    await expect(
      app.db.rows(`UPDATE attempts SET status = 'live', finished_at = NULL WHERE id = $1`, [attempt.id]),
    ).rejects.toThrow('frozen');
  });

  it('hides another learner’s attempt behind the same answer as one that never was', async () => {
    const attempt = await start();
    const learner = await newLearner(app);
    const other = await app.signIn(learner.email, password);
    const path = `/api/attempts/${attempt.id}`;
    const answers = [
      await other.get(path),
      await other.get(`${path}/result`),
      await other.put(`${path}/responses/${attempt.questions[0]!.id}`, { rev: 0, response: null }),
      await other.put(`${path}/lease`),
      await other.post(`${path}/submission`),
      await other.get(`/api/attempts/${crypto.randomUUID()}`),
      await other.get(`/learn/${course}/quiz/${quiz}/attempts/${attempt.id}`, { accept: 'text/html' }),
      await other.get(`/learn/${course}/quiz/${quiz}/attempts/${attempt.id}/result`, { accept: 'text/html' }),
    ];
    for (const { status } of answers) expect(status).toBe(404);
    expect(await show(attempt)).toMatchObject({ status: 'live' });
  });

  it('refuses the result of a live attempt', async () => {
    const attempt = await start();
    expect(await client.get(`/api/attempts/${attempt.id}/result`)).toMatchObject({
      status: 409,
      body: { code: 'attempt_live' },
    });
  });
});

describe('the bank', () => {
  afterEach(() => importQuiz(app, exampleQuiz()));

  it('changes nothing when the content is unchanged', async () => {
    const versions = await count('question_versions');
    expect(await importQuiz(app, exampleQuiz())).toEqual([]);
    expect(await count('question_versions')).toBe(versions);
  });

  it('does not touch a running attempt: edited and removed questions are asked and graded as they were drawn', async () => {
    const attempt = await start();
    const [single, ...rest] = exampleQuiz().questions;
    const edited = {
      ...single!,
      text: 'Which one now?',
      options: [
        { id: 'new', text: 'New', correct: true },
        { id: 'old', text: 'Old', correct: false },
      ],
    };
    await importQuiz(
      app,
      exampleQuiz({ draw: 3, passPercent: 100, review: [], questions: [edited, ...rest.slice(1)] }),
    );
    expect((await show(attempt)).questions.map(({ id, text }) => [id, text])).toEqual(
      attempt.questions.map(({ id, text }) => [id, text]),
    );
    await answerAll(attempt, ({ type }) => type !== 'trueFalse');
    expect((await submit(attempt)).body).toMatchObject({ score: 75, passed: true, passPercent: 75 });
    const next = await start();
    expect(next.questions).toHaveLength(3);
    expect(next.questions.map(({ type }) => type)).not.toContain('multiple');
    expect(ofType(next, 'single').text).toBe('Which one now?');
  });

  it('takes a retired question back as the version it had', async () => {
    const all = exampleQuiz().questions;
    await importQuiz(app, exampleQuiz({ draw: 3, questions: all.slice(1) }));
    expect(
      await count('questions q JOIN pools p ON p.id = q.pool_id WHERE p.slug = $1 AND retired_at IS NULL', quiz),
    ).toBe(3);
    const versions = await count('question_versions');
    await importQuiz(app, exampleQuiz());
    expect(await count('question_versions')).toBe(versions);
    expect((await start()).questions).toHaveLength(4);
  });
});
