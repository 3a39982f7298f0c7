import { setTimeout as wait } from 'node:timers/promises';
import { importContent, shippedContent } from '../../process/prepare-content.js';
import { checkData } from '../../database/index.js';
import { dataChecks } from '../../process/data-checks.js';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { draftOf, rewrite } from '../authoring.example.js';
import { PublishDue } from './publish-due.js';

let app: TestApp;
let author: Client;
let admin: Client;
beforeAll(async () => {
  app = await testApp({ PROCESS: 'web' });
  [author, admin] = [await app.signIn('author'), await app.signIn('admin')];
}, 120_000);
afterAll(() => app.close());

const move = (client: Client, id: string, body: object) => client.post(`/api/author/drafts/${id}/moves`, body);
const state = async (id: string) => (await author.get(`/api/author/drafts/${id}`)).body.state as string;
const course = async (slug: string) => (await author.get(`/api/courses/${slug}`)).body;
const editions = async (slug: string) => (await author.get(`/api/author/courses/${slug}/editions`)).body;
const summary = (text: string) => `summary: ${text}`;

/** A draft with a new summary of one lesson, handed in. */
async function handedIn(slug: string, lesson: string, text: string): Promise<string> {
  const id = await draftOf(author, slug);
  const file = (await author.get(`/api/author/drafts/${id}/file?path=lessons/${lesson}.md`)).body.text as string;
  await rewrite(author, id, `lessons/${lesson}.md`, /^summary: .*$/m.exec(file)![0], summary(text));
  expect((await move(author, id, { move: 'submitted' })).status).toBe(204);
  return id;
}

describe('a draft', () => {
  it('is published as the next edition after somebody else approved it, and learners keep theirs', async () => {
    const id = await handedIn('upper-face', 'forehead-lines', 'A new summary.');
    expect((await move(author, id, { move: 'approved' })).body).toMatchObject({ status: 409, code: 'own_review' });
    expect((await move(author, id, { move: 'published' })).body).toMatchObject({ code: 'draft_state' });
    expect((await move(admin, id, { move: 'approved', note: 'Read it all.' })).status).toBe(204);
    expect((await move(author, id, { move: 'published' })).status).toBe(204);
    expect(await state(id)).toBe('published');
    const [second, first] = await editions('upper-face');
    expect([second, first]).toMatchObject([
      { number: 2, isCurrent: true, door: 'desk' },
      { number: 1, isCurrent: false, door: 'folder' },
    ]);
    const lessons = await app.db.rows<{ number: number; summary: string }>(
      `SELECT e.number, l.summary FROM lessons l JOIN editions e ON e.id = l.edition_id JOIN courses c ON c.id = e.course_id
       WHERE c.slug = 'upper-face' AND l.slug = 'forehead-lines' ORDER BY e.number`,
    );
    expect(lessons[1]).toEqual({ number: 2, summary: 'A new summary.' });
    expect(lessons[0]!.summary).not.toBe('A new summary.');
    const changes = (await author.get('/api/author/courses/upper-face/changes?from=1&to=2')).body;
    expect(changes).toMatchObject([{ path: 'lessons/forehead-lines.md' }]);
    const page = (await author.get('/author/courses/upper-face/editions?from=1&to=2')).text;
    expect(page).toContain('From edition 1 to edition 2');
    expect(page).toContain('<ins>');
    // A node that starts with the same folder changes nothing.
    await app.db.rows('DELETE FROM content_imports');
    await importContent({ get: (type: never) => app.get(type) } as never, shippedContent);
    expect((await editions('upper-face'))[0]).toMatchObject({ number: 2, isCurrent: true });
  });

  it('cannot be approved by a writer in the database either, nor written in while it is read', async () => {
    const id = await handedIn('dermal-fillers', await firstLesson('dermal-fillers'), 'For the guard.');
    const { by, last } = (await app.db.row<{ by: string; last: string }>(
      `SELECT s.by, m.id AS last FROM draft_saves s JOIN draft_moves m USING (draft_id)
       WHERE draft_id = $1 AND s.how = 'written'`,
      [id],
    ))!;
    const approve = `INSERT INTO draft_moves (id, draft_id, follows, move, by) VALUES (gen_random_uuid(), $1, $2, $4, $3)`;
    await expect(app.db.rows(approve, [id, last, by, 'approved'])).rejects.toThrow('cannot become approved');
    await expect(app.db.rows(approve, [id, last, by, 'published'])).rejects.toThrow();
    await expect(
      app.db.rows(
        `INSERT INTO draft_saves (id, draft_id, path, rev, how, by) VALUES (gen_random_uuid(), $1, 'course.md', 2, 'written', $2)`,
        [id, by],
      ),
    ).rejects.toThrow('closed to writing');
    const file = `/api/author/drafts/${id}/file?path=course.md`;
    expect((await author.put(file, { rev: 1, text: 'x' })).body).toMatchObject({ code: 'draft_closed' });
  });

  it('goes back for changes with a reason, and forward again', async () => {
    const id = await handedIn('foundations', 'facial-layers', 'For changes.');
    const empty = await admin.form(`/author/drafts/${id}/moves`, { move: 'changes_asked', note: ' ' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Say what should change.');
    const asked = await admin.form(`/author/drafts/${id}/moves`, { move: 'changes_asked', note: 'Name the source.' });
    expect(asked.status).toBe(303);
    expect((await author.get(`/author/drafts/${id}/review`)).text).toContain('Name the source.');
    await rewrite(author, id, 'lessons/facial-layers.md', 'For changes.', 'With source.');
    expect((await move(author, id, { move: 'submitted' })).status).toBe(204);
    expect((await move(author, id, { move: 'taken_back' })).status).toBe(204);
    expect(await state(id)).toBe('draft');
  });

  it('is not handed in with a problem, nor without a change', async () => {
    const id = await draftOf(author, 'foundations');
    expect((await move(author, id, { move: 'submitted' })).body).toMatchObject({ code: 'nothing_changed' });
    await rewrite(author, id, 'lessons/facial-layers.md', 'title:', 'titel:');
    expect((await move(author, id, { move: 'submitted' })).body).toMatchObject({ code: 'draft_has_problems' });
    expect((await move(author, id, { move: 'elsewhere' })).status).toBe(400);
  });

  it('is published by the clock, once, and says why when it cannot be', async () => {
    const id = await handedIn('lower-face-and-neck', await firstLesson('lower-face-and-neck'), 'By the clock.');
    await move(admin, id, { move: 'approved' });
    expect((await move(author, id, { move: 'scheduled', publishAt: '2020-01-01T00:00Z' })).body).toMatchObject({
      code: 'time_past',
    });
    const soon = new Date(Date.now() + 1_000).toISOString();
    expect((await move(author, id, { move: 'scheduled', publishAt: soon })).status).toBe(204);
    await app.get(PublishDue).execute();
    expect(await state(id)).toBe('scheduled');
    await wait(1_100);
    await Promise.all([app.get(PublishDue).execute(), app.get(PublishDue).execute()]);
    expect(await state(id)).toBe('published');
    expect((await editions('lower-face-and-neck')).length).toBe(2);
  });

  it('takes in what was published meanwhile before it goes on, and loses neither', async () => {
    const slow = await draftOf(author, 'complications-and-emergencies');
    const lesson = await firstLesson('complications-and-emergencies');
    const path = `lessons/${lesson}.md`;
    const text = (await author.get(`/api/author/drafts/${slow}/file?path=${path}`)).body.text as string;
    await rewrite(author, slow, path, text, `${text}\nThe slow one.\n`);
    const quick = await handedIn('complications-and-emergencies', lesson, 'The quick one.');
    await move(admin, quick, { move: 'approved' });
    expect((await move(admin, quick, { move: 'published' })).status).toBe(204);
    expect((await move(author, slow, { move: 'submitted' })).body).toMatchObject({ code: 'course_moved_on' });
    expect((await author.get(`/author/drafts/${slow}/review`)).text).toContain('Take in edition 2');
    const taken = await author.post(`/api/author/drafts/${slow}/take-in`);
    expect(taken.body).toEqual({ taken: [path], left: [] });
    const now = (await author.get(`/api/author/drafts/${slow}/file?path=${path}`)).body.text as string;
    expect(now).toContain('The slow one.');
    expect(now).toContain(summary('The quick one.'));
    expect((await move(author, slow, { move: 'submitted' })).status).toBe(204);
  });
});

describe('an edition', () => {
  it('is withdrawn: the course goes back, learners inside keep it, and only the last one that stands stays', async () => {
    const { number } = await course('upper-face');
    expect(number ?? 2).toBe(2);
    const address = '/api/author/courses/upper-face/withdrawals';
    expect((await author.post(address, { number: 2, reason: 'x' })).status).toBe(403);
    expect((await admin.post(address, { number: 2, reason: ' ' })).status).toBe(400);
    expect((await admin.post(address, { number: 9, reason: 'x' })).status).toBe(404);
    expect((await admin.post(address, { number: 2, reason: 'A wrong dose.' })).status).toBe(204);
    expect(await editions('upper-face')).toMatchObject([
      { number: 2, isCurrent: false, reason: 'A wrong dose.' },
      { number: 1, isCurrent: true },
    ]);
    expect((await admin.post(address, { number: 2, reason: 'x' })).body).toMatchObject({ code: 'edition_withdrawn' });
    expect((await admin.post(address, { number: 1, reason: 'x' })).body).toMatchObject({ code: 'last_edition' });
    expect((await editions('upper-face'))[1]).toMatchObject({ number: 1, isCurrent: true, withdrawnAt: null });
    const id = await handedIn('upper-face', 'forehead-lines', 'After the withdrawal.');
    await move(admin, id, { move: 'approved' });
    expect((await move(author, id, { move: 'published' })).status).toBe(204);
    expect((await editions('upper-face'))[0]).toMatchObject({ number: 3, isCurrent: true });
  });
});

it('leaves nothing that a check of the data minds', async () => {
  expect((await checkData(app.db, dataChecks)).map(({ check, what }) => `${check.says}: ${what}`)).toEqual([]);
});

async function firstLesson(slug: string): Promise<string> {
  const lesson = await app.db.row<{ slug: string }>(
    `SELECT l.slug FROM lessons l JOIN courses c ON c.current_edition_id = l.edition_id
     WHERE c.slug = $1 ORDER BY position LIMIT 1`,
    [slug],
  );
  return lesson!.slug;
}
