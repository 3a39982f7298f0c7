import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { CourseQueries } from '../../courses/index.js';
import { newId } from '../../shared/index.js';
import { EndAccess, GrantAccess } from '../index.js';

const course = 'foundations';
const html = { accept: 'text/html' };

describe('notes', () => {
  let app: TestApp;
  let learner: Client;
  let stranger: Client;
  let lesson: string;
  let words: string;
  const source = newId();
  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    [learner, stranger] = [await app.signIn('learner'), await app.signIn('learner2')];
    const detail = (await app.get(CourseQueries).bySlug(course))!;
    lesson = detail.outline[0]!.items[0]!.slug;
    for (const [client, sourceId] of [
      [learner, source],
      [stranger, newId()],
    ] as const) {
      const { body } = await client.get('/api/session');
      const given = { personId: body.personId, sourceKind: 'gift', sourceId, courseIds: [detail.id] };
      await app.db.transaction((tx) => app.get(GrantAccess).grant(tx, given));
    }
    const { body } = await learner.get(`/api/learning/${course}/lessons/${lesson}`);
    words = /<p id="b-1">([^<]{30,60})/.exec(body.html)![1]!.slice(0, 30).trim();
  }, 120_000);
  afterAll(() => app.close());

  const passage = () => ({ block: 'b-1', quote: words, before: '', after: '' });
  const write = async (sent: object, client = learner) =>
    client.post(`/api/learning/${course}/lessons/${lesson}/notes`, sent);
  const written = async (sent: object) => {
    const { status, body } = await write(sent);
    expect(status).toBe(201);
    return body as { id: string; rev: number };
  };
  const list = async (query = '', client = learner) =>
    (await client.get(`/api/learning/${course}/notes${query}`)).body.items;

  it('are kept with their passage, and found by their words and by those of the passage', async () => {
    const { id } = await written({ kind: 'note', text: 'Compare with the atlas', passage: passage() });
    await written({ kind: 'highlight', colour: 'green', passage: passage() });
    await written({ kind: 'bookmark', passage: passage() });
    expect(await list()).toMatchObject([
      {
        id,
        kind: 'note',
        text: 'Compare with the atlas',
        found: true,
        rev: 1,
        passage: { block: 'b-1', quote: words },
      },
      { kind: 'highlight', colour: 'green' },
      { kind: 'bookmark', lesson: { slug: lesson } },
    ]);
    expect(await list('?q=ATLAS')).toHaveLength(1);
    expect(await list(`?q=${encodeURIComponent(words.slice(3, 20))}`)).toHaveLength(3);
    expect(await list('?q=%25')).toHaveLength(0);
    expect((await learner.get(`/learn/${course}/notes?q=atlas`, html)).text).toMatch(/1 entry with “atlas”/);
  });

  it('whose passage is not in the lesson any more say so and keep their quote', async () => {
    const gone = { block: 'b-1', quote: 'These words were taken out of the text', before: '', after: '' };
    const { id } = await written({ kind: 'highlight', colour: 'pink', passage: gone });
    expect((await list()).find((note: { id: string }) => note.id === id)).toMatchObject({
      found: false,
      passage: gone,
    });
    const { text } = await learner.get(`/learn/${course}/notes`, html);
    expect(text).toMatch(/These words were taken out of the text[^]*Passage not in the lesson any more/);
    expect((await learner.delete(`/api/learning/notes/${id}`)).status).toBe(204);
  });

  it('are not overwritten by an older text: the form shows both, the API tells what is kept', async () => {
    const { id, rev } = await written({ kind: 'note', text: 'First' });
    const put = (body: object) => learner.put(`/api/learning/notes/${id}`, body);
    expect(await put({ rev, text: 'Second' })).toMatchObject({ status: 200, body: { rev: 2 } });
    expect(await put({ rev, text: 'Second' })).toMatchObject({ status: 200, body: { rev: 2 } });
    expect(await put({ rev, text: 'Third' })).toMatchObject({
      ...{ status: 409, body: { code: 'note_changed', rev: 2, text: 'Second' } },
    });
    const form = await learner.form(`/learn/${course}/notes/${id}`, { rev: '1', text: 'Third <b>' });
    expect(form.status).toBe(409);
    expect(form.text).toMatch(/What is kept now[^]*Second[^]*name="rev" value="2"[^]*Third &lt;b>/);
    expect(await put({ rev: 2, text: '  ' })).toMatchObject({
      status: 422,
      body: { errors: { text: expect.any(String) } },
    });
  });

  it.each([
    [{ kind: 'note', text: ' ' }, 'text'],
    [{ kind: 'highlight', colour: 'yellow' }, 'passage'],
    [{ kind: 'highlight', passage: { block: 'b-1', quote: 'x' } }, 'colour'],
    [{ kind: 'bookmark', colour: 'yellow', passage: { block: 'b-1', quote: 'x' } }, 'colour'],
    [{ kind: 'note', text: 'x'.repeat(10_001) }, 'text'],
    [{ kind: 'note', text: 'a\u0000b' }, 'text'],
    [{ kind: 'note', text: 'x', personId: 'somebody' }, ''],
  ])('are refused when they are none: %j', async (sent, field) => {
    const { status, body } = await write(sent);
    expect(status).toBe(400);
    if (field) expect(Object.keys(body.errors)).toContain(field);
  });

  it('come back with the reason when the form below the lesson is empty', async () => {
    const { status, text } = await learner.form(`/learn/${course}/${lesson}/notes`, { text: '' });
    expect(status).toBe(422);
    expect(text).toContain('Write something.');
  });

  it('are taken away as text and as a table in which nothing runs', async () => {
    await written({ kind: 'note', text: '=HYPERLINK("http://x")' });
    const csv = await learner.get(`/learn/${course}/notes.csv`);
    expect(csv.headers.get('content-disposition')).toContain(`notes-${course}.csv`);
    expect(csv.text).toContain(`"'=HYPERLINK(""http://x"")"`);
    const markdown = await learner.get(`/learn/${course}/notes.md`);
    expect(markdown.headers.get('content-type')).toContain('text/markdown');
    expect(markdown.text).toMatch(/^# Notes: .+\n\n## .+\n\n\*\*Note\*\*, \d{4}-\d\d-\d\d\n\n> /);
  });

  it('are nobody else’s', async () => {
    const { id } = await written({ kind: 'note', text: 'Mine' });
    expect(await list('', stranger)).toEqual([]);
    expect((await stranger.get(`/learn/${course}/notes/${id}`, html)).status).toBe(404);
    expect((await stranger.put(`/api/learning/notes/${id}`, { rev: 1, text: 'Theirs' })).status).toBe(404);
    expect((await stranger.form(`/learn/${course}/notes/${id}/deletion`, {})).status).toBe(303);
    expect((await learner.get(`/learn/${course}/notes/${id}`, html)).text).toContain('Mine');
    expect((await learner.get(`/learn/upper-face/notes/${id}`, html)).status).toBe(404);
    expect((await learner.get('/learn/none/notes', html)).status).toBe(404);
  });

  it('stay one’s own when the access has ended: read, changed, taken along and deleted, but none added', async () => {
    const { id } = await written({ kind: 'note', text: 'To keep' });
    const ended = { sourceKind: 'gift', sourceId: source, reason: 'test', at: new Date('2026-12-01') };
    await app.db.transaction((tx) => app.get(EndAccess).end(tx, ended));
    expect((await write({ kind: 'note', text: 'More' })).status).toBe(404);
    const { text } = await learner.get(`/learn/${course}/notes`, html);
    expect(text).toMatch(/You do not study this course at the moment[^]*To keep/);
    expect(text).not.toContain(`href="/learn/${course}/${lesson}#`);
    expect((await learner.get('/learning', html)).text).toContain(`href="/learn/${course}/notes"`);
    expect((await learner.put(`/api/learning/notes/${id}`, { rev: 1, text: 'Kept' })).status).toBe(200);
    expect((await learner.delete(`/api/learning/notes/${id}`)).status).toBe(204);
    expect((await learner.delete(`/api/learning/notes/${id}`)).status).toBe(204);
  });
});
