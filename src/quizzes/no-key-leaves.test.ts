import { type AuthoredQuestion, authoredQuestion, PutQuestions } from '../questions/index.js';
import { samples } from '../questions/types/samples.js';
import { type Client, testApp, type TestApp } from '../../test/support/index.js';
import { type Asked, course, exampleQuiz, importQuiz, newLearner, password, quiz } from './quizzes.example.js';

const address = `/learn/${course}/quiz/${quiz}`;
const attemptPage = (id: string) => `${address}/attempts/${id}`;
/** Every word and number of a key, and every name an author gave to a part. */
const canaries = /canary|31415|271\.75|2\.71/i;
/** What is random, or a time of day, may spell anything. */
const random = /\d{4}-\d\d-\d\dT[\d:.]+Z|[0-9a-f]{8}-[0-9a-f-]{27}|"(lease|serverNow|savedAt)":"[^"]*"|nonce="[^"]*"/g;

const common = { topic: 'dilution', feedback: 'CANARY-feedback', source: 'CANARY-source' };
const vignette = authoredQuestion.parse({
  id: 'canary-case',
  type: 'vignette',
  topic: common.topic,
  source: common.source,
  text: 'A patient comes.',
  parts: samples
    .filter(({ type }) => type === 'single' || type === 'numeric')
    .slice(0, 2)
    .map(({ id, ...part }) => ({ ...pick(part), id: `part-${id}` })),
});

/** A part of a case has no topic of its own. */
function pick(part: object): object {
  const ofCase = ['topic', 'difficulty', 'cognitive'];
  return Object.fromEntries(Object.entries(part).filter(([name]) => !ofCase.includes(name)));
}

/** A learner who keeps every answer that ever came. */
class Listener {
  readonly heard: { what: string; text: string }[] = [];
  constructor(private readonly client: Client) {}

  async ask(method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object, html = false) {
    const headers: Record<string, string> = html ? { accept: 'text/html' } : {};
    const answer =
      method === 'get' || method === 'delete'
        ? await this.client[method](path, headers)
        : await this.client[method](path, body, headers);
    this.heard.push({ what: `${method} ${path} ${answer.status}`, text: answer.text + [...answer.headers].join() });
    return answer;
  }

  page = (path: string) => this.ask('get', path, undefined, true);

  /** Where something of a key stood. */
  leaks(): string[] {
    return this.heard.flatMap(({ what, text }) => {
      const found = canaries.exec(text.replace(random, ''));
      return found
        ? [`${what}: …${text.replace(random, '').slice(Math.max(0, found.index - 80), found.index + 60)}…`]
        : [];
    });
  }
}

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

/** An exam in which every type occurs. */
async function exam(review: string[]): Promise<Listener> {
  await importQuiz(app, exampleQuiz({ review, kind: 'exam' }));
  const questions: AuthoredQuestion[] = [...samples, vignette];
  const pool = { slug: 'every-type', title: 'Every type', language: 'en', questions };
  await app.db.transaction((tx) => app.get(PutQuestions).put(tx, pool));
  await app.db.rows(`UPDATE quizzes SET blueprint = $2 WHERE slug = $1`, [
    quiz,
    JSON.stringify([{ pool: 'every-type', count: questions.length }]),
  ]);
  return new Listener(await app.signIn((await newLearner(app)).email, password));
}

const garbage = [{}, { nonsense: 1 }, [], 'text', 7, { option: 'x' }, { value: 'x' }, { points: [{ x: -1 }] }];

async function sitThrough(learner: Listener): Promise<string> {
  for (const path of [
    '/',
    '/catalogue',
    '/learning',
    address,
    `/learn/${course}/lesson/example-lesson`,
    `/courses/${course}`,
  ])
    await learner.page(path);
  const { body } = await learner.ask('post', `/api/quizzes/${quiz}/attempts`);
  const { id, questions } = body as { id: string; questions: Asked[] };
  expect(new Set(questions.map(({ type }) => type)).size).toBe(new Set(samples.map(({ type }) => type)).size);
  await learner.page(attemptPage(id));
  for (const [at, { id: question }] of questions.entries()) {
    const place = `/api/attempts/${id}/responses/${question}`;
    for (const response of garbage) await learner.ask('put', place, { rev: 0, response });
    await learner.ask('put', place, { rev: 0, response: null });
    await learner.ask('put', place, { rev: 7, response: null });
    await learner.ask('put', `/api/attempts/${id}/flags/${question}`, { flagged: true });
    await learner.ask('post', `/api/attempts/${id}/questions/${question}/check`);
    await learner.page(`${attemptPage(id)}?question=${at + 1}`);
  }
  for (const path of ['', '/clock', '/result', '/events', '/files/1'])
    await learner.ask('get', `/api/attempts/${id}${path}`);
  await learner.page(`${attemptPage(id)}/submission`);
  await learner.page(`${attemptPage(id)}/result`);
  for (const picture of pictures(learner)) await learner.ask('get', picture);
  for (const path of ['/api/openapi.json', '/sitemap.xml', '/robots.txt', '/api/catalogue', `/api/courses/${course}`])
    await learner.ask('get', path);
  for (const staff of [
    '/bank',
    '/api/bank/pools/every-type/questions',
    `/examiners/attempts/${id}`,
    `/api/examiners/attempts/${id}/events.ndjson`,
  ])
    await learner.ask('get', staff);
  return id;
}

const pictures = ({ heard }: Listener) => [
  ...new Set(heard.flatMap(({ text }) => text.match(/\/question-pictures\/[0-9a-f-]+/g) ?? [])),
];

describe('what is right', () => {
  it('leaves the server in no answer to a learner before the end, whatever is asked, for any type of question', async () => {
    const learner = await exam(['score', 'marks', 'answers', 'feedback']);
    await sitThrough(learner);
    expect(learner.heard.length).toBeGreaterThan(200);
    expect(learner.leaks()).toEqual([]);
  });

  it('nor after it, when the policy shows the score alone', async () => {
    const learner = await exam(['score']);
    const id = await sitThrough(learner);
    await learner.ask('post', `/api/attempts/${id}/submission`);
    await learner.ask('get', `/api/attempts/${id}/result`);
    await learner.ask('get', `/api/attempts/${id}`);
    for (const path of ['', '/result', '/submission']) await learner.page(`${attemptPage(id)}${path}`);
    await learner.page(address);
    expect(learner.leaks()).toEqual([]);
  });

  it('would be noticed here: with answers shown to who passed, they are found', async () => {
    const learner = await exam(['score', 'marks', 'answers', 'feedback']);
    await app.db.rows('UPDATE quizzes SET pass_percent = 1 WHERE slug = $1', [quiz]);
    const { body } = await learner.ask('post', `/api/quizzes/${quiz}/attempts`);
    const { id, questions } = body as { id: string; questions: Asked[] };
    const whether = questions.find(({ type }) => type === 'trueFalse')!;
    await learner.ask('put', `/api/attempts/${id}/responses/${whether.id}`, { rev: 0, response: { value: false } });
    await learner.ask('post', `/api/attempts/${id}/submission`);
    await learner.ask('get', `/api/attempts/${id}/result`);
    expect(learner.leaks()).not.toEqual([]);
  });
});
