import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { apiFile, draftOf, pageFile, rewrite } from '../authoring.example.js';

let app: TestApp;
let author: Client;
let admin: Client;
beforeAll(async () => {
  app = await testApp();
  [author, admin] = [await app.signIn('author'), await app.signIn('admin')];
}, 120_000);
afterAll(() => app.close());

const lesson = 'lessons/facial-layers.md';
/** Not free to read. */
const bound = 'lessons/muscles-of-expression.md';
const onDisk = (course: string, path: string) => readFileSync(join('content/courses', course, path));
const text = async (id: string, path = lesson) =>
  (await author.get<{ rev: number; text: string }>(apiFile(id, path))).body;
const formOf = (page: string) => {
  const field = (name: string) =>
    new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1] ??
    new RegExp(`<textarea[^>]*name="${name}"[^>]*>\\n?([^<]*)</textarea>`).exec(page)?.[1] ??
    new RegExp(`<select[^>]*name="${name}"[^>]*>(?:(?!</select>).)*<option value="([^"]*)"[^>]* selected`).exec(
      page,
    )?.[1] ??
    '';
  const plain = (html: string) =>
    html
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#34;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  const names = ['rev', 'title', 'summary', 'minutes', 'reviewed', 'sources', 'resource', 'preview', 'body'];
  return Object.fromEntries(names.map((name) => [name, plain(field(name)).replace(/\r?\n/g, '\r\n')]));
};

describe('a draft of a shipped course', () => {
  const courses = readdirSync('content/courses');

  it.each(courses)('has the files of %s, byte by byte, and nothing wrong', async (course) => {
    const id = await draftOf(author, course);
    const { body } = await author.get(`/api/author/drafts/${id}`);
    expect(body).toMatchObject({ course, state: 'draft', base: 1, newest: 1, problems: [] });
    const kept = await app.db.rows<{ path: string; bytes: Buffer }>(
      'SELECT path, bytes FROM draft_saves JOIN kept_files USING (sha256) WHERE draft_id = $1',
      [id],
    );
    const files = readdirSync(join('content/courses', course), { recursive: true, withFileTypes: true });
    expect(kept).toHaveLength(files.filter((each) => each.isFile()).length);
    for (const { path, bytes } of kept) expect(bytes.equals(onDisk(course, path))).toBe(true);
  });

  it('stays as it is when every lesson of it is opened in the editor and saved unchanged', async () => {
    for (const course of courses) {
      const id = await draftOf(author, course);
      for (const name of readdirSync(join('content/courses', course, 'lessons'))) {
        const path = `lessons/${name}`;
        const sent = formOf((await author.get(pageFile(id, path))).text);
        expect(sent['title']).not.toBe('');
        expect((await author.form(pageFile(id, path), sent)).status).toBe(303);
        expect((await text(id, path)).rev).toBe(1);
      }
    }
  }, 60_000);
});

describe('the editor of a lesson', () => {
  it('changes only the lines of the field that changed', async () => {
    const id = await draftOf(author, 'foundations');
    const before = (await text(id)).text;
    const form = formOf((await author.get(pageFile(id, lesson))).text);
    expect((await author.form(pageFile(id, lesson), { ...form, minutes: '99', act: 'save' })).status).toBe(303);
    const after = await text(id);
    expect(after.rev).toBe(2);
    expect(after.text).toBe(before.replace(/^minutes: .*$/m, 'minutes: 99'));
  });

  it('makes a lesson free to read, and takes that back', async () => {
    const id = await draftOf(author, 'foundations');
    const before = (await text(id, bound)).text;
    const save = async (preview: string) => {
      const form = formOf((await author.get(pageFile(id, bound))).text);
      expect((await author.form(pageFile(id, bound), { ...form, preview, act: 'save' })).status).toBe(303);
      return (await text(id, bound)).text;
    };
    expect(await save('true')).toBe(before.replace('\n---\n', '\npreview: true\n---\n'));
    expect(await save('')).toBe(before);
  });

  it('tells what is wrong at its line, as the importer says it, and keeps what was typed', async () => {
    const id = await draftOf(author, 'foundations');
    const { text: before } = await text(id);
    const line = before.split('\n').length + 1;
    await rewrite(author, id, lesson, before, `${before}\n<script>alert(1)</script>\n`);
    const { problems } = (await author.get(`/api/author/drafts/${id}`)).body;
    expect(problems).toEqual([{ file: lesson, line, message: 'HTML is not allowed in Markdown.' }]);
    const page = (await author.get(pageFile(id, lesson))).text;
    expect(page).toContain(`Line ${line}`);
    expect(page).toContain('&lt;script>alert(1)');
    expect(page).not.toContain('<script>alert');
    expect((await author.get(`/author/drafts/${id}`)).text).toContain(`${lesson}, line ${line}`);
  });

  it('shows the page as it will be, without script by a button, and saves nothing by that', async () => {
    const id = await draftOf(author, 'foundations');
    const form = formOf((await author.get(pageFile(id, lesson))).text);
    const body = '## A new heading\r\n\r\n> **Safety.** Look twice.\r\n';
    const shown = await author.form(pageFile(id, lesson), { ...form, body, act: 'preview' });
    expect(shown.text).toContain('<blockquote class="callout callout-safety">');
    expect(shown.text).toContain('A new heading');
    const fragment = await author.form(pageFile(id, lesson).replace('/file', '/preview'), { ...form, body });
    expect(fragment.text).toMatch(/^<div class="draft-problems-here"/);
    expect(fragment.text).toContain('callout-safety');
    expect((await text(id)).rev).toBe(1);
  });

  it('brings an earlier save back when asked', async () => {
    const id = await draftOf(author, 'foundations');
    const { text: first } = await text(id);
    await rewrite(author, id, lesson, first, `${first}\nMore.\n`);
    const page = (await author.get(`${pageFile(id, lesson)}&rev=1`)).text;
    expect(page).toContain('This is how save 1 left the file');
    expect((await author.form(pageFile(id, lesson), { ...formOf(page), act: 'save' })).status).toBe(303);
    expect(await text(id)).toMatchObject({ rev: 3, text: first });
  });

  it('takes no file that a course does not have', async () => {
    const id = await draftOf(author, 'foundations');
    for (const path of ['../x.md', 'lessons/A.md', 'lessons/x.html', 'pictures/x.png', 'other/x.md', 'course.md/x']) {
      expect((await author.put(apiFile(id, path), { rev: 0, text: 'x' })).body).toMatchObject({
        code: 'file_name_refused',
      });
    }
    const large = await author.form(pageFile(id, lesson), { rev: '1', source: 'x'.repeat(990_000) + 'é'.repeat(10) });
    expect([200, 303, 413, 422]).toContain(large.status);
    expect((await author.get(pageFile(id, 'lessons/none.md'))).status).toBe(404);
    expect((await author.get('/author/drafts/nonsense')).status).toBe(404);
  });
});

describe('two authors in one file', () => {
  it('lose nothing: the second gets both texts, and both together where they do not meet', async () => {
    const id = await draftOf(author, 'foundations');
    const file = lesson;
    const { text: base } = await text(id);
    const mine = `${base}\nMine at the end.\n`;
    const theirs = base.replace(/^summary: .*$/m, 'summary: Theirs.');
    expect((await admin.put(apiFile(id, file), { rev: 1, text: theirs })).status).toBe(200);
    const refused = await author.put(apiFile(id, file), { rev: 1, text: mine });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'file_changed', rev: 2, theirs });
    expect(refused.body.merged).toBe(mine.replace(/^summary: .*$/m, 'summary: Theirs.'));
    const page = await author.form(pageFile(id, file), { rev: '1', source: mine });
    expect(page.status).toBe(409);
    expect(page.text).toContain('saved this file in between');
    expect(page.text).toContain('Mine at the end.');
    expect(page.text).toContain('Save both together');
    expect(await text(id, file)).toMatchObject({ rev: 2, text: theirs });
    const merged = { rev: '2', source: refused.body.merged, merged: 'yes' };
    expect((await author.form(pageFile(id, file), merged)).status).toBe(303);
    const saves = await app.db.rows('SELECT rev, how FROM draft_saves WHERE draft_id = $1 AND path = $2 ORDER BY rev', [
      id,
      file,
    ]);
    expect(saves).toEqual([
      { rev: 1, how: 'begun' },
      { rev: 2, how: 'written' },
      { rev: 3, how: 'merged' },
    ]);
  });

  it('who save at the same moment: one wins, the other is told', async () => {
    const id = await draftOf(author, 'foundations');
    const { text: base } = await text(id);
    const answers = await Promise.all(
      [author, admin].map((client, at) => client.put(apiFile(id, lesson), { rev: 1, text: `${base}\n${at}\n` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

it('keeps every save and every move: the application can change none', async () => {
  for (const table of ['draft_saves', 'draft_moves', 'kept_files', 'content_sources'])
    await expect(app.db.rows(`DELETE FROM ${table}`)).rejects.toThrow('append-only');
});

it('lets a draft be discarded, and written in no more', async () => {
  const id = await draftOf(author, 'foundations');
  expect((await author.form(`/author/drafts/${id}/discard`, {})).status).toBe(303);
  expect((await author.put(apiFile(id, lesson), { rev: 1, text: 'x' })).body).toMatchObject({ code: 'draft_closed' });
  expect((await author.delete(`/api/author/drafts/${id}`)).body).toMatchObject({ code: 'draft_state' });
  expect((await author.get('/author')).text).not.toContain(id);
});

it('begins a course that is not there yet', async () => {
  expect((await author.form('/author/drafts', { course: 'foundations', from: 'nothing' })).text).toContain(
    'A course of this name is there already.',
  );
  expect((await author.form('/author/drafts', { course: 'New Course', from: 'nothing' })).status).toBe(422);
  const begun = await author.form('/author/drafts', { course: 'cheeks', from: 'nothing' });
  const id = begun.headers.get('location')!.split('/').at(-1)!;
  const { body } = await author.get(`/api/author/drafts/${id}`);
  expect(body).toMatchObject({ course: 'cheeks', base: null, newest: null, problems: [] });
  expect((await author.post('/api/author/drafts', { course: 'none', from: 'edition' })).body).toMatchObject({
    code: 'course_unknown',
  });
});
