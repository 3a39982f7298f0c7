import { licenceData, Licences } from '../fixtures/licences.js';
import { Practice, signed } from '../fixtures/practice.js';
import { Shoppers } from '../support/shoppers.js';
import { type Client, eventually, testApp, type TestApp } from '../support/index.js';
import { bundle, person } from './steps.js';
import { rightResponses } from './right-responses.js';

// From the price of the bundle to a certification that a stranger verifies, by the contract alone. Nothing is written
// behind the product's back; the answers alone are read from its keys.
const slug = 'cosmetic-injector';
const holder = person('Nadia Osei');
const examiners = ['examiner', 'admin'];

let app: TestApp;
let learner: Client;
let practice: Practice;
let number: string;

beforeAll(async () => {
  app = await testApp();
  practice = new Practice(app);
  learner = app.client();
}, 60_000);
afterAll(() => app?.close());

interface Requirement {
  kind: string;
  title: string;
  met: boolean;
  says: string;
}
const missing = async (): Promise<string[]> => {
  const { body } = await learner.get(`/api/certifications/${slug}`);
  return (body.candidacy.requirements as Requirement[]).filter(({ met }) => !met).map(({ kind }) => kind);
};

interface Enrolled {
  course: { slug: string };
  outline: { items: { kind: string; slug: string }[] }[];
}

async function study({ course, outline }: Enrolled): Promise<void> {
  for (const { kind, slug: item } of outline.flatMap(({ items }) => items)) {
    if (kind === 'lesson') await learner.put(`/api/learning/${course.slug}/lessons/${item}/completion`);
    // The sample is for practice: it counts for nothing, and holds an essay.
    else if (item !== 'sample-questions') await pass(`${course.slug}.${item}`);
  }
}

async function pass(quiz: string): Promise<void> {
  const started = await learner.post(`/api/quizzes/${quiz}/attempts`, undefined, { 'idempotency-key': quiz });
  expect([quiz, started.status]).toEqual([quiz, 201]);
  const attempt = `/api/attempts/${started.body.id}`;
  for (const { id, response } of await rightResponses(app, started.body.id as string)) {
    const saved = await learner.put(`${attempt}/responses/${id}`, { rev: 0, response });
    expect([saved.status, response, saved.body]).toEqual([200, response, expect.objectContaining({ rev: 1 })]);
  }
  const result = await learner.post(`${attempt}/submission`);
  expect([quiz, result.body]).toEqual([quiz, expect.objectContaining({ passed: true, score: 100 })]);
}

describe('a fresh learner', () => {
  it('buys the bundle at its price now', async () => {
    const { name, email, password } = holder;
    await learner.post('/api/people', { name, email, password });
    await learner.post('/api/session', { email, password });
    expect((await learner.get(`/api/certifications/${slug}`)).body.candidacy).toBeDefined();
    await new Shoppers(app).bought(learner, bundle.slug);
    const { body } = await learner.get('/api/learning');
    const slugs = body.items.map(({ course }: Enrolled) => course.slug);
    const { requirements } = (await learner.get(`/api/certifications/${slug}`)).body;
    // What is sold under the name of the certification holds all of its courses and its exam.
    expect(slugs).toEqual(expect.arrayContaining([...requirements.courses, 'certification-exam']));
    expect(await missing()).not.toEqual([]);
  });

  it('may apply at once, and is told exactly what is missing', async () => {
    const applied = await learner.post(`/api/certifications/${slug}/application`, { truthful: 'yes', conduct: 'yes' });
    expect(applied.status).toBe(201);
    expect(new Set(await missing())).toEqual(new Set(['course', 'exam', 'licence', 'practice', 'evaluation']));
  });

  it('studies every course and passes the final exam', async () => {
    const { body } = await learner.get('/api/learning');
    for (const enrolled of body.items as Enrolled[]) await study(enrolled);
    expect(new Set(await missing())).toEqual(new Set(['licence', 'practice', 'evaluation']));
  }, 60_000);

  it('shows a licence, which a reviewer approves', async () => {
    const reviewer = await app.signIn('examiner');
    await new Licences(app).verified(learner, reviewer, 'RN 908-114', { holderName: licenceData().holderName });
    expect(new Set(await missing())).toEqual(new Set(['practice', 'evaluation']));
  });

  it('is observed and signed for, procedure by procedure', async () => {
    const preceptor = await practice.person('preceptor', 'learner');
    const { requirements } = (await learner.get(`/api/certifications/${slug}`)).body;
    const asked = requirements.practice as { procedure: string; count: number }[];
    await practice.authority(preceptor.email, { procedures: asked.map(({ procedure }) => procedure) });
    await practice.assign(preceptor.email, holder.email);
    const points = [{ x: 500_000, y: 320_000, units: '0.2', depth: 'subcutaneous' }];
    for (const { procedure, count } of asked) {
      for (let done = 0; done < count; done++) {
        expect(await missing()).toContain('practice');
        const entry = await practice.entry(learner, { procedure, points });
        const sent = await preceptor.client.post('/api/preceptor/decisions', signed(entry));
        expect([procedure, sent.status]).toEqual([procedure, 200]);
      }
    }
    expect(await missing()).toEqual(['evaluation']);
  });

  it('is decided on by two people once nothing is missing', async () => {
    const answers = { objectives: 5, practice: 4, balance: 5, level: 3, comment: '' };
    expect((await learner.post(`/api/certifications/${slug}/evaluation`, answers)).status).toBe(204);
    const { id } = (await learner.get(`/api/certifications/${slug}`)).body.application;
    await eventually(async () => {
      expect((await learner.get(`/api/certifications/${slug}`)).body.application.status).toBe('ready');
    });
    for (const account of examiners) {
      const examiner = await app.signIn(account);
      const decision = { verdict: 'grant', reason: 'Everything was seen.' };
      const decided = await examiner.post(`/api/examiners/applications/${id}/decision`, decision);
      expect([account, decided.status]).toEqual([account, 201]);
    }
    number = await eventually(async () => {
      const { body } = await learner.get(`/api/certifications/${slug}`);
      expect(body.certificate).toEqual(expect.any(String));
      return body.certificate as string;
    });
  });

  it('holds a certification that a stranger verifies, by its number and by its file', async () => {
    const stranger = app.client();
    const facts = await stranger.get(`/verify/${number}`, { accept: 'application/json' });
    expect(facts.body).toMatchObject({
      status: 'valid',
      holder: { name: holder.name },
      award: { kind: 'certification', title: 'Certified Cosmetic Injector' },
    });
    const file = await stranger.get(`/certificates/${number}.json`);
    const octets = { 'content-type': 'application/octet-stream' };
    const judged = await stranger.raw('POST', '/api/verify', Buffer.from(file.text), octets);
    expect(judged.body).toMatchObject({ conclusion: 'in_force', face: 'json', recorded: true, agrees: true });
    await eventually(async () => {
      const page = await stranger.get(`/verify/${number}`, { accept: 'text/html' });
      expect(page.text).toContain(`/credentials/log/proof/${number}`);
    });
    const { body } = await learner.get('/api/certificates');
    // One for each of five courses, one for the coursework, and the certification.
    expect(body.items).toHaveLength(7);
  });
});
