import { type Client, testApp, type TestApp } from '../../test/support/index.js';
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

const address = `/learn/${course}/quiz/${quiz}`;
const html = { accept: 'text/html' };
/** Every word by which a key could be known: names of options and questions, feedback, source, topic, number, tolerance. */
const canaries = /canary|31415|271\.75|dilution|storage/i;

let app: TestApp;
let client: Client;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

async function learnerAt(changes: Record<string, unknown> = {}): Promise<void> {
  await importQuiz(app, exampleQuiz(changes));
  client = await app.signIn((await newLearner(app)).email, password);
}
const page = (path: string) => client.get<string>(path, html);
const locationOf = ({ headers }: { headers: Headers }) => headers.get('location')!;
async function startByForm(): Promise<string> {
  const started = await client.form(`${address}/attempts`, { key: crypto.randomUUID() });
  expect(started.status).toBe(303);
  return locationOf(started);
}
const questionsOf = async (attempt: string) =>
  (await client.get<{ questions: Asked[] }>(`/api/attempts/${attempt.split('/').at(-1)}`)).body.questions;
const kindOf = (held: unknown) => (Array.isArray(held) ? ':list' : typeof held === 'boolean' ? ':boolean' : '');
/** A filled form as a browser sends it. */
const filled = (questions: Asked[], isRight = true): [string, string][] =>
  questions.flatMap((question) => [
    [`rev-${question.id}`, String(question.rev)] as [string, string],
    ...Object.entries(answerTo(question, isRight)).flatMap(([path, held]) =>
      [held].flat().map((value): [string, string] => [`answer-${question.id}.${path}${kindOf(held)}`, String(value)]),
    ),
  ]);

describe('a quiz without script', () => {
  it('goes from the intro to the result by plain forms', async () => {
    await learnerAt();
    const intro = await page(address);
    expect(intro.text).toContain('4, drawn for each attempt');
    expect(intro.text).toContain('3, of which 3 left');
    const attempt = await startByForm();
    expect((await page(attempt)).text).toContain('0 of 4 answered');
    const some = filled((await questionsOf(attempt)).filter(({ type }) => type !== 'numeric'));
    const saved = await client.form(attempt, [...some, ['action', 'review']]);
    expect([saved.status, locationOf(saved)]).toEqual([303, `${attempt}/submission`]);
    const confirm = await page(`${attempt}/submission`);
    expect(confirm.text).toContain('1 question without an answer');
    expect(confirm.text).toContain('How much?');
    const submitted = await client.form(`${attempt}/submission`, {});
    expect([submitted.status, locationOf(submitted)]).toEqual([303, `${attempt}/result`]);
    const result = await page(`${attempt}/result`);
    expect(result.text).toContain('75%');
    expect(result.text).toContain('Continue the course');
    expect((await page(address)).text).toContain('Start another attempt');
  });

  it('starts once when the start is pressed twice', async () => {
    await learnerAt();
    const key = crypto.randomUUID();
    const [one, two] = await Promise.all([1, 2].map(() => client.form(`${address}/attempts`, { key })));
    expect(locationOf(one!)).toBe(locationOf(two!));
  });

  it('saves the good answers, and gives a number that cannot be read back with the reason beside it', async () => {
    await learnerAt();
    const attempt = await startByForm();
    const questions = await questionsOf(attempt);
    const numeric = questions.find(({ type }) => type === 'numeric')!;
    const fields = filled(questions.filter(({ type }) => type !== 'numeric'));
    const answer = await client.form(attempt, [
      ...fields,
      [`answer-${numeric.id}.value`, '2,5 <mL>'],
      ['action', 'review'],
    ]);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('value="2,5 <mL>"');
    expect(answer.text).toContain('Write a decimal point, not a comma');
    expect(answer.text).toContain('3 of 4 answered');
  });

  it('shows both answers when another window saved in between, and overwrites nothing', async () => {
    await learnerAt();
    const attempt = await startByForm();
    const questions = await questionsOf(attempt);
    const question = questions.find(({ type }) => type === 'trueFalse')!;
    await client.form(attempt, [
      [`rev-${question.id}`, '0'],
      [`answer-${question.id}.value:boolean`, 'true'],
    ]);
    const stale = await client.form(attempt, [
      [`rev-${question.id}`, '0'],
      [`answer-${question.id}.value:boolean`, 'false'],
    ]);
    expect(stale.status).toBe(422);
    expect(stale.text).toMatch(/Saved there: <strong>True<\/strong>.*Chosen here: <strong>False<\/strong>/s);
    expect((await questionsOf(attempt)).find(({ id }) => id === question.id)).toMatchObject({
      rev: 1,
      response: { value: true },
    });
  });

  it.each<[string, string]>([
    ['an option that is not there', 'single'],
    ['a word for a truth', 'trueFalse'],
    ['a nested value', 'numeric'],
  ])('refuses %s without failing', async (_, type) => {
    await learnerAt();
    const attempt = await startByForm();
    const { id } = (await questionsOf(attempt)).find((question) => question.type === type)!;
    const name =
      { single: `answer-${id}.option`, numeric: `answer-${id}.value[a][b]` }[type] ?? `answer-${id}.value:boolean`;
    const answer = await client.form(attempt, [
      [name, 'x'],
      [name, 'y'],
      ['rev-x', 'z'],
      [`rev-${id}`, type === 'single' ? '-3' : '99999999999'],
    ]);
    expect([303, 422]).toContain(answer.status);
  });

  it('flags a question and takes the flag away, with the answers saved on the way', async () => {
    await learnerAt();
    const attempt = await startByForm();
    const questions = await questionsOf(attempt);
    const { id } = questions.find(({ type }) => type === 'trueFalse')!;
    const fields = filled(questions);
    const flagged = await client.form(attempt, [...fields, ['action', `flag:${id}`]]);
    expect([flagged.status, locationOf(flagged)]).toEqual([303, `${attempt}#question-${id}`]);
    expect((await page(attempt)).text).toContain('4 of 4 answered, 1 question flagged');
    expect((await page(`${attempt}/submission`)).text).toContain('Flagged');
    await client.form(attempt, [...filled(await questionsOf(attempt)), ['action', `unflag:${id}`]]);
    expect((await page(attempt)).text).not.toContain('question flagged');
    for (const action of ['flag:x', `check:${id}`]) {
      expect((await client.form(attempt, [...filled(await questionsOf(attempt)), ['action', action]])).status).toBe(
        404,
      );
    }
  });

  it('hides the questions while a break lasts, and shows them when it is ended', async () => {
    await learnerAt();
    const attempt = await startByForm();
    expect((await page(attempt)).text).not.toContain('Take a break');
    expect(locationOf(await client.form(attempt, { action: 'break' }))).toBe(attempt);
    await app.db.rows(`UPDATE attempts SET break_seconds = 300 WHERE id = $1`, [attempt.split('/').at(-1)]);
    expect((await page(attempt)).text).toMatch(/Take a break.*5 minutes left/s);
    const fields = filled(await questionsOf(attempt));
    await client.form(attempt, [...fields, ['action', 'break']]);
    for (const path of [attempt, locationOf(await page(`${attempt}/submission`))]) {
      const paused = (await page(path)).text;
      expect(paused).toContain('You are on a break');
      expect(paused).not.toContain('How much?');
    }
    expect(locationOf(await client.form(attempt, fields))).toBe(attempt);
    const resumed = await client.form(`${attempt}/resumption`, {});
    expect([resumed.status, locationOf(resumed)]).toEqual([303, attempt]);
    expect((await page(attempt)).text).toContain('4 of 4 answered');
  });

  it('checks one answer of a practice beside its question, and leaves the others open', async () => {
    await learnerAt({
      ...{ kind: 'practice', attempts: undefined, minutes: undefined },
      review: { during: ['marks', 'answers', 'feedback'], after: ['score'] },
    });
    const attempt = await startByForm();
    const questions = await questionsOf(attempt);
    const { id } = questions.find(({ type }) => type === 'trueFalse')!;
    const empty = await client.form(attempt, { action: `check:${id}` });
    expect([empty.status, empty.text.includes('Answer the question first.')]).toEqual([422, true]);
    const checked = await client.form(attempt, [...filled(questions), ['action', `check:${id}`]]);
    expect(locationOf(checked)).toBe(`${attempt}#question-${id}`);
    const { text } = await page(attempt);
    expect(text.match(/CANARY-feedback/g)).toHaveLength(1);
    expect(text).not.toContain(`name="answer-${id}`);
    // A window that still shows its fields replaces nothing.
    await client.form(attempt, [[`answer-${id}.value:boolean`, 'false']]);
    expect((await questionsOf(attempt)).find((each) => each.id === id)!.response).toEqual({ value: true });
  });

  it('leads a late form to the result of what was saved, and keeps what it brought as late', async () => {
    await learnerAt();
    const attempt = await startByForm();
    const questions = await questionsOf(attempt);
    const fields = filled(questions);
    // Whole answers of one question, whichever was drawn first.
    await client.form(attempt, filled(questions.slice(0, 1)));
    await app.db.rows(`UPDATE attempts SET deadline_at = now() - interval '11 seconds' WHERE status = 'live'`);
    const late = await client.form(attempt, fields);
    expect([late.status, locationOf(late)]).toEqual([303, `${attempt}/result`]);
    expect((await page(`${attempt}/result`)).text).toContain('Time ran out');
    const kept = await app.db.rows('SELECT FROM responses WHERE attempt_id = $1 AND late', [attempt.split('/').at(-1)]);
    expect(kept).toHaveLength(3);
  });

  it('leads from one page to the right other one', async () => {
    await learnerAt({ attempts: 1 });
    const attempt = await startByForm();
    expect((await page(address)).text).toContain('Continue attempt 1');
    expect(locationOf(await page(`${attempt}/result`))).toBe(attempt);
    await client.form(`${attempt}/submission`, {});
    expect(locationOf(await page(attempt))).toBe(`${attempt}/result`);
    expect(locationOf(await page(`${attempt}/submission`))).toBe(`${attempt}/result`);
    expect((await page(`${attempt}/result`)).text).toContain('This was your last attempt');
    expect((await page(address)).text).toContain('You have used all 1 attempt');
    const refused = await client.form(`${address}/attempts`, { key: crypto.randomUUID() });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('You have used all 1 attempt');
  });

  it('shows the course to those without access, and nothing where nothing is', async () => {
    await learnerAt();
    const attempt = await startByForm();
    const id = attempt.split('/').at(-1)!;
    const stranger = await app.signIn('learner2');
    expect(locationOf(await stranger.get(address, html))).toBe(`/courses/${course}`);
    expect((await stranger.get('/learn/nothing/quiz/nothing', html)).status).toBe(404);
    for (const path of [
      `/learn/${course}/quiz/nothing`,
      `/learn/${course}/quiz/example-lesson`,
      `/learn/%00/quiz/${quiz}`,
    ]) {
      expect((await page(path)).status).toBe(404);
    }
    for (const path of [
      `/learn/other/quiz/${quiz}/attempts/${id}`,
      `/learn/${course}/quiz/other/attempts/${id}/result`,
    ]) {
      expect((await page(path)).status).toBe(404);
    }
    expect((await page(`${address}/attempts/x`)).status).toBe(404);
  });
});

describe('what is right', () => {
  const answersSeen: string[] = [];
  const keep = <A extends { text: string }>(answer: A): A => {
    answersSeen.push(answer.text);
    return answer;
  };
  const isClean = () => {
    const leaked = answersSeen.map((text) => canaries.exec(text)?.[0]).filter(Boolean);
    expect(leaked).toEqual([]);
    expect(answersSeen.length).toBeGreaterThan(10);
  };

  async function wholeAttempt(): Promise<string> {
    answersSeen.length = 0;
    const api = '/api/attempts';
    keep(await page(address));
    keep(await client.get('/api/learning'));
    const started = keep(await client.post<{ id: string; questions: Asked[] }>(`/api/quizzes/${quiz}/attempts`)).body;
    const attempt = `${address}/attempts/${started.id}`;
    keep(await client.get(`${api}/${started.id}`));
    for (const question of started.questions) {
      const path = `${api}/${started.id}/responses/${question.id}`;
      keep(await client.put(path, { rev: 0, response: { option: 'x' } }));
      keep(await client.put(path, { rev: 0, response: { value: '1,5' } }));
      keep(await client.put(path, { rev: 0, response: answerTo({ ...question }, question.type === 'single') }));
      keep(await client.put(path, { rev: 0, response: null }));
    }
    keep(await page(attempt));
    keep(await client.form(attempt, filled(started.questions)));
    keep(await page(`${attempt}/submission`));
    keep(await client.get(`${api}/${started.id}/result`));
    keep(await page(address));
    return attempt;
  }
  async function whatIsSeenAfter(attempt: string): Promise<{ text: string; api: object }> {
    const id = attempt.split('/').at(-1)!;
    const submitted = keep(await client.post<object>(`/api/attempts/${id}/submission`));
    keep(await client.get(`/api/attempts/${id}`));
    keep(await client.get(`/api/attempts/${id}/result`));
    const result = keep(await page(`${attempt}/result`));
    keep(await page(address));
    return { text: result.text, api: submitted.body };
  }

  it('never leaves the server before the submission', async () => {
    await learnerAt();
    await wholeAttempt();
    isClean();
  });

  it('stays there afterwards when the policy shows nothing', async () => {
    await learnerAt({ review: [] });
    const { api, text } = await whatIsSeenAfter(await wholeAttempt());
    isClean();
    expect(Object.keys(api).sort()).toEqual([
      'deadline',
      'finishedAt',
      'id',
      'number',
      'passPercent',
      'quiz',
      'startedAt',
      'status',
    ]);
    expect(text).toContain('Your answers were received');
    expect(text).not.toMatch(/Not passed|25%/);
  });

  it('shows score and weak topics, and only them, when the policy says so', async () => {
    await learnerAt({ review: ['score'] });
    const { api, text } = await whatIsSeenAfter(await wholeAttempt());
    expect(api).toMatchObject({
      score: 25,
      passed: false,
      weakTopics: expect.arrayContaining(['storage', 'CANARY-topic']) as string[],
    });
    expect(api).not.toHaveProperty('marks');
    expect(api).not.toHaveProperty('questions');
    expect(answersSeen.join()).not.toMatch(/31415|271\.75|CANARY-(feedback|source)|canary-/);
    expect(text).not.toContain('Which one?');
  });

  it('shows the marks of each question without what is right', async () => {
    await learnerAt({ review: ['score', 'marks'] });
    const { api, text } = await whatIsSeenAfter(await wholeAttempt());
    expect(api).toMatchObject({ marks: { awarded: 1, possible: 4 } });
    expect(answersSeen.join()).not.toMatch(/31415|271\.75|CANARY-(feedback|source)|canary-|isRight|Right answer/);
    expect(text).toContain('Which one?');
  });

  it('keeps the right answers from who has not passed, whatever the policy: they would answer the next attempt', async () => {
    await learnerAt();
    const { api, text } = await whatIsSeenAfter(await wholeAttempt());
    expect(api).toMatchObject({ score: 25, passed: false });
    expect(answersSeen.join()).not.toMatch(/31415|271\.75|CANARY-(feedback|source)|canary-|isRight|Right answer/);
    expect(text).toContain('Which one?');
  });

  it('shows the right answers and why they are right to who passed, never the author’s names', async () => {
    await learnerAt({ passPercent: 25 });
    const { api, text } = await whatIsSeenAfter(await wholeAttempt());
    const { questions } = api as { questions: (Asked & { isRight: boolean; answer: object; feedback: string })[] };
    const single = questions.find(({ type }) => type === 'single')!;
    expect(single).toMatchObject({
      isRight: true,
      feedback: 'CANARY-feedback',
      answer: { option: single.options!.find(({ text: t }) => t === 'Good')!.id },
    });
    expect(questions.find(({ type }) => type === 'numeric')).toMatchObject({
      isRight: false,
      answer: { value: '31415.25', tolerance: { kind: 'absolute', by: '271.75' } },
    });
    expect(text).toContain('31415.25 mL, give or take 271.75 mL');
    expect(text).toContain('Your answer, wrong');
    expect(answersSeen.join()).not.toContain('canary-');
  });
});
