import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import { testDatabase } from '../../../test/support/databases.js';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { ImportContent, readContent } from '../../courses/index.js';
import { apiFile, draftOf, rewrite } from '../authoring.example.js';
import { readCourseZip } from './read-course-zip.js';

let app: TestApp;
let author: Client;
let admin: Client;
beforeAll(async () => {
  app = await testApp({ PROCESS: 'web' });
  [author, admin] = [await app.signIn('author'), await app.signIn('admin')];
}, 120_000);
afterAll(() => app.close());

async function download(path: string): Promise<Buffer> {
  const answer = await fetch(new URL(path, app.url), { headers: { cookie: author.cookieHeader() } });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}
const upload = (id: string, zip: Buffer) =>
  author.raw<any>('POST', `/api/author/drafts/${id}/archive`, zip, { 'content-type': 'application/zip' });
const archive = (id: string) => download(`/api/author/drafts/${id}/archive`);
const editionsOf = async (course: string) => (await author.get(`/api/author/courses/${course}/editions`)).body.length;

describe('the shipped content', () => {
  it.each(readdirSync('content/courses'))(
    'comes out of a draft of %s byte by byte, and back with no change',
    async (course) => {
      const id = await draftOf(author, course);
      const zip = await archive(id);
      expect(zip.equals(await archive(id))).toBe(true);
      const files = await readCourseZip(zip, course);
      const onDisk = readdirSync(join('content/courses', course), { recursive: true, withFileTypes: true });
      expect(files).toHaveLength(onDisk.filter((each) => each.isFile()).length);
      for (const { path, bytes } of files)
        expect(bytes.equals(readFileSync(join('content/courses', course, path)))).toBe(true);
      expect((await upload(id, zip)).body).toEqual({ changed: [] });
      expect((await author.post(`/api/author/drafts/${id}/moves`, { move: 'submitted' })).body).toMatchObject({
        code: 'nothing_changed',
      });
      expect(await editionsOf(course)).toBe(1);
    },
  );

  it('edited in the browser and imported elsewhere as a folder gives the same edition', async () => {
    const id = await draftOf(author, 'upper-face');
    await rewrite(author, id, 'lessons/forehead-lines.md', 'summary: ', 'summary: Edited here. ');
    for (const [client, move] of [
      [author, 'submitted'],
      [admin, 'approved'],
      [author, 'published'],
    ] as const)
      expect((await client.post(`/api/author/drafts/${id}/moves`, { move })).status).toBe(204);
    const zip = await download('/author/courses/upper-face/editions/2/export');
    const folder = await mkdtemp(join(tmpdir(), 'elsewhere-'));
    await cp('content', folder, { recursive: true });
    await rm(join(folder, 'courses/upper-face'), { recursive: true });
    for (const { path, bytes } of await readCourseZip(zip, 'upper-face')) {
      const file = join(folder, 'courses/upper-face', path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, bytes);
    }
    const elsewhere = await testDatabase();
    await new ImportContent(elsewhere.db).execute(await readContent(folder));
    const sql = `SELECT e.content_hash, s.tree FROM courses c JOIN editions e ON e.id = c.current_edition_id
      JOIN content_sources s ON s.edition_id = e.id WHERE c.slug = 'upper-face'`;
    expect(await elsewhere.db.row(sql)).toEqual(await app.db.row(sql));
    await elsewhere.close();
    await rm(folder, { recursive: true });
  });
});

describe('an imported archive', () => {
  const zipOf = async (files: Record<string, string | Buffer>, options: object = {}) => {
    const zip = new yazl.ZipFile();
    for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content as string), name, options);
    zip.end();
    return buffer(zip.outputStream);
  };

  it('changes what differs, removes what it does not hold, and keeps the earlier saves', async () => {
    const id = await draftOf(author, 'foundations');
    const files = await readCourseZip(await archive(id), 'foundations');
    const kept = files.filter(({ path }) => path !== 'lessons/facial-layers.md');
    const changed = Object.fromEntries(kept.map(({ path, bytes }) => [path, bytes]));
    changed['course.md'] = Buffer.concat([changed['course.md']!, Buffer.from('\nMore.\n')]);
    expect((await upload(id, await zipOf(changed))).body).toEqual({
      changed: ['course.md', 'lessons/facial-layers.md'],
    });
    expect((await author.get(apiFile(id, 'lessons/facial-layers.md'))).status).toBe(404);
    const draft = (await author.get(`/api/author/drafts/${id}`)).body;
    expect(draft.problems[0].message).toContain('There is no lesson lessons/facial-layers.md');
    expect((await author.get(`/author/drafts/${id}/review`)).text).toContain('This file is removed.');
  });

  it('is refused as a page when somebody saved meanwhile', async () => {
    const id = await draftOf(author, 'foundations');
    const zip = await archive(id);
    const send = (seen: string) => {
      const form = new FormData();
      form.set('seen', seen);
      form.set('file', new File([new Uint8Array(zip)], 'a.zip'));
      const headers = { cookie: author.cookieHeader(), origin: app.url };
      return fetch(new URL(`/author/drafts/${id}/import`, app.url), {
        method: 'POST',
        body: form,
        headers,
        redirect: 'manual',
      });
    };
    const seen = /name="seen" value="(\d+)"/.exec((await author.get(`/author/drafts/${id}/import`)).text)![1]!;
    await rewrite(author, id, 'lessons/facial-layers.md', 'summary: ', 'summary: More. ');
    const late = await send(seen);
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('Somebody saved in this draft')]);
    expect((await send(String(Number(seen) + 1))).status).toBe(303);
  });

  it.each<[string, () => Promise<Buffer>, string]>([
    [
      'a page',
      () => zipOf({ 'course.md': 'x', 'lessons/a.html': '<script>' }),
      '“lessons/a.html” is no file of a course.',
    ],
    ['another course', () => zipOf({ 'courses/other/course.md': 'x' }), 'belongs to another course'],
    ['no course', () => zipOf({ 'lessons/a.md': 'x' }), 'The archive holds no course.md.'],
    ['a link', () => zipOf({ 'course.md': '/etc/passwd' }, { mode: 0o120777 }), 'is a link to another file.'],
    ['a bomb', () => zipOf({ 'course.md': Buffer.alloc(7_000_000) }), 'packed more than 100 times smaller'],
    ['too much', () => zipOf({ 'course.md': Buffer.alloc(8_000_001) }, { compress: false }), 'is larger than 8 MB.'],
    ['names in two cases', () => zipOf({ 'course.md': 'x', 'COURSE.md': 'y' }), 'is no file of a course.'],
    ['an archive', () => zipOf({ 'course.md': 'x', 'pictures/a.zip': 'y' }), 'is no file of a course.'],
    ['nothing readable', () => Promise.resolve(Buffer.from('PK not a zip')), 'The archive cannot be unpacked.'],
    [
      'a name that leads out',
      async () =>
        Buffer.from((await zipOf({ 'qq/course.md': 'x' })).toString('latin1').replaceAll('qq/', '../'), 'latin1'),
      'The archive',
    ],
  ])('is refused with %s', async (_, zip, sentence) => {
    const id = await draftOf(author, 'foundations');
    const answer = await upload(id, await zip());
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'zip_refused' });
    if (sentence !== 'The archive') expect(answer.body.detail).toContain(sentence);
    expect((await author.get(apiFile(id, 'course.md'))).body.rev).toBe(1);
  });
});
