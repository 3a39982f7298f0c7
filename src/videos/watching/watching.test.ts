import { address, importVideo, learnerOf, named, webm } from '../../../test/fixtures/video-lesson.js';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { videosErasure } from '../erasure.js';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await importVideo(app, { video: `${named}\nwatch: 50` });
}, 120_000);
afterAll(() => app.close());

const api = '/api/learning/basics/lessons/first/video';
const put = (client: Client, told: object) =>
  client.put<any>(`${api}/watch`, { position: 0, speed: 1, spans: [], ...told });
/** As if so much more time had passed. */
const pass = (personId: string, seconds: number) =>
  app.db.rows(
    `UPDATE video_watches w SET heard_at = heard_at - make_interval(secs => $2), began_at = began_at - make_interval(secs => $2),
       placed_at = placed_at - make_interval(secs => $2)
     FROM enrollments e WHERE e.id = w.enrollment_id AND e.person_id = $1`,
    [personId, seconds],
  );

describe('the place in a video', () => {
  it('is kept to the millisecond, for the page and for every device', async () => {
    const { client } = await learnerOf(app);
    expect((await client.get<any>(api)).body.watch).toMatchObject({ rev: 0, position: 0, speed: 1, seen: [] });
    expect((await put(client, { position: 4_321, speed: 1.5 })).body).toMatchObject({ rev: 1, position: 4_321 });
    expect((await client.get<any>(api)).body).toMatchObject({
      title: 'One vial',
      file: `${address}/video`,
      watch: { position: 4_321, speed: 1.5 },
    });
    expect((await client.get(address, { accept: 'text/html' })).text).toMatch(
      /&#34;position&#34;:4321|"position":4321/,
    );
  });

  it('is the newest one, also when an older one comes later', async () => {
    const { client } = await learnerOf(app);
    await put(client, { position: 5_000 });
    const late = await put(client, { position: 1_000, age: 60_000, speed: 2 });
    expect(late.body).toMatchObject({ rev: 1, position: 5_000, speed: 1 });
    expect((await put(client, { position: 2_000 })).body).toMatchObject({ rev: 2, position: 2_000 });
  });

  it('does not lose one of two that come together', async () => {
    const { client } = await learnerOf(app);
    const answers = await Promise.all(Array.from({ length: 8 }, (_, at) => put(client, { position: at * 100 })));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    const { rev } = (await client.get<any>(api)).body.watch;
    expect(rev).toBe(8);
  });

  it('belongs to the video of the edition that one studies', async () => {
    const { client } = await learnerOf(app);
    await put(client, { position: 3_000 });
    const files = { 'videos/vial.webm': webm(6_000) };
    await importVideo(app, { video: `${named}\nwatch: 50`, files });
    const later = await learnerOf(app);
    expect((await later.client.get<any>(api)).body.watch.position).toBe(0);
    // Who began with the edition before stays with its video.
    expect((await client.get<any>(api)).body.watch.position).toBe(3_000);
    await importVideo(app, { video: `${named}\nwatch: 50` });
  });

  it('is kept for nobody without access, and malformed words are refused', async () => {
    const author = await app.signIn('author');
    expect((await put(author, {})).status).toBe(404);
    expect((await author.get(api)).status).toBe(404);
    expect((await put(app.client(), {})).status).toBe(401);
    const { client } = await learnerOf(app);
    for (const told of [{ speed: 16 }, { position: -1 }, { spans: [[0]] }, { spans: [[0, 1e12]] }, { extra: 1 }])
      expect((await put(client, told)).status).toBe(400);
  });
});

describe('what was seen', () => {
  it('counts once time enough has passed, and completes the lesson', async () => {
    const { client, personId } = await learnerOf(app);
    await put(client, {});
    const forged = await put(client, { spans: [[0, 6_000]] });
    expect(forged.body.seenFor).toBeLessThan(2_000);
    expect(forged.body).toMatchObject({ needed: 3_000, completed: false });
    await pass(personId, 2);
    expect((await put(client, { spans: [[0, 2_000]] })).body).toMatchObject({ seenFor: 2_000, completed: false });
    await pass(personId, 3);
    const enough = await put(client, { spans: [[0, 4_000]] });
    expect(enough.body).toMatchObject({ seen: [[0, 4_000]], seenFor: 4_000, completed: true });
    const { body } = await client.get<any>('/api/learning/basics/lessons/first');
    expect(body.completed).toBe(true);
    expect((await client.get(address, { accept: 'text/html' })).text).not.toContain('class="video-act"');
  });

  it('is what completes it: the button is gone and the address refuses', async () => {
    const { client, personId } = await learnerOf(app);
    const { text } = await client.get(address, { accept: 'text/html' });
    expect(text).toContain('Complete once you have seen 0:03');
    expect(text).not.toContain(`action="${address}/completion"`);
    const refused = await client.put<any>('/api/learning/basics/lessons/first/completion');
    expect([refused.status, refused.body.code]).toEqual([409, 'video_first']);
    await put(client, {});
    await pass(personId, 60);
    const whole = await put(client, { spans: [[0, 6_000]] });
    expect([whole.status, whole.body]).toEqual([200, expect.objectContaining({ completed: true })]);
    expect((await client.put('/api/learning/basics/lessons/first/completion')).status).toBe(204);
  });

  it('is forgotten when the person is erased; that the lesson is complete is not', async () => {
    const { client, personId } = await learnerOf(app);
    await put(client, { position: 2_000 });
    for (const { sql } of videosErasure) await app.db.rows(sql, [personId]);
    expect((await client.get<any>(api)).body.watch).toMatchObject({ rev: 0, position: 0 });
  });
});

it('where nothing may be left out, neither place nor what is seen runs ahead', async () => {
  await importVideo(app, { video: `${named}\nskip: false` });
  const { client, personId } = await learnerOf(app);
  await put(client, {});
  await pass(personId, 30);
  expect((await put(client, { position: 5_000, spans: [[4_000, 5_000]] })).body).toMatchObject({
    position: 0,
    seen: [],
  });
  const on = await put(client, { position: 2_000, spans: [[0, 2_000]] });
  expect(on.body).toMatchObject({ position: 2_000, seen: [[0, 2_000]] });
  expect((await put(client, { position: 500 })).body).toMatchObject({ position: 500, seen: [[0, 2_000]] });
  const { text } = await client.get(address, { accept: 'text/html' });
  expect(text).toContain('You can go back whenever you like, and forward as far as you have seen.');
  // A lesson without a threshold keeps its button.
  expect(text).toContain(`action="${address}/completion"`);
});
