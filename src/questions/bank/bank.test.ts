import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { drawable } from './pool.queries.js';
import { putUses } from './question-uses.js';

let app: TestApp;
let author: Client;
let examiner: Client;
beforeAll(async () => {
  app = await testApp();
  [author, examiner] = await Promise.all([app.signIn('author'), app.signIn('examiner')]);
  await author.form('/bank', { slug: 'desk', title: 'Desk pool', language: 'en' });
});
afterAll(() => app.close());

const typed = (id: string, more: Record<string, string> = {}) => ({
  ...{ 'question.type': 'single', 'question.id': id, 'question.text': 'Which one?', 'question.marks': '2' },
  ...{ 'question.feedback': 'Because.', 'question.source': 'A book', 'question.topic': 'dilution' },
  ...{ 'question.difficulty': 'moderate', 'question.cognitive': 'recall' },
  ...{ 'question.options.0.text': 'Good', 'question.options.0.correct': 'yes', 'question.options.1.text': 'Bad' },
  ...more,
});
const address = (id: string) => `/bank/desk/questions/${id}`;
const write = (id: string) => author.form('/bank/desk/new?type=single', typed(id));
const drawn = async () => (await drawable(app.db, ['desk'])).map(({ slug }) => slug);

describe('a question of the bank', () => {
  it('is written on a page without script, tried, approved by somebody else, and only then drawn', async () => {
    const saved = await write('first');
    expect([saved.status, saved.headers.get('location')]).toEqual([303, address('first')]);
    expect(await drawn()).not.toContain('first');
    const own = await author.form(`${address('first')}/approval`, { version: '1' });
    expect([own.status, own.text]).toEqual([422, expect.stringContaining('Somebody else than its author')]);
    const tried = await examiner.form(`${address('first')}/preview`, { 'answer-0.option': 'part-0' });
    expect([tried.status, tried.text]).toEqual([200, expect.stringContaining('This answer earns 2 of 2.')]);
    expect((await examiner.form(`${address('first')}/approval`, { version: '1' })).status).toBe(303);
    expect(await drawn()).toContain('first');
    const again = await examiner.post('/api/bank/pools/desk/questions/first/approval', { version: 1 });
    expect(again).toMatchObject({ status: 409, body: { code: 'version_changed' } });
  });

  it('cannot be approved by its author even past the program', async () => {
    await write('sly');
    const insert = app.db.rows(
      `INSERT INTO approvals (question_version_id, approved_by)
       SELECT v.id, v.author_id FROM question_versions v JOIN questions q ON q.id = v.question_id WHERE q.slug = 'sly'`,
    );
    await expect(insert).rejects.toThrow('who wrote a version does not approve it');
  });

  it('changes by a next version; who saves on an older one sees both and overwrites nothing', async () => {
    await write('moving');
    const filled = await author.get(`${address('moving')}/edit`);
    expect(filled.text).toContain('value="Good"');
    const change = (base: string, text: string) =>
      typed('moving', { base, 'question.text': text, 'question.options.0.id': 'r1', 'question.options.1.id': 'r2' });
    expect((await examiner.form(`${address('moving')}/edit`, change('1', 'Theirs?'))).status).toBe(303);
    const late = await author.form(`${address('moving')}/edit`, change('1', 'Mine?'));
    expect(late.status).toBe(422);
    for (const said of ['Somebody saved version 2 in between', 'Theirs?', 'Mine?']) expect(late.text).toContain(said);
    const api = await author.put('/api/bank/pools/desk/questions/moving', { base: 1, question: {} });
    expect(api.status).toBe(400);
    const { body } = await author.get('/api/bank/pools/desk/questions/moving');
    const { question } = body.versions[0];
    const stale = await author.put('/api/bank/pools/desk/questions/moving', { base: 1, question });
    expect(stale).toMatchObject({ status: 409, body: { code: 'version_changed' } });
    expect(body.versions.map((each: { version: number }) => each.version)).toEqual([2, 1]);
  });

  it('comes back filled, with the reason at the field, when something is wrong', async () => {
    const refused = await author.form('/bank/desk/new?type=single', typed('wrong', { 'question.options.1.text': '' }));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('It is empty.');
    expect(refused.text).toContain('value="Good"');
    expect(refused.text).toContain('aria-invalid="true"');
    const taken = await author.form('/bank/desk/new?type=single', typed('first'));
    expect([taken.status, taken.text]).toEqual([422, expect.stringContaining('of this name is in the pool already')]);
  });

  it('gets rows without anything being saved', async () => {
    const add = JSON.stringify({ add: { list: 'question.options', begin: {} } });
    const more = await author.form('/bank/desk/new?type=single', typed('rows', { arrange: add }));
    expect([more.status, more.text]).toEqual([200, expect.stringContaining('name="question.options.2.text"')]);
    expect((await author.get(address('rows'))).status).toBe(404);
  });

  it('is retired and taken back with a reason, and keeps who did it', async () => {
    await write('retiring');
    await examiner.form(`${address('retiring')}/approval`, { version: '1' });
    expect((await author.form(`${address('retiring')}/retirement`, { reason: '' })).status).toBe(422);
    await author.form(`${address('retiring')}/retirement`, { reason: 'The label changed' });
    expect(await drawn()).not.toContain('retiring');
    expect((await author.get(address('retiring'))).text).toContain('The label changed');
    const api = '/api/bank/pools/desk/questions/retiring/retirement';
    expect(await author.post(api, { reason: 'x' })).toMatchObject({ status: 409, body: { code: 'already_retired' } });
    expect((await author.form(`${address('retiring')}/reinstatement`, { reason: 'It was right' })).status).toBe(303);
    expect(await drawn()).toContain('retiring');
    const back = await author.raw('DELETE', api, '{"reason":"x"}', { 'content-type': 'application/json' });
    expect(back).toMatchObject({ status: 409, body: { code: 'not_retired' } });
  });

  it('has enemies, with why, until somebody lets them be', async () => {
    await Promise.all([write('cat'), write('dog')]);
    await author.form(`${address('dog')}/enemies`, { enemy: 'cat', why: 'One tells the other' });
    expect((await author.get(address('cat'))).text).toContain('One tells the other');
    const unknown = await author.form(`${address('dog')}/enemies`, { enemy: 'dog', why: 'x' });
    expect([unknown.status, unknown.text]).toEqual([422, expect.stringContaining('no other question of this name')]);
    expect((await author.delete('/api/bank/pools/desk/questions/cat/enemies/dog')).status).toBe(204);
    expect((await author.delete('/api/bank/pools/desk/questions/cat/enemies/dog')).body).toMatchObject({
      code: 'enemy_unknown',
    });
  });
});

describe('how often a question was drawn', () => {
  it('stands in the list, at the question and in the file, with the cap', async () => {
    await author.form('/bank', { slug: 'worn', title: 'Worn pool', language: 'en' });
    const text = { 'question.text': '=cmd()|calc' };
    for (const id of ['tired', 'fresh']) await author.form('/bank/worn/new?type=single', typed(id, text));
    const { id } = (await app.db.row<{ id: string }>(`SELECT id FROM questions WHERE slug = 'tired'`))!;
    const use = { questionId: id, drawn: 9, papers: 12 };
    await app.db.transaction((tx) =>
      putUses(tx, [
        { ...use, quiz: 'course.exam', title: 'The exam', cap: 60 },
        { ...use, quiz: 'course.quiz', title: 'The quiz', drawn: 1, cap: null },
      ]),
    );
    const { body } = await author.get('/api/bank/pools/worn/questions?sort=most+drawn');
    expect(body.items).toMatchObject([
      { slug: 'tired', drawn: 10, share: 75, worn: true },
      { slug: 'fresh', drawn: 0, share: null, worn: false },
    ]);
    expect((await author.get('/bank/worn')).text).toContain('above its cap');
    expect((await author.get('/bank/worn/questions/tired')).text).toContain('60%, exceeded');
    const file = await author.get('/api/bank/pools/worn/questions.csv?sort=most+drawn');
    expect(file.headers.get('content-type')).toContain('text/csv');
    const [head, first] = file.text.split('\n');
    expect(head).toContain('Papers in 90 days');
    expect(first).toBe("tired,1,draft,yes,single,dilution,moderate,recall,,2,,,10,75,yes,'=cmd()|calc");
  });
});

describe('the list of a pool', () => {
  it('is searched, filtered and counted, with its state in the address', async () => {
    await write('needle');
    const found = await author.get('/api/bank/pools/desk/questions?q=needle&state=draft&type=single&sort=newest');
    expect(found.body).toMatchObject({ total: 1, items: [{ slug: 'needle', state: 'draft', waiting: true }] });
    const page = await author.get('/bank/desk?q=needle&topic=dilution');
    expect(page.text).toContain(address('needle'));
    expect((await author.get('/bank/desk?q=100%25')).text).toContain('No question is like this');
    expect((await author.get('/bank/desk?page=x')).status).toBe(422);
  });

  it('shows the pools of the content folder beside those of the bank', async () => {
    const { body } = await author.get('/api/bank/pools');
    expect(body.find(({ slug }: { slug: string }) => slug === 'desk')).toMatchObject({ fromContent: false });
    expect(body.some(({ fromContent }: { fromContent: boolean }) => fromContent)).toBe(true);
    expect((await author.post('/api/bank/pools', { slug: 'desk', title: 'x', language: 'en' })).body).toMatchObject({
      code: 'pool_taken',
    });
  });

  it('opens every question of the content folder', async () => {
    const all = await app.db.rows<{ pool: string; slug: string }>(
      `SELECT DISTINCT ON (v.type) p.slug AS pool, q.slug FROM questions q JOIN pools p ON p.id = q.pool_id
       JOIN question_versions v ON v.question_id = q.id ORDER BY v.type, q.slug`,
    );
    for (const { pool, slug } of all) {
      for (const path of ['', '/edit'])
        expect((await author.get(`/bank/${pool}/questions/${slug}${path}`)).status).toBe(200);
    }
  });
});
