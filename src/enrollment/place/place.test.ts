import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { CourseQueries } from '../../courses/index.js';
import { newId } from '../../shared/index.js';
import { EndAccess, GrantAccess } from '../index.js';

const course = 'foundations';
const [phone, desk] = ['phone00000001', 'desk000000001'];
const html = { accept: 'text/html' };

describe('the place in a lesson', () => {
  let app: TestApp;
  let learner: Client;
  let stranger: Client;
  let lessons: string[];
  const source = newId();
  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    [learner, stranger] = [await app.signIn('learner'), await app.signIn('learner2')];
    const { body } = await learner.get('/api/session');
    const detail = (await app.get(CourseQueries).bySlug(course))!;
    lessons = detail.outline.flatMap(({ items }) =>
      items.filter(({ kind }) => kind === 'lesson').map(({ slug }) => slug),
    );
    const given = { personId: body.personId, sourceKind: 'gift', sourceId: source, courseIds: [detail.id] };
    await app.db.transaction((tx) => app.get(GrantAccess).grant(tx, given));
  }, 120_000);
  afterAll(() => app.close());

  const address = (lesson: string) => `/api/learning/${course}/lessons/${lesson}/place`;
  const put = (lesson: string, device: string, rev: number, block: string, fraction = 0.5) =>
    learner.put(address(lesson), { device, rev, block, fraction });
  const placeIn = async (lesson: string) => (await learner.get(address(lesson))).body.place;

  it('is named by blocks that the text of the lesson really has', async () => {
    const { body } = await learner.get(`/api/learning/${course}/lessons/${lessons[1]}`);
    expect(body.html).toMatch(/^<p id="b-1">/);
    expect(await placeIn(lessons[1]!)).toBeNull();
  });

  it('of the device that read last is where one goes on, on every device', async () => {
    expect((await put(lessons[1]!, phone, 1, 'b-4')).status).toBe(204);
    expect((await put(lessons[1]!, desk, 1, 'b-9', 0.25)).status).toBe(204);
    expect(await placeIn(lessons[1]!)).toMatchObject({ block: 'b-9', fraction: 0.25, device: desk });
    await put(lessons[1]!, phone, 2, 'b-5');
    expect(await placeIn(lessons[1]!)).toMatchObject({ block: 'b-5', device: phone, rev: 2 });
    const goesOn = await learner.get(`/learn/${course}`, html);
    expect(goesOn.headers.get('location')).toBe(`/learn/${course}/${lessons[1]}#b-5`);
    expect((await learner.get('/learning', html)).text).toContain('You stopped in: ');
    const { text } = await learner.get(`/learn/${course}/${lessons[1]}`, html);
    expect(text).toMatch(/<a href="#b-5">[^]*Continue where you were/);
  });

  it('is not taken back by what the same device sent before and arrives after', async () => {
    await put(lessons[2]!, phone, 7, 'b-7');
    expect((await put(lessons[2]!, phone, 6, 'b-2')).status).toBe(204);
    expect(await placeIn(lessons[2]!)).toMatchObject({ block: 'b-7', rev: 7 });
    await Promise.all(Array.from({ length: 20 }, (_, n) => put(lessons[2]!, phone, 8 + n, `b-${n + 1}`)));
    expect(await placeIn(lessons[2]!)).toMatchObject({ block: 'b-20', rev: 27 });
  });

  it('is kept for six devices, the newest', async () => {
    for (let n = 1; n <= 9; n += 1) await put(lessons[3]!, `device00000${n}`, 1, `b-${n}`);
    const kept = await app.db.rows<{ device: string }>(
      'SELECT device FROM lesson_places WHERE lesson = $1 ORDER BY device',
      [lessons[3]],
    );
    expect(kept.map(({ device }) => device.at(-1))).toEqual(['4', '5', '6', '7', '8', '9']);
  });

  it('gives way to the next open lesson once its lesson is done', async () => {
    expect((await put(lessons[1]!, phone, 3, 'b-6')).status).toBe(204);
    await learner.put(`/api/learning/${course}/lessons/${lessons[1]}/completion`);
    const goesOn = await learner.get(`/learn/${course}`, html);
    expect(goesOn.headers.get('location')).toBe(`/learn/${course}/${lessons[0]}`);
  });

  it.each([
    { block: 'b-1"onload', fraction: 0, device: phone, rev: 1 },
    { block: 'b-1', fraction: 1.5, device: phone, rev: 1 },
    { block: 'b-1', fraction: 0, device: 'My phone', rev: 1 },
    { block: 'b-1', fraction: 0, device: phone, rev: 0 },
    { block: 'b-1', fraction: 0, device: phone, rev: 1, personId: 'somebody' },
  ])('is refused when it is none: %j', async (sent) => {
    expect((await learner.put(address(lessons[4]!), sent)).status).toBe(400);
    expect(await placeIn(lessons[4]!)).toBeNull();
  });

  it('is nobody else’s, and of no lesson that is not there', async () => {
    const sent = { device: phone, rev: 9, block: 'b-1', fraction: 0 };
    expect((await stranger.put(address(lessons[1]!), sent)).status).toBe(404);
    expect((await stranger.get(address(lessons[1]!))).status).toBe(404);
    for (const lesson of ['none', 'foundations-quiz'])
      expect((await learner.put(address(lesson), sent)).status).toBe(404);
  });

  it('cannot be kept once the access has ended', async () => {
    const ended = { sourceKind: 'gift', sourceId: source, reason: 'test', at: new Date('2026-12-01') };
    await app.db.transaction((tx) => app.get(EndAccess).end(tx, ended));
    expect((await put(lessons[1]!, phone, 99, 'b-1')).status).toBe(404);
  });
});
