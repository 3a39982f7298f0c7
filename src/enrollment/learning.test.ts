import { type Client, testApp, type TestApp } from '../../test/support/index.js';
import { CourseQueries } from '../courses/index.js';
import { newId } from '../shared/index.js';
import { EndAccess, GrantAccess } from './index.js';

interface Refusal {
  code: string;
}

const course = 'foundations';
const quiz = 'foundations-quiz';

describe('learning', () => {
  let app: TestApp;
  let learner: Client;
  let stranger: Client;
  let outline: { kind: string; slug: string; title: string }[];
  const sourceId = newId();

  beforeAll(async () => {
    app = await testApp();
    [learner, stranger] = [await app.signIn('learner'), await app.signIn('learner2')];
    const { body: who } = await learner.get<{ personId: string }>('/api/session');
    const detail = await app.get(CourseQueries).bySlug(course);
    outline = detail!.outline.flatMap(({ items }) => items);
    const given = { personId: who.personId, sourceKind: 'gift', sourceId, courseIds: [detail!.id] };
    await app.db.transaction((tx) => app.get(GrantAccess).grant(tx, given));
  }, 120_000);
  afterAll(() => app.close());

  const html = { accept: 'text/html' };
  const next = async (client: Client, path: string) => {
    const { status, headers } = await client.get(path, html);
    expect(status).toBe(303);
    return headers.get('location');
  };

  it('begins on a desk that says what to do, empty or not', async () => {
    expect((await stranger.get('/learning', html)).text).toMatch(/No course yet[^]*href="\/catalogue"/);
    const desk = await learner.get('/learning', html);
    expect(desk.text).toContain(`href="/learn/${course}"`);
    expect(desk.text).toContain(`0 of ${outline.length} done`);
    expect(await next(app.client(), '/learning')).toBe('/sign-in?next=%2Flearning');
  });

  it('shows a lesson beside its outline, with sources, review and what comes before and after', async () => {
    const [first, second, third] = outline;
    expect(await next(learner, `/learn/${course}`)).toBe(`/learn/${course}/${first!.slug}`);
    const { status, text } = await learner.get(`/learn/${course}/${second!.slug}`, html);
    expect(status).toBe(200);
    expect(text.match(/<h1/g)).toHaveLength(1);
    expect(text).toContain(`action="/learn/${course}/${second!.slug}/completion"`);
    expect(text).toContain(`href="/learn/${course}/${first!.slug}" rel="prev"`);
    expect(text).toContain(`href="/learn/${course}/${third!.slug}" rel="next"`);
    expect(text).toContain('aria-current="page"');
    expect(text).toContain('id="sources"');
    expect(text).toContain('15 November 2026');
    expect(text).not.toMatch(/\sstyle="|\son[a-z]+="/);
  });

  it('completes a lesson by its form, without script, and goes on', async () => {
    const [first, second] = outline;
    const done = await learner.form(`/learn/${course}/${first!.slug}/completion`, {});
    expect([done.status, done.headers.get('location')]).toEqual([303, `/learn/${course}/${second!.slug}`]);
    expect(await next(learner, `/learn/${course}`)).toBe(`/learn/${course}/${second!.slug}`);
    const desk = await learner.get('/api/learning');
    expect(desk.body).toMatchObject({
      items: [
        { course: { slug: course }, edition: 1, itemsDone: 1, itemCount: outline.length, next: { slug: second!.slug } },
      ],
      next: null,
    });
  });

  it('gives the same to programs', async () => {
    const path = `/api/learning/${course}/lessons/${outline[1]!.slug}`;
    expect((await learner.get(path)).body).toMatchObject({
      slug: outline[1]!.slug,
      completed: false,
      previous: { slug: outline[0]!.slug },
      next: { slug: outline[2]!.slug },
      html: expect.stringContaining('<h2') as string,
    });
    expect((await learner.put(`${path}/completion`)).status).toBe(204);
    expect((await learner.put(`${path}/completion`)).status).toBe(204);
    expect((await learner.get(path)).body).toMatchObject({ completed: true });
  });

  it('completes no quiz and nothing that is not there', async () => {
    for (const slug of [quiz, 'none', '%00', '..%2f..']) {
      const answer = await learner.put(`/api/learning/${course}/lessons/${slug}/completion`);
      expect([400, 404]).toContain(answer.status);
      expect([400, 404]).toContain((await learner.form(`/learn/${course}/${slug}/completion`, {})).status);
    }
    expect(await next(learner, `/learn/${course}/${quiz}`)).toBe(`/learn/${course}/quiz/${quiz}`);
  });

  it('refuses a form with anything in it', async () => {
    const path = `/learn/${course}/${outline[2]!.slug}/completion`;
    expect((await learner.form(path, { completed: 'all' })).status).toBe(400);
    expect(
      (await learner.put(`/api/learning/${course}/lessons/${outline[2]!.slug}/completion`, { at: 0 })).status,
    ).toBe(400);
  });

  it('is closed to a learner without the course: the page tells what it is, the API nothing', async () => {
    const lesson = outline[0]!.slug;
    expect(await next(stranger, `/learn/${course}`)).toBe(`/courses/${course}`);
    expect(await next(stranger, `/learn/${course}/${lesson}`)).toBe(`/courses/${course}`);
    expect((await stranger.get('/learn/none', html)).status).toBe(404);
    const [own, none] = [`/api/learning/${course}/lessons/${lesson}`, `/api/learning/none/lessons/${lesson}`];
    const answers = [await stranger.get<Refusal>(own), await stranger.get<Refusal>(none)];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [404, 'not_found'],
      [404, 'not_found'],
    ]);
    expect((await stranger.put(`${own}/completion`)).status).toBe(404);
    expect((await stranger.form(`/learn/${course}/${lesson}/completion`, {})).status).toBe(404);
    expect((await stranger.get('/api/learning')).body).toEqual({ items: [], next: null, paused: [] });
  });

  it('closes when the access ends', async () => {
    const ended = { sourceKind: 'gift', sourceId, reason: 'test', at: new Date('2026-12-01') };
    await app.db.transaction((tx) => app.get(EndAccess).end(tx, ended));
    expect((await learner.get(`/api/learning/${course}/lessons/${outline[0]!.slug}`)).status).toBe(404);
    expect((await learner.get('/api/learning')).body).toEqual({ items: [], next: null, paused: [] });
  });
});
