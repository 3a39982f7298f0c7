import { type Client, eventually, testApp, type TestApp } from '../support/index.js';
import { type Answer, answersOf } from './answers.js';
import { bundle, card, course, person } from './steps.js';

// The same journey by the contract alone: what an outside client would send, and the shape of each answer.
const usd = (amount: number) => ({ amount, currency: 'USD' });
const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/);
const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
const text = expect.any(String);
const whole = expect.any(Number);
const problem = (status: number, code: string) =>
  expect.objectContaining({ type: text, title: text, status, code, requestId: text });

let app: TestApp;
let client: Client;
let order: { number: string; checkoutUrl: string };
let certificate: { number: string };
const learner = person('Jonas Weber');

beforeAll(async () => {
  app = await testApp();
  client = app.client();
}, 60_000);
afterAll(() => app?.close());

describe('an outside client', () => {
  it('reads the catalogue and the bundle with its price now', async () => {
    const catalogue = await client.get('/api/catalogue');
    expect(catalogue.body).toEqual({ items: expect.any(Array), next: null });
    const price = {
      listPrice: usd(59_900),
      price: usd(44_900),
      priorPrice: usd(59_900),
      percentOff: 25,
      offer: { name: text, startsAt: instant, endsAt: instant },
    };
    const courses = Array(6).fill({ slug: text, title: text });
    const listed = catalogue.body.items.find((item: { slug: string }) => item.slug === bundle.slug);
    expect(listed).toMatchObject({ kind: 'bundle', title: bundle.title, courses, ...price });
    const shown = await client.get(`/api/bundles/${bundle.slug}`);
    expect(shown.body).toMatchObject({ slug: bundle.slug, title: bundle.title, courses, ...price });
    const outline = [
      { title: text, items: expect.arrayContaining([{ kind: 'lesson', slug: text, title: text, minutes: whole }]) },
    ];
    expect((await client.get(`/api/courses/${course.slug}`)).body).toMatchObject({
      slug: course.slug,
      outline: expect.arrayContaining(outline),
    });
  });

  it('gets a quote with a reason for every amount', async () => {
    const money = { amount: whole, currency: 'USD' };
    const quote = await client.post('/api/quotes', { items: [{ product: bundle.slug }] });
    expect(quote.status).toBe(200);
    expect(quote.body).toMatchObject({ currency: 'USD', at: instant, total: usd(44_900) });
    expect(quote.body.lines).toEqual([
      {
        product: { id: uuid, slug: bundle.slug, kind: 'bundle', title: bundle.title },
        quantity: 1,
        courses: Array(6).fill({ id: uuid, slug: text, title: text, listPrice: money, amount: money }),
        reasons: [
          { reason: 'list', label: text, amount: usd(59_900) },
          { reason: 'offer', label: text, amount: usd(-15_000), offerId: uuid, endsAt: instant },
        ],
        amount: usd(44_900),
      },
    ]);
  });

  it('signs up and signs in', async () => {
    const { name, email, password } = learner;
    expect((await client.get('/api/session')).body).toEqual(problem(401, 'unauthenticated'));
    expect((await client.post('/api/people', { name, email, password })).status).toBe(201);
    expect((await client.post('/api/session', { email, password })).status).toBe(204);
    const who = await client.get('/api/session');
    expect(who.body).toEqual({ personId: uuid, name, email, confirmed: false, roles: ['learner'] });
  });

  it('orders once, however often it asks', async () => {
    const place = () =>
      client.post('/api/orders', { items: [{ product: bundle.slug }] }, { 'idempotency-key': 'journey-order' });
    const placed = await place();
    expect(placed.status).toBe(201);
    expect(placed.body).toMatchObject({
      number: text,
      status: 'pending',
      total: usd(44_900),
      lines: [{ product: bundle.slug, title: bundle.title, amount: usd(44_900) }],
      checkoutUrl: expect.stringContaining(app.sandboxUrl),
    });
    order = placed.body;
    expect((await place()).body).toEqual(placed.body);
    expect((await client.get('/api/learning')).body).toEqual({ items: [], paused: [], next: null });
  });

  it('pays by the form of the payment page, and the order is paid', async () => {
    const page = await fetch(order.checkoutUrl);
    const action = /<form method="post" action="([^"]+)"/.exec(await page.text())![1]!;
    const sent = await fetch(new URL(action, order.checkoutUrl), {
      method: 'POST',
      body: new URLSearchParams({
        email: learner.email,
        cardNumber: card.number,
        expiry: card.expiry,
        cvc: card.cvc,
        name: learner.name,
      }),
      redirect: 'manual',
    });
    expect([sent.status, sent.headers.get('location')]).toEqual([
      303,
      expect.stringContaining(`/checkout/${order.number}/done`),
    ]);
    await eventually(async () => {
      const { body } = await client.get(`/api/orders/${order.number}`);
      expect(body).toMatchObject({ number: order.number, status: 'paid', paidAt: instant, checkoutUrl: null });
    });
  });

  it('studies: every lesson of a course is read and completed', async () => {
    const { body } = await client.get('/api/learning');
    expect(body.items).toHaveLength(6);
    const enrolled = body.items.find((item: { course: { slug: string } }) => item.course.slug === course.slug);
    expect(enrolled).toMatchObject({ id: uuid, edition: 1, startedAt: instant, completedAt: null, itemsDone: 0 });
    const items: { kind: string; slug: string }[] = enrolled.outline.flatMap((part: { items: object[] }) => part.items);
    for (const { slug } of items.filter(({ kind }) => kind === 'lesson')) {
      const address = `/api/learning/${course.slug}/lessons/${slug}`;
      const lesson = await client.get(address);
      expect(lesson.body).toMatchObject({ slug, title: text, html: text, reviewedOn: text, completed: false });
      expect((await client.put(`${address}/completion`)).status).toBe(204);
      expect((await client.get(address)).body.completed).toBe(true);
    }
  });

  it('takes the quiz: no key comes with the paper, each answer is saved by its revision, and it is passed', async () => {
    const answerTo = await answersOf(course.quiz);
    const start = () =>
      client.post(`/api/quizzes/${course.quiz}/attempts`, undefined, { 'idempotency-key': 'journey' });
    const started = await start();
    expect(started.status).toBe(201);
    expect(started.body).toMatchObject({
      id: uuid,
      status: 'live',
      startedAt: instant,
      deadline: instant,
      serverNow: instant,
    });
    expect((await start()).body.id).toBe(started.body.id);
    expect(started.text).not.toMatch(/correct|feedback|tolerance|"answer"|topic/);
    for (const question of started.body.questions) {
      const address = `/api/attempts/${started.body.id}/responses/${question.id}`;
      const response = responseTo(question, answerTo(question.text));
      const saved = await client.put(address, { rev: 0, response });
      expect([saved.status, saved.body]).toEqual([200, { rev: 1, savedAt: instant }]);
      const stale = await client.put(address, { rev: 0, response: null });
      expect(stale.body).toEqual(problem(409, 'response_changed'));
      expect(stale.body).toMatchObject({ rev: 1, response });
    }
    const result = await client.post(`/api/attempts/${started.body.id}/submission`);
    expect([result.status, result.body]).toMatchObject([200, { status: 'submitted', passed: true, score: 100 }]);
  });

  it('holds a certificate', async () => {
    certificate = await eventually(async () => {
      const { body } = await client.get('/api/certificates');
      expect(body.items).toHaveLength(1);
      return body.items[0];
    });
    expect(certificate).toMatchObject({
      number: text,
      status: 'valid',
      holder: { name: learner.name },
      award: { kind: 'completion', title: text },
      courses: [{ slug: course.slug, edition: 1 }],
      issuedAt: instant,
      revokedAt: null,
    });
  });

  it('lets a stranger verify it, the credential too', async () => {
    const stranger = app.client();
    const facts = await stranger.get(`/verify/${certificate.number}`, { accept: 'application/json' });
    expect(facts.body).toEqual({ ...certificate, checkedAt: instant, licenceLastCheckedOn: null });
    const credential = await stranger.get(`/certificates/${certificate.number}.json`);
    expect(JSON.parse(credential.text)).toMatchObject({
      type: expect.arrayContaining(['VerifiableCredential', 'OpenBadgeCredential']),
      issuer: expect.objectContaining({ id: text }),
      proof: expect.anything(),
    });
    const print = await stranger.get(`/certificates/${certificate.number}.pdf`);
    expect(print.headers.get('content-type')).toBe('application/pdf');
  });

  it('shows the accountant the payment', async () => {
    const accountant = await app.signIn('accountant');
    const list = await accountant.get(`/api/books/payments?q=${order.number}`);
    expect(list.body).toEqual({
      items: [
        expect.objectContaining({
          orderNumber: order.number,
          status: 'paid',
          buyerEmail: learner.email,
          amount: usd(44_900),
        }),
      ],
      totals: [{ count: 1, amount: usd(44_900), refunded: usd(0) }],
      next: null,
    });
    const csv = await accountant.get(`/api/books/payments.csv?q=${order.number}`);
    expect(csv.text).toContain(`,${order.number},`);
    expect((await client.get('/api/books/payments')).body).toEqual(problem(403, 'forbidden'));
  });
});

interface Asked {
  type: string;
  options?: { id: string; text: string }[];
}

function responseTo({ type, options = [] }: Asked, answer: Answer): object {
  if ('number' in answer) return { value: answer.number };
  if ('value' in answer) return { value: answer.value };
  const chosen = options.filter((option) => answer.texts.includes(option.text)).map(({ id }) => id);
  return type === 'single' ? { option: chosen[0] } : { options: chosen };
}
