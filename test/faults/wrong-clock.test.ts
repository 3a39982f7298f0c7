import {
  eventually,
  type SpawnedNode,
  spawnNode,
  testApp,
  type TestApp,
  webhookSecret,
  Client,
  sendEvent,
} from '../support/index.js';
import {
  answerTo,
  type Asked,
  exampleQuiz,
  importQuiz,
  newLearner,
  password,
  quiz,
} from '../../src/quizzes/quizzes.example.js';
import { bundle, Buyers, settledOnce } from './buyers.js';
import { rounds } from './rounds.js';

const minutes = 60;
const days = 86_400;
const everySkew = [-days, -10 * minutes, 10 * minutes, days];

describe('a node whose clock is wrong', () => {
  let app: TestApp;
  let buyers: Buyers;

  beforeAll(async () => {
    app = await testApp();
    buyers = new Buyers(app);
    await buyers.stripe.webhooks('drop');
  }, 120_000);
  afterAll(() => app.close());

  const nodeThatIsOffBy = (seconds: number): Promise<SpawnedNode> =>
    spawnNode(
      {
        DATABASE_URL: app.databaseUrl,
        STRIPE_WEBHOOK_SECRET: webhookSecret,
        CLOCK_SKEW_SECONDS: String(seconds),
        PROCESS: 'web',
      },
      'test/faults/clock-child.mjs',
    );

  const secondsLeft = async (number: string) => {
    const order = await app.db.row<{ left: number }>(
      'SELECT extract(epoch FROM checkout_expires_at - now())::float8 AS left FROM orders WHERE number = $1',
      [number],
    );
    return order!.left;
  };

  it.each(rounds(2, 4) === 4 ? everySkew : [10 * minutes, -days])(
    'sells at the price of the database clock, locks it as long, and believes the same events: %d s off',
    async (skew) => {
      const node = await nodeThatIsOffBy(skew);
      try {
        const email = `skew${skew}@example.test`;
        const buyer = new Client(node.url);
        await buyer.post('/api/people', { name: 'Skew', email, password: 'a long enough passphrase' });
        await buyer.post('/api/session', { email, password: 'a long enough passphrase' });
        const there = await buyer.get(`/api/bundles/${bundle}`);
        const here = await app.client().get(`/api/bundles/${bundle}`);
        expect(there.body).toEqual(here.body);
        const { body } = await buyer.post<{ number: string }>('/api/orders', { items: [{ product: bundle }] });
        expect(await secondsLeft(body.number)).toBeGreaterThan(30 * minutes);
        expect(await secondsLeft(body.number)).toBeLessThanOrEqual(31 * minutes);
        const session = await buyers.sessionOf(body.number);
        const stripe = await app.db.row<{ id: string }>(`SELECT id FROM stripe_sandbox.objects WHERE id = $1`, [
          session,
        ]);
        expect(stripe).toBeDefined();
        await buyers.stripe.pay(session);
        for (const event of await buyers.stripe.events(session)) {
          expect((await sendEvent(node.url, event.body as object)).status).toBe(200);
        }
        await eventually(async () => expect(await buyers.effects(body.number)).toEqual(settledOnce));
      } finally {
        expect(await node.stop()).toBe(0);
      }
    },
    120_000,
  );

  const grace = 10;
  const setDeadline = (id: string, seconds: number) =>
    app.db.rows(`UPDATE attempts SET deadline_at = now() + make_interval(secs => $2) WHERE id = $1`, [id, seconds]);

  it('lets two tabs, one on such a node, answer until the deadline of the database and not later', async () => {
    await importQuiz(app, exampleQuiz());
    for (const skew of rounds(1, 2) === 2 ? [-days, days] : [days]) {
      const node = await nodeThatIsOffBy(skew);
      try {
        const { email } = await newLearner(app);
        const here = await app.signIn(email, password);
        const there = new Client(node.url);
        await there.post('/api/session', { email, password });
        const tabs = [here, there];
        const { body } = await there.post<{ id: string; deadline: string; serverNow: string; questions: Asked[] }>(
          `/api/quizzes/${quiz}/attempts`,
        );
        expect(Date.parse(body.deadline) - Date.parse(body.serverNow)).toBeCloseTo(20 * minutes * 1000, -4);
        expect(Math.abs(Date.parse(body.serverNow) - Date.now())).toBeLessThan(minutes * 1000);
        const [first, second, ...rest] = body.questions;
        const save = (tab: Client, question: Asked, rev = 0) =>
          tab.put(`/api/attempts/${body.id}/responses/${question.id}`, { rev, response: answerTo(question) });
        await setDeadline(body.id, 1);
        expect((await Promise.all(tabs.map((tab) => save(tab, first!)))).map(({ status }) => status).sort()).toEqual([
          200, 409,
        ]);
        await setDeadline(body.id, 1 - grace);
        expect((await save(there, second!)).status).toBe(200);
        await setDeadline(body.id, -1 - grace);
        const late = await Promise.all(rest.flatMap((question) => tabs.map((tab) => save(tab, question))));
        for (const answer of late) expect(answer.body).toMatchObject({ code: 'deadline_passed' });
        const results = await Promise.all(tabs.map((tab) => tab.post(`/api/attempts/${body.id}/submission`)));
        for (const result of results) {
          expect(result.body).toMatchObject({ status: 'expired', marks: { awarded: 2, possible: 4 } });
        }
        const graded = await app.db.row(
          `SELECT count(*) AS n FROM facts WHERE name = 'attempt.graded' AND data ->> 'attemptId' = $1`,
          [body.id],
        );
        expect(graded).toEqual({ n: 1 });
      } finally {
        expect(await node.stop()).toBe(0);
      }
    }
  }, 120_000);
});
