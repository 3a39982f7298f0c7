import { request as httpRequest } from 'node:http';
import { createHash } from 'node:crypto';
import { ContentProblem, readContent } from '../courses/index.js';
import { EndAccess } from '../enrollment/index.js';
import {
  address,
  captions,
  chapters,
  importVideo,
  learnerOf,
  named,
  webm,
  withVideo,
} from '../../test/fixtures/video-lesson.js';
import { type Client, testApp, type TestApp } from '../../test/support/index.js';

let app: TestApp;
let author: Client;
let learner: Awaited<ReturnType<typeof learnerOf>>;
beforeAll(async () => {
  app = await testApp();
  author = await app.signIn('author');
  await importVideo(app);
  learner = await learnerOf(app);
}, 120_000);
afterAll(() => app.close());

const file = `${address}/video`;
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** What really comes over the wire, byte by byte. */
function fetched(client: Client, headers: Record<string, string> = {}, method = 'GET', path = file) {
  return new Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer }>((done, failed) => {
    const sent = httpRequest(new URL(path, app.url), {
      method,
      headers: { cookie: client.cookieHeader(), ...headers },
    });
    sent.on('error', failed).on('response', (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        done({ status: answer.statusCode!, headers: answer.headers, bytes: Buffer.concat(chunks) }),
      );
    });
    sent.end();
  });
}

describe('the video of a lesson', () => {
  const whole = webm();
  const tag = `"${hashOf(whole)}"`;

  it('comes whole, with its kind and length', async () => {
    const { status, headers, bytes } = await fetched(learner.client);
    expect(status).toBe(200);
    expect(bytes.equals(whole)).toBe(true);
    expect(headers).toMatchObject({
      'content-type': 'video/webm',
      'content-length': '5000',
      'accept-ranges': 'bytes',
      etag: tag,
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
    });
  });

  it.each([
    ['bytes=0-0', 206, 'bytes 0-0/5000', [0, 1]],
    ['bytes=10-19', 206, 'bytes 10-19/5000', [10, 20]],
    ['bytes=4990-', 206, 'bytes 4990-4999/5000', [4990, 5000]],
    ['bytes=-5', 206, 'bytes 4995-4999/5000', [4995, 5000]],
    ['bytes=4999-9000', 206, 'bytes 4999-4999/5000', [4999, 5000]],
    ['bytes=0-10,20-30', 200, undefined, [0, 5000]],
    ['bytes=x-y', 200, undefined, [0, 5000]],
    ['lines=0-3', 200, undefined, [0, 5000]],
    ['bytes=5000-', 416, 'bytes */5000', [0, 0]],
  ])('%s is answered by %i', async (range, status, said, [from, to]) => {
    const answer = await fetched(learner.client, { range });
    expect(answer.status).toBe(status);
    expect(answer.headers['content-range']).toBe(said);
    expect(answer.bytes.equals(whole.subarray(from, to))).toBe(true);
  });

  it('comes whole when it changed since its first part, and not at all when it did not', async () => {
    const range = 'bytes=0-9';
    expect((await fetched(learner.client, { range, 'if-range': tag })).bytes).toHaveLength(10);
    expect((await fetched(learner.client, { range, 'if-range': '"other"' })).bytes).toHaveLength(5000);
    expect(await fetched(learner.client, { 'if-none-match': tag })).toMatchObject({
      status: 304,
      bytes: Buffer.alloc(0),
    });
  });

  it('says its length to HEAD and sends nothing', async () => {
    const { status, headers, bytes } = await fetched(learner.client, {}, 'HEAD');
    expect([status, headers['content-length'], bytes.length]).toEqual([200, '5000', 0]);
    const part = await fetched(learner.client, { range: 'bytes=0-9' }, 'HEAD');
    expect([part.status, part.headers['content-length'], part.bytes.length]).toEqual([206, '10', 0]);
  });

  it('is there for nobody without access, from the moment it ends', async () => {
    expect((await fetched(author)).status).toBe(404);
    expect((await fetched(app.client())).status).toBe(303);
    expect((await fetched(learner.client, {}, 'GET', '/learn/basics/second/video')).status).toBe(404);
    const other = await learnerOf(app);
    expect((await fetched(other.client)).status).toBe(200);
    await app.db.transaction((tx) =>
      app.get(EndAccess).end(tx, { sourceKind: 'test', sourceId: other.email, reason: 'refunded', at: new Date() }),
    );
    for (const path of [file, `${address}/captions/en`, `${address}/chapters`])
      expect((await fetched(other.client, {}, 'GET', path)).status).toBe(404);
  });

  it('stands above the text with captions and chapters, and all that is said can be read', async () => {
    const { text } = await learner.client.get(address, { accept: 'text/html' });
    expect(text).toContain('<video controls');
    expect(text).not.toContain('autoplay');
    expect(text).toContain('srclang="en"');
    expect(text).toContain('Narrator: make four units &amp; no more');
    expect(text).toContain('Counting');
    expect(text).toMatch(/media-src|lesson-video/);
    expect((await learner.client.get(`${address}/captions/en`)).text).toBe(
      captions
        .replace('\nNOTE Said by the narrator\n', '')
        .replace('\n2\n00', '\n00')
        .replace(/00:0(\d)\.(\d{3})/g, '00:00:0$1.$2'),
    );
    expect((await learner.client.get(`${address}/chapters`)).text).toBe(
      chapters.replace(/00:0(\d)\.(\d{3})/g, '00:00:0$1.$2'),
    );
    expect((await learner.client.get(`${address}/captions/de`)).status).toBe(404);
  });
});

describe('content that names a video', () => {
  it('makes the next edition when only a caption changed, and none when nothing did', async () => {
    expect(await importVideo(app)).toEqual([]);
    const files = { 'videos/vial.en.vtt': captions.replace('saline', 'sterile saline') };
    expect((await importVideo(app, { files }))[0]).toContain('Course basics: edition');
    expect((await importVideo(app))[0]).toContain('Course basics: edition');
  });

  it.each([
    ['a video that is not there', named.replace('vial.webm', 'none.webm'), 8, 'There is no video videos/none.webm.'],
    ['an ending that lies', named.replace('vial.webm', 'vial.mp4'), 8, 'not the kind of video that its name says'],
    [
      'a way out of its folder',
      named.replace('videos/vial.webm', '../vial.webm'),
      8,
      'name a file as videos/dilution.webm',
    ],
    ['neither file nor hash', named.replace('file: videos/vial.webm\n', ''), 7, 'name either a file of the course'],
    ['no captions', named.replace(/captions:\n.*\n/, 'captions: []\n'), 11, 'name at least one'],
    ['captions that are not there', named.replace('vial.en', 'vial.de'), 12, 'There is no file videos/vial.de.vtt.'],
    ['a poster that is not there', `${named}\nposter: vial.png`, 14, 'There is no picture pictures/vial.png.'],
    ['captions longer than it', named.replace('seconds: 6', 'seconds: 3'), 9, undefined],
  ])('is refused with %s', async (_what, video, line, message) => {
    const refused = await withVideo({ video, files: { 'videos/vial.mp4': webm() } }, (folder) =>
      readContent(folder),
    ).catch((error: unknown) => error as ContentProblem);
    expect(refused).toBeInstanceOf(ContentProblem);
    const { problems } = refused as ContentProblem;
    if (!message) {
      expect(problems.map(({ file: at }) => at)).toContain('courses/basics/videos/vial.en.vtt');
      return;
    }
    expect(problems).toContainEqual({
      file: 'courses/basics/lessons/first.md',
      line,
      message: expect.stringContaining(message),
    });
  });

  it('is refused at the line of a hash that nobody uploaded', async () => {
    const video = named.replace('file: videos/vial.webm', `sha256: "${'0'.repeat(64)}"`);
    const refused = await importVideo(app, { video }).catch((error: unknown) => (error as ContentProblem).problems);
    expect(refused).toEqual([
      { file: 'courses/basics/lessons/first.md', line: 8, message: 'No video with this hash was uploaded.' },
    ]);
  });
});

describe('an uploaded video', () => {
  const octets = { 'content-type': 'application/octet-stream' };
  const send = (bytes: Buffer, name = 'vial.webm') =>
    author.raw<any>('POST', `/api/author/videos?name=${encodeURIComponent(name)}`, bytes, octets);

  it('is kept once, and shown by a lesson that names its hash', async () => {
    const bytes = webm(3_000_000);
    const { status, body } = await send(bytes);
    expect([status, body]).toEqual([201, { sha256: hashOf(bytes), size: 3_000_000, type: 'video/webm' }]);
    expect((await send(bytes, 'again.webm')).body).toEqual(body);
    await importVideo(app, { video: named.replace('file: videos/vial.webm', `sha256: "${body.sha256}"`) });
    const viewer = await learnerOf(app);
    expect((await fetched(viewer.client)).bytes.equals(bytes)).toBe(true);
    // Over the seams of the pieces that it is kept in.
    for (const [from, to] of [
      [1_048_575, 1_048_576],
      [0, 2_097_152],
      [2_999_999, 2_999_999],
    ] as const)
      expect(
        (await fetched(viewer.client, { range: `bytes=${from}-${to}` })).bytes.equals(bytes.subarray(from, to + 1)),
      ).toBe(true);
    const { body: list } = await author.get<any[]>('/api/author/videos');
    expect(list[0]).toMatchObject({ sha256: body.sha256, name: 'vial.webm', lessons: ['basics/first'] });
    expect((await author.get('/author/videos', { accept: 'text/html' })).text).toContain(body.sha256);
  });

  it.each([
    ['a page', Buffer.from('<!doctype html><video>'), 'video_refused'],
    ['nothing', Buffer.alloc(0), 'file_empty'],
  ])('that is %s is refused, and nothing is kept', async (_what, bytes, code) => {
    const before = await app.db.row('SELECT count(*) FROM video_files');
    const answer = await send(bytes);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
    expect(await app.db.row('SELECT count(*) FROM video_files')).toEqual(before);
  });

  it('is sent by a form without script, and a refusal stands at its field', async () => {
    const post = async (bytes: Buffer) => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(bytes)]), 'a.webm');
      const sent = new Response(form);
      return author.raw<string>('POST', '/author/videos', Buffer.from(await sent.arrayBuffer()), {
        'content-type': sent.headers.get('content-type')!,
        accept: 'text/html',
      });
    };
    expect((await post(webm(700))).headers.get('location')).toContain(
      `/author/videos#v-${hashOf(webm(700)).slice(0, 12)}`,
    );
    const refused = await post(Buffer.from('no video'));
    expect([refused.status, refused.text.includes('neither an MP4 nor a WebM')]).toEqual([422, true]);
  });
});
