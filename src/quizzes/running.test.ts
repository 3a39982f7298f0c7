import { type Client, eventually, testApp, type TestApp } from '../../test/support/index.js';
import { ExpireAttempts } from './attempts/expire-attempts.js';
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

interface Attempt {
  id: string;
  deadline: string;
  startedAt: string;
  questions: Asked[];
}

let app: TestApp;
let examiner: Client;
let client: Client;
let email: string;
beforeAll(async () => {
  app = await testApp();
  examiner = await app.signIn('examiner');
});
afterAll(() => app.close());

async function sitting(rules: Record<string, unknown> = {}): Promise<Attempt> {
  await importQuiz(app, exampleQuiz(rules));
  ({ email } = await newLearner(app));
  client = await app.signIn(email, password);
  return start();
}
async function start(): Promise<Attempt> {
  const { status, body } = await client.post<Attempt>(`/api/quizzes/${quiz}/attempts`);
  expect(status).toBe(201);
  return body;
}
const clock = async ({ id }: { id: string }) =>
  (await client.get(`/api/attempts/${id}/clock`)).body as Record<string, any>;
const act = ({ id }: { id: string }, body: object, by = examiner) =>
  by.post(`/api/examiners/attempts/${id}/actions`, { reason: 'Fire alarm', ...body });
const save = ({ id }: { id: string }, question: Asked, rev: number, response: object | null) =>
  client.put(`/api/attempts/${id}/responses/${question.id}`, { rev, response });
const submit = ({ id }: { id: string }) => client.post(`/api/attempts/${id}/submission`);
const minutes = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 60_000;
/** Everything of the attempt that lies in time happened so much earlier. */
const longAgo = ({ id }: { id: string }, seconds: number) =>
  app.db.transaction(async (tx) => {
    await tx.rows('SET LOCAL session_replication_role = replica');
    await tx.rows(
      `UPDATE attempts SET started_at = started_at - make_interval(secs => $2), paused_at = paused_at - make_interval(secs => $2),
         deadline_at = deadline_at - make_interval(secs => $2), finished_at = finished_at - make_interval(secs => $2) WHERE id = $1`,
      [id, seconds],
    );
  });

describe('an accommodation', () => {
  const grant = (more: object) =>
    examiner.post('/api/examiners/accommodations', { email, reason: 'Dyslexia', ...more });

  it('reaches a running attempt at its next look at the clock, and the next attempt from its start', async () => {
    const attempt = await sitting({ minutes: 20 });
    expect((await grant({ multiplier: 1.5, extraMinutes: 5 })).body).toMatchObject({ running: 1 });
    expect(minutes(attempt.startedAt, (await clock(attempt)).deadline as string)).toBe(35);
    await submit(attempt);
    const next = await start();
    expect(minutes(next.startedAt, next.deadline)).toBe(35);
  });

  it('for one exam goes before one for all, and ends with who ended it', async () => {
    const attempt = await sitting({ minutes: 20 });
    const { id: quizId } = (await app.db.row<{ id: string }>('SELECT id FROM quizzes WHERE slug = $1', [quiz]))!;
    await grant({ multiplier: 2 });
    const { id } = (await grant({ multiplier: 3, quizId })).body as { id: string };
    expect(minutes(attempt.startedAt, (await clock(attempt)).deadline as string)).toBe(60);
    expect((await examiner.delete(`/api/examiners/accommodations/${id}`)).body).toEqual({ running: 1 });
    expect((await examiner.delete(`/api/examiners/accommodations/${id}`)).body).toEqual({ running: 0 });
    expect(minutes(attempt.startedAt, (await clock(attempt)).deadline as string)).toBe(40);
    const { items } = (await examiner.get(`/api/examiners/accommodations?q=${email}`)).body as { items: object[] };
    expect(items).toMatchObject([
      { multiplier: 3, endedAt: expect.any(String) },
      { multiplier: 2, endedAt: null },
    ]);
  });

  it('keeps what a proctor added and what pauses took', async () => {
    const attempt = await sitting({ minutes: 20 });
    await act(attempt, { action: 'extend', minutes: 7 });
    await grant({ multiplier: 2 });
    expect(minutes(attempt.startedAt, (await clock(attempt)).deadline as string)).toBe(47);
  });

  it.each([
    [{ multiplier: 1 }, 'multiplier'],
    [{ multiplier: 9 }, 'multiplier'],
    [{ extraMinutes: -1 }, 'extraMinutes'],
    [{ extraMinutes: 5, reason: ' ' }, 'reason'],
    [{ extraMinutes: 5, email: 'nobody@example.test' }, 'email'],
  ])('is refused as %j at its field', async (more, field) => {
    await sitting();
    expect((await grant(more)).body).toMatchObject({ errors: { [field]: expect.any(String) } });
  });
});

describe('a break', () => {
  it('stops the clock, hides the questions, refuses answers, and is over by itself when the allowance is used', async () => {
    const attempt = await sitting({ minutes: 20 });
    expect((await client.post(`/api/attempts/${attempt.id}/break`)).body).toMatchObject({ code: 'no_break_left' });
    await examiner.post('/api/examiners/accommodations', { email, breakMinutes: 2, reason: 'Diabetes' });
    expect((await client.post(`/api/attempts/${attempt.id}/break`)).status).toBe(204);
    expect(await clock(attempt)).toMatchObject({ pausedBy: 'break', breakEndsAt: expect.any(String) });
    expect((await client.get(`/api/attempts/${attempt.id}`)).body).toMatchObject({ questions: [] });
    expect((await save(attempt, attempt.questions[0]!, 0, answerTo(attempt.questions[0]!))).body).toMatchObject({
      code: 'attempt_paused',
    });
    await longAgo(attempt, 300);
    const after = await clock(attempt);
    expect(after).not.toHaveProperty('pausedBy');
    expect(after['breakLeftSeconds']).toBe(0);
    expect((await save(attempt, attempt.questions[0]!, 0, answerTo(attempt.questions[0]!))).status).toBe(200);
    // Five minutes passed, two of them a break.
    expect(minutes(attempt.startedAt, (await clock(attempt)).deadline as string)).toBeCloseTo(17, 1);
    expect((await client.post(`/api/attempts/${attempt.id}/break`)).body).toMatchObject({ code: 'no_break_left' });
  });

  it('can be ended before, and the rest is kept', async () => {
    const attempt = await sitting({ minutes: 20 });
    await examiner.post('/api/examiners/accommodations', { email, breakMinutes: 10, reason: 'Diabetes' });
    await client.post(`/api/attempts/${attempt.id}/break`);
    await longAgo(attempt, 60);
    expect((await client.delete(`/api/attempts/${attempt.id}/break`)).status).toBe(204);
    expect((await clock(attempt))['breakLeftSeconds']).toBeGreaterThan(530);
    expect((await clock(attempt))['breakLeftSeconds']).toBeLessThanOrEqual(540);
  });

  it('gives back the time it lasted and no more, however many short ones are taken', async () => {
    const attempt = await sitting({ minutes: 20 });
    await examiner.post('/api/examiners/accommodations', { email, breakMinutes: 10, reason: 'Diabetes' });
    const began = await clock(attempt);
    for (let at = 0; at < 10; at++) {
      await client.post(`/api/attempts/${attempt.id}/break`);
      await client.delete(`/api/attempts/${attempt.id}/break`);
    }
    const after = await clock(attempt);
    const passed = minutes(began['serverNow'], after['serverNow']);
    expect(minutes(began['deadline'], after['deadline'])).toBeLessThanOrEqual(passed);
    expect(after['breakLeftSeconds']).toBeLessThanOrEqual(590);
  });

  it('is refused once the time is over, which finishes the attempt', async () => {
    const attempt = await sitting({ minutes: 20 });
    await examiner.post('/api/examiners/accommodations', { email, breakMinutes: 10, reason: 'Diabetes' });
    await longAgo(attempt, 20 * 60 + 10.5);
    const refused = await client.post(`/api/attempts/${attempt.id}/break`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'attempt_finished' } });
    expect(await clock(attempt)).toMatchObject({ status: 'expired' });
    const late = await save(attempt, attempt.questions[0]!, 0, answerTo(attempt.questions[0]!));
    expect(late.body).toMatchObject({ code: 'deadline_passed' });
  });
});

describe('a proctor', () => {
  it.each([true, [5], '1e2', '0x10', '1.5', '', null])(
    'extends by no minutes that are not a number: %j',
    async (minutes) => {
      const attempt = await sitting({ minutes: 20 });
      expect((await act(attempt, { action: 'extend', minutes })).status).toBe(400);
      const grant = { email, extraMinutes: minutes, multiplier: 1, reason: 'Dyslexia' };
      expect([400, 422]).toContain((await examiner.post('/api/examiners/accommodations', grant)).status);
      expect((await clock(attempt))['deadline']).toBe(attempt.deadline);
    },
  );

  it('who has paused an attempt finds it as it was: it is not handed in meanwhile', async () => {
    const attempt = await sitting({ minutes: 20 });
    await act(attempt, { action: 'pause' });
    expect(await submit(attempt)).toMatchObject({ status: 409, body: { code: 'attempt_paused' } });
    const address = `/learn/${course}/quiz/${quiz}/attempts/${attempt.id}`;
    const form = await client.form(`${address}/submission`, {});
    expect([form.status, form.headers.get('location')]).toEqual([303, address]);
    await act(attempt, { action: 'resume' });
    expect((await submit(attempt)).status).toBe(200);
  });

  it('is told of a reason that no text can hold, instead of a failure', async () => {
    const attempt = await sitting();
    expect((await act(attempt, { action: 'pause', reason: 'Half \ud800' })).status).toBe(400);
  });

  it('pauses and resumes: nothing runs out meanwhile, and the time comes back', async () => {
    const attempt = await sitting({ minutes: 20 });
    expect((await act(attempt, { action: 'pause' })).status).toBe(204);
    await longAgo(attempt, 3600);
    await app.get(ExpireAttempts).execute();
    expect(await clock(attempt)).toMatchObject({ status: 'live', pausedBy: 'proctor' });
    expect((await client.delete(`/api/attempts/${attempt.id}/break`)).status).toBe(204);
    expect(await clock(attempt)).toMatchObject({ pausedBy: 'proctor' });
    expect((await act(attempt, { action: 'resume' })).status).toBe(204);
    const { deadline, serverNow } = (await clock(attempt)) as { deadline: string; serverNow: string };
    expect(minutes(serverNow, deadline)).toBeCloseTo(20, 0);
    expect((await act(attempt, { action: 'resume' })).body).toMatchObject({ code: 'not_paused' });
  });

  it('ends an attempt: what is saved is graded, and nobody writes any more', async () => {
    const attempt = await sitting();
    await save(attempt, attempt.questions[0]!, 0, answerTo(attempt.questions[0]!));
    await act(attempt, { action: 'end' });
    expect(await clock(attempt)).toMatchObject({ status: 'ended' });
    expect((await submit(attempt)).body).toMatchObject({ status: 'ended', passed: false, score: 25 });
    expect((await save(attempt, attempt.questions[1]!, 0, null)).status).toBe(409);
    expect((await act(attempt, { action: 'extend', minutes: 5 })).body).toMatchObject({ code: 'attempt_finished' });
  });

  it('voids a passed attempt: it passes nobody, the quiz is open again, the marks stay, and it need not count', async () => {
    const attempt = await sitting({ attempts: 1 });
    for (const question of attempt.questions) await save(attempt, question, 0, answerTo(question));
    expect((await submit(attempt)).body).toMatchObject({ passed: true });
    const done = async () => {
      const { items } = (await client.get('/api/learning')).body as { items: { course: { slug: string } }[] };
      return JSON.stringify(items.find((item) => JSON.stringify(item).includes(course)));
    };
    const before = await done();
    expect((await act(attempt, { action: 'void', counts: false })).status).toBe(204);
    expect(await done()).not.toBe(before);
    const row = await app.db.row(
      'SELECT passed, (SELECT count(*) FROM marks WHERE attempt_id = id) AS marks, void_reason AS reason FROM attempts WHERE id = $1',
      [attempt.id],
    );
    expect(row).toEqual({ passed: false, marks: 4, reason: 'Fire alarm' });
    expect((await act(attempt, { action: 'void', counts: false })).body).toMatchObject({ code: 'already_void' });
    expect((await start()).id).not.toBe(attempt.id);
  });

  it('gives a reason each time, and never decides about their own attempt', async () => {
    const attempt = await sitting();
    expect((await act(attempt, { action: 'pause', reason: ' ' })).body).toMatchObject({
      errors: { reason: expect.any(String) },
    });
    expect((await act(attempt, { action: 'extend', minutes: 0 })).body).toMatchObject({
      errors: { minutes: 'At least 1.' },
    });
    expect((await act(attempt, { action: 'pause' }, client)).status).toBe(403);
    await app.db
      .rows(
        `INSERT INTO person_roles (person_id, role, granted_by) SELECT id, 'examiner', id FROM people WHERE email = $1 ON CONFLICT DO NOTHING`,
        [email],
      )
      .catch(() =>
        app.db.rows(`INSERT INTO person_roles (person_id, role) SELECT id, 'examiner' FROM people WHERE email = $1`, [
          email,
        ]),
      );
    const own = await act(attempt, { action: 'extend', minutes: 60 }, await app.signIn(email, password));
    expect(own.body).toMatchObject({ code: 'not_for_yourself' });
    const actions = await app.db.rows('SELECT FROM attempt_actions WHERE attempt_id = $1', [attempt.id]);
    expect(actions).toEqual([]);
  });
});

describe('between attempts', () => {
  it('a failure makes wait, longer each time, and the page says until when', async () => {
    const attempt = await sitting({ attempts: 3, coolDownHours: [24, 72] });
    await submit(attempt);
    const refused = await client.post(`/api/quizzes/${quiz}/attempts`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'cooling_down' } });
    await longAgo(attempt, 24 * 3600 + 1);
    const second = await start();
    await submit(second);
    for (const each of [attempt, second]) await longAgo(each, 24 * 3600 + 1);
    expect((await client.post(`/api/quizzes/${quiz}/attempts`)).body).toMatchObject({ code: 'cooling_down' });
    for (const each of [attempt, second]) await longAgo(each, 48 * 3600);
    await start();
  });
});

describe('practice', () => {
  const practice = {
    kind: 'practice',
    minutes: undefined,
    attempts: undefined,
    passPercent: 1,
    review: { during: ['marks', 'answers', 'feedback'], after: ['score'] },
  };

  it('has no clock, tells at once what was right, and then keeps that answer as it is', async () => {
    const attempt = await sitting(practice);
    expect(attempt).not.toHaveProperty('deadline');
    const question = attempt.questions.find(({ type }) => type === 'single')!;
    const check = () => client.post(`/api/attempts/${attempt.id}/questions/${question.id}/check`);
    expect(await check()).toMatchObject({ status: 422, body: { code: 'response_missing' } });
    await save(attempt, question, 0, answerTo(question, false));
    expect((await check()).body).toMatchObject({
      isRight: false,
      marks: { awarded: 0, possible: 1 },
      feedback: 'CANARY-feedback',
    });
    expect((await save(attempt, question, 1, answerTo(question))).body).toMatchObject({ code: 'answer_checked' });
    const others = JSON.stringify((await client.get(`/api/attempts/${attempt.id}`)).body);
    expect(others).not.toMatch(/31415|CANARY-(feedback|source)/);
    await submit(attempt);
    expect((await start()).id).not.toBe(attempt.id);
  });

  it('is not what an exam can be turned into: there nothing can be checked', async () => {
    const attempt = await sitting();
    const question = attempt.questions[0]!;
    await save(attempt, question, 0, answerTo(question));
    expect((await client.post(`/api/attempts/${attempt.id}/questions/${question.id}/check`)).status).toBe(404);
  });
});

describe('a flag', () => {
  it('stays with the question until it is taken back', async () => {
    const attempt = await sitting();
    const question = attempt.questions[1]!;
    const flag = (flagged: boolean) => client.put(`/api/attempts/${attempt.id}/flags/${question.id}`, { flagged });
    const flagged = async () =>
      ((await client.get(`/api/attempts/${attempt.id}`)).body as Attempt).questions.filter(
        (each) => (each as { flagged?: boolean }).flagged,
      ).length;
    await flag(true);
    expect((await flag(true)).status).toBe(204);
    await eventually(async () => expect(await flagged()).toBe(1));
    await flag(false);
    expect(await flagged()).toBe(0);
  });
});

describe('the desk of attempts', () => {
  const html = { accept: 'text/html' };

  it('finds an attempt, shows how it stands and what happened without its answers, and acts on it', async () => {
    const attempt = await sitting({ minutes: 20 });
    const number = attempt.questions.find(({ type }) => type === 'numeric')!;
    await save(attempt, number, 0, { value: '4242' });
    const list = await examiner.get<string>(`/examiners/attempts?q=${encodeURIComponent(email)}&status=live`, html);
    expect(list.text).toContain(`/examiners/attempts/${attempt.id}`);
    const extended = await examiner.form(`/examiners/attempts/${attempt.id}`, {
      action: 'extend',
      minutes: '15',
      counts: 'false',
      reason: 'Noise next door',
    });
    expect(extended.status).toBe(303);
    const page = await examiner.get<string>(`/examiners/attempts/${attempt.id}`, html);
    expect(page.text).toContain('Noise next door');
    expect(page.text).toContain('1 of 4');
    expect(page.text).not.toContain('4242');
    const json = await examiner.get(`/api/examiners/attempts/${attempt.id}`);
    expect(json.body).toMatchObject({
      answered: 1,
      questions: 4,
      actions: [{ action: 'extend', seconds: 900, reason: 'Noise next door' }],
    });
    expect(minutes(attempt.startedAt, (json.body as { deadline: string }).deadline)).toBe(35);
    const found = await examiner.get(`/api/examiners/attempts?q=${encodeURIComponent(email)}`);
    expect(found.body).toMatchObject({ items: [{ id: attempt.id }], next: null });
  });

  it('gives a form back with the reason at its field', async () => {
    const attempt = await sitting();
    const refused = await examiner.form(`/examiners/attempts/${attempt.id}`, {
      action: 'extend',
      minutes: 'ten',
      reason: 'Noise',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Write a number of minutes.');
    expect(refused.text).toContain('value="Noise"');
    const accommodation = await examiner.form('/examiners/accommodations', {
      email,
      quizId: '',
      multiplier: '1',
      extraMinutes: '0',
      breakMinutes: '0',
      reason: 'Dyslexia',
    });
    expect(accommodation.text).toContain('Grant more time or a break.');
    expect(
      (
        await examiner.form('/examiners/accommodations', {
          email,
          quizId: '',
          multiplier: '1.25',
          extraMinutes: '0',
          breakMinutes: '15',
          reason: 'Dyslexia',
        })
      ).status,
    ).toBe(303);
    expect((await examiner.get<string>('/examiners/accommodations', html)).text).toContain(
      'time × 1.25, breaks of 15 minutes',
    );
  });
});
