import { readFileSync } from 'node:fs';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { apiFile, draftOf, rewrite } from '../authoring.example.js';

let app: TestApp;
let author: Client;
beforeAll(async () => {
  app = await testApp({ PROCESS: 'web' });
  author = await app.signIn('author');
}, 120_000);
afterAll(() => app.close());

const api = (id: string) => `/api/author/drafts/${id}/outline`;
const page = (id: string) => `/author/drafts/${id}/outline`;
const text = async (id: string, path = 'course.md') => (await author.get(apiFile(id, path))).body.text as string;
const problems = async (id: string) => (await author.get(`/api/author/drafts/${id}`)).body.problems as unknown[];
const shipped = readFileSync('content/courses/foundations/course.md', 'utf8');

it('is moved about by forms; only its own lines of course.md change, and undo gives the bytes back', async () => {
  const id = await draftOf(author, 'foundations');
  const moved = await author.form(page(id), { rev: '1', act: 'down', at: '0.0' });
  expect(moved.headers.get('location')).toBe(`${page(id)}?done=changed`);
  const now = await text(id);
  expect(now).toBe(shipped.replace('[facial-layers, muscles-of-expression,', '[muscles-of-expression, facial-layers,'));
  expect((await author.get(`${page(id)}?done=changed`)).text).toContain('The outline is saved.');
  expect((await author.form(`${page(id)}/undo`, {})).status).toBe(303);
  expect(await text(id)).toBe(shipped);
  expect(await problems(id)).toEqual([]);
  expect((await author.form(page(id), { rev: '3', act: 'up', at: '0' })).headers.get('location')).toContain(
    'done=same',
  );
});

it('adds and removes with the files, and undo brings a removed lesson back as it was', async () => {
  const id = await draftOf(author, 'foundations');
  const lesson = await text(id, 'lessons/facial-layers.md');
  const removed = await author.post(api(id), { rev: 1, act: 'remove', at: '0.0' });
  expect(removed.body.modules[0].lessons).toEqual(['muscles-of-expression', 'vessels-and-nerves']);
  expect((await author.get(apiFile(id, 'lessons/facial-layers.md'))).status).toBe(404);
  expect(await problems(id)).toEqual([]);
  expect((await author.post(`${api(id)}/undo`)).status).toBe(200);
  expect(await text(id, 'lessons/facial-layers.md')).toBe(lesson);
  const add = { rev: 3, act: 'add-lesson', at: '0', title: 'Fat: "pads"', slug: 'fat-pads' };
  expect((await author.post(api(id), add)).body.modules[0].lessons.at(-1)).toBe('fat-pads');
  const more = { rev: 4, act: 'add-module', title: 'More', lesson: 'A lesson', slug: 'a-lesson' };
  expect((await author.post(api(id), more)).body.modules.at(-1)).toEqual({ title: 'More', lessons: ['a-lesson'] });
  await author.post(api(id), { rev: 5, act: 'add-quiz', title: 'Another', slug: 'another-quiz' });
  await author.post(api(id), { rev: 6, act: 'rename', at: '0', title: 'Anatomy: all' });
  expect(await problems(id)).toEqual([]);
  expect(await text(id)).toContain('  - title: "Anatomy: all"\n');
});

it('refuses what was made from an older outline, a name that is taken, and nonsense, each where it belongs', async () => {
  const id = await draftOf(author, 'foundations');
  await author.post(api(id), { rev: 1, act: 'down', at: '0' });
  expect((await author.post(api(id), { rev: 1, act: 'down', at: '0' })).body).toMatchObject({
    code: 'outline_changed',
  });
  const taken = { rev: 2, act: 'add-lesson', at: '0', title: 'X', slug: 'facial-layers' };
  expect((await author.post(api(id), taken)).body).toMatchObject({
    errors: { slug: expect.stringContaining('already') },
  });
  const back = await author.form(page(id), {
    rev: '2',
    act: 'add-lesson',
    at: '0',
    title: 'Kept title',
    slug: 'Not A Name',
  });
  expect(back.status).toBe(422);
  expect(back.text).toContain('value="Kept title"');
  expect(back.text).toContain('field-slug-error');
  expect((await author.post(api(id), { rev: 2, act: 'up', at: 'x' })).status).toBe(400);
  await rewrite(author, id, 'course.md', 'modules:', 'moduls:');
  expect((await author.post(`${api(id)}/undo`)).body).toMatchObject({ code: 'nothing_to_undo' });
  expect((await author.get(api(id))).body).toMatchObject({ code: 'outline_unreadable' });
  expect((await author.get(page(id))).text).toContain('cannot be read: mend it there.');
});
