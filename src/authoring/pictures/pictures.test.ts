import sharp from 'sharp';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { readPhotograph } from '../../courses/content-reader/photograph.js';
import { apiFile, draftOf, rewrite } from '../authoring.example.js';

let app: TestApp;
let author: Client;
let photograph: Buffer;
beforeAll(async () => {
  app = await testApp({ PROCESS: 'web' });
  author = await app.signIn('author');
  photograph = await sharp({ create: { width: 3000, height: 1000, channels: 3, background: '#c86' } })
    .withExif({ IFD0: { Copyright: 'The patient' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .jpeg()
    .toBuffer();
}, 120_000);
afterAll(() => app.close());

const send = (id: string, bytes: Buffer, query: string) =>
  author.raw<any>('POST', `/api/author/drafts/${id}/pictures?${query}`, bytes, {
    'content-type': 'application/octet-stream',
  });
const alt = 'alt=A%20face%20seen%20from%20the%20front';
const lesson = 'lessons/facial-layers.md';

it('a photograph is drawn anew without its metadata, shown in the lesson, and published with it', async () => {
  const id = await draftOf(author, 'foundations');
  expect((await sharp(photograph).metadata()).exif).toBeDefined();
  expect((await send(id, photograph, `name=face&${alt}`)).body).toEqual({ path: 'pictures/face.jpg' });
  const { text, rev } = (await author.get(apiFile(id, lesson))).body;
  const shown = `${text}\n![A face "seen" <b>](pictures/face.jpg "The face")\n`;
  await author.put(apiFile(id, lesson), { rev, text: shown });
  expect((await author.get(`/api/author/drafts/${id}`)).body.problems).toEqual([]);
  const page = (await author.get(`/author/drafts/${id}/file?path=${lesson}`)).text;
  const [, address] =
    /<img src="(\/pictures\/[0-9a-f]{64}\.jpg)" alt="A face &quot;seen&quot; &lt;b&gt;" width="2400" height="800"/.exec(
      page,
    )!;
  const picture = await fetch(new URL(address!, app.url));
  expect(picture.headers.get('content-type')).toBe('image/jpeg');
  expect(picture.headers.get('cache-control')).toContain('immutable');
  const facts = await sharp(Buffer.from(await picture.arrayBuffer())).metadata();
  expect([facts.width, facts.exif, facts.xmp]).toEqual([2400, undefined, undefined]);
  const listed = (await author.get(`/api/author/drafts/${id}/pictures`)).body as { path: string }[];
  expect(listed.find(({ path }) => path === 'pictures/face.jpg')).toMatchObject({
    alt: 'A face seen from the front',
    usedIn: [lesson],
  });
  const admin = await app.signIn('admin');
  for (const [client, move] of [
    [author, 'submitted'],
    [admin, 'approved'],
    [admin, 'published'],
  ] as const)
    expect((await client.post(`/api/author/drafts/${id}/moves`, { move })).status).toBe(204);
  const row = await app.db.row<{ html: string }>(
    `SELECT l.html FROM lessons l JOIN courses c ON c.current_edition_id = l.edition_id
     WHERE c.slug = 'foundations' AND l.slug = 'facial-layers'`,
  );
  expect(row!.html).toContain(`<img src="${address}"`);
});

it('is replaced only when asked, and says in words what it shows', async () => {
  const id = await draftOf(author, 'upper-face');
  const drawing = Buffer.from((await author.get(apiFile(id, 'pictures/glabella-sites.svg'))).body.text as string);
  expect((await send(id, drawing, `name=glabella-sites&${alt}`)).body).toMatchObject({ code: 'name_taken' });
  expect((await send(id, drawing, `name=glabella-sites&${alt}&replace=yes`)).status).toBe(201);
  expect((await send(id, photograph, 'name=face&alt=')).status).toBe(400);
  const form = new FormData();
  form.set('name', 'face');
  form.set('alt', ' ');
  form.set('file', new File([new Uint8Array(photograph)], 'a.jpg'));
  const headers = { cookie: author.cookieHeader(), origin: app.url };
  const page = await fetch(new URL(`/author/drafts/${id}/pictures`, app.url), { method: 'POST', body: form, headers });
  expect(page.status).toBe(422);
  const text = await page.text();
  expect(text).toContain('field-alt-error');
  expect(text).toContain('value="face"');
});

it.each<[string, () => Buffer | Promise<Buffer>, string]>([
  ['a page as a picture', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'Line 1 of the drawing'],
  [
    'a drawing with a script',
    () => Buffer.from('<svg viewBox="0 0 1 1"><title>x</title><script>alert(1)</script></svg>'),
    'The element <script> is not allowed in a drawing.',
  ],
  ['a program', () => Buffer.from('<?php echo 1;'), 'This is not plain SVG'],
  ['nothing known', () => Buffer.from('GIF89a'), 'Choose a drawing as SVG'],
  ['a broken picture', () => Buffer.from('\x89PNG\r\n\x1a\n garbage', 'latin1'), 'the file is damaged'],
  [
    'more pixels than fit',
    () =>
      sharp({ create: { width: 12_000, height: 8_000, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    'at most 8 MB and 50 million pixels',
  ],
])('%s is refused', async (_, bytes, sentence) => {
  const id = await draftOf(author, 'upper-face');
  const answer = await send(id, await bytes(), `name=new&${alt}`);
  expect(answer.status).toBe(422);
  expect(answer.body.errors.file).toContain(sentence);
});

it('is refused in a folder when it tells more than it shows, or is not what its name says', async () => {
  expect(await readPhotograph('face.jpg', photograph)).toContain('where or by whom it was taken');
  const plain = await sharp(photograph).resize(100).png().toBuffer();
  expect(await readPhotograph('face.jpg', plain)).toContain('not the kind of picture');
  expect(typeof (await readPhotograph('face.png', plain))).toBe('object');
});

it('no other kept file leaves by the address of pictures', async () => {
  const { sha256 } = (await app.db.row<{ sha256: string }>(
    `SELECT sha256 FROM content_source_files WHERE path = 'course.md' LIMIT 1`,
  ))!;
  for (const ending of ['png', 'jpg', 'webp', 'md'])
    expect((await app.client().get(`/pictures/${sha256}.${ending}`)).status).toBe(404);
  expect((await app.client().get('/pictures/..%2f..%2fetc')).status).toBe(404);
  const id = await draftOf(author, 'upper-face');
  await rewrite(author, id, 'lessons/forehead-lines.md', '## ', '![x](https://evil.example/x.png)\n\n## ');
  const { problems } = (await author.get(`/api/author/drafts/${id}`)).body;
  expect(problems[0].message).toContain('A picture lies in the folder "pictures"');
});
