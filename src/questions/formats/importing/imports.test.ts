import { authoredQuestion } from '../../authored.js';
import { writeGift } from '../gift/write-gift.js';
import { Notes } from '../read-item.js';
import { DropStaleImports } from './drop-stale-imports.js';
import type { Client } from '../../../../test/support/client.js';
import type { Database } from '../../../database/index.js';
import { newId } from '../../../shared/index.js';
import { testApp, type TestApp } from '../../../../test/support/index.js';

let app: TestApp;
let author: Client;
let pool: string;
let db: Database;

beforeAll(async () => {
  app = await testApp();
  db = app.db;
  author = await app.signIn('author');
});
afterAll(() => app.close());
beforeEach(async () => {
  pool = `pool-${newId().slice(-12)}`;
  await db.rows('INSERT INTO pools (id, slug, title) VALUES ($1, $2, $3)', [newId(), pool, 'Dilution']);
});

const file = '::Vial::How many units?{#50:0}\n\n::Broken::x{=\n\n::Truth::Is it?{T####Because it is.}\n';
const stage = (text: string | Buffer, by = author, query = '') =>
  by.raw<any>('POST', `/api/bank/${pool}/imports${query}`, Buffer.from(text as string), {
    'content-type': 'application/octet-stream',
    'x-file-name': encodeURIComponent('übung.gift'),
  });
const commit = (id: string, by = author) => by.post(`/api/bank/${pool}/imports/${id}/commit`);
const versions = () =>
  db.rows<{ slug: string; number: number; approved: boolean; question: any }>(
    `SELECT q.slug, v.number, v.authored AS question, a.question_version_id IS NOT NULL AS approved
     FROM pools p JOIN questions q ON q.pool_id = p.id JOIN question_versions v ON v.question_id = q.id
     LEFT JOIN approvals a ON a.question_version_id = v.id WHERE p.slug = $1 ORDER BY q.slug, v.number`,
    [pool],
  );

describe('an import', () => {
  it('says what would become of each question and writes none', async () => {
    const answer = await stage(file, author, '?topic=Syringes');
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ pool, fileName: 'übung.gift', format: 'GIFT', state: 'waiting', added: null });
    expect(answer.body.report).toEqual([
      {
        line: 1,
        name: 'Vial',
        outcome: 'new',
        notes: ['It explains nothing: write why the answer is right.'],
        slug: 'vial',
        type: 'numeric',
      },
      { line: 3, name: 'Broken', outcome: 'refused', notes: [], reason: 'The brace { is not closed.' },
      { line: 5, name: 'Truth', outcome: 'new', notes: [], slug: 'truth', type: 'trueFalse' },
    ]);
    expect(await versions()).toEqual([]);
  });

  it('becomes drafts once it is confirmed, and the same once more', async () => {
    const { id } = (await stage(file, author, '?topic=Syringes')).body;
    const first = await commit(id);
    expect(first).toMatchObject({ status: 200, body: { state: 'committed', added: 2 } });
    expect((await commit(id)).body).toEqual(first.body);
    expect(await versions()).toMatchObject([
      {
        slug: 'truth',
        number: 1,
        approved: false,
        question: { topic: 'Syringes', source: 'übung.gift', feedback: 'Because it is.' },
      },
      { slug: 'vial', number: 1, approved: false },
    ]);
  });

  it('gives what is there already no new version, and what changed the next one', async () => {
    await commit((await stage(file)).body.id);
    const again = await stage(file.replace('#50:0', '#100:0'));
    expect(again.body.report.map(({ outcome }: any) => outcome)).toEqual(['changed', 'refused', 'same']);
    expect((await commit(again.body.id)).body.added).toBe(1);
    expect((await versions()).map(({ slug, number }) => [slug, number])).toEqual([
      ['truth', 1],
      ['vial', 1],
      ['vial', 2],
    ]);
  });

  it('refuses a question that is here with another type, when it is sent and when it became so since', async () => {
    const [truth, number] = ['::same:: Is it? {T}', '::same:: How much? {#5}'];
    const both = [await stage(truth), await stage(number)];
    await commit(both[0]!.body.id);
    expect((await commit(both[1]!.body.id)).body.added).toBe(0);
    expect((await stage(number)).body.report).toMatchObject([
      { outcome: 'refused', reason: expect.stringContaining('another type') },
    ]);
  });

  it('keeps questions apart that name each other, whichever stands first, and passes over those it does not know', async () => {
    const naming = (id: string, enemies: string[]) =>
      writeGift(
        authoredQuestion.parse({
          ...{
            id,
            topic: 't',
            type: 'trueFalse',
            text: `Is it ${id}?`,
            answer: true,
            feedback: 'F',
            source: 'S',
            enemies,
          },
        }),
        new Notes(),
      );
    const named = [naming('first', ['last', 'stranger', 'first']), naming('last', ['first']), naming('other', [])];
    await commit((await stage(named.join('\n'))).body.id);
    const apart = await db.rows(
      `SELECT least(a.slug, b.slug) AS one, greatest(a.slug, b.slug) AS other, e.why FROM enemy_items e
       JOIN questions a ON a.id = e.question_a JOIN questions b ON b.id = e.question_b
       JOIN pools p ON p.id = a.pool_id WHERE p.slug = $1 AND e.added_by IS NOT NULL`,
      [pool],
    );
    expect(apart).toEqual([{ one: 'first', other: 'last', why: 'Said in the file übung.gift' }]);
  });

  it('is made once by twenty confirmations at the same time', async () => {
    const { id } = (await stage(file)).body;
    const commits = await Promise.all(Array.from({ length: 20 }, () => commit(id)));
    expect(commits.map(({ body }) => body.added)).toEqual(Array(20).fill(2));
    expect(await versions()).toHaveLength(2);
  });

  it('is taken whole or not at all', async () => {
    const many = Array.from({ length: 450 }, (_, at) => `::Q${at}::Is it ${at}?{T}`).join('\n\n');
    const { id } = (await stage(many)).body;
    await db.execute(`CREATE FUNCTION refuse_q449() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.authored ->> 'id' = 'q449' THEN RAISE 'no'; END IF; RETURN NEW; END $$`);
    await db.execute(
      `CREATE TRIGGER refuse_q449 BEFORE INSERT ON question_versions FOR EACH ROW EXECUTE FUNCTION refuse_q449()`,
    );
    expect((await commit(id)).status).toBe(500);
    await db.execute('DROP FUNCTION refuse_q449 CASCADE');
    expect(await versions()).toEqual([]);
    expect((await commit(id)).body.added).toBe(450);
  });

  it('is gone after a day', async () => {
    const { id } = (await stage(file)).body;
    await db.rows(`UPDATE question_imports SET expires_at = now() - interval '1 minute' WHERE id = $1`, [id]);
    expect(await commit(id)).toMatchObject({ status: 410, body: { code: 'import_expired' } });
    await app.get(DropStaleImports).execute();
    expect(await db.row('SELECT bytes FROM question_imports WHERE id = $1', [id])).toEqual({ bytes: null });
    expect((await author.get(`/bank/${pool}/imports/${id}`)).text).toContain('The file is gone');
  });

  it('is refused whole when the file would harm, cannot be read, or asks nothing', async () => {
    const bomb = '<!DOCTYPE quiz [<!ENTITY a "ha">]><quiz/>';
    expect(await stage(bomb)).toMatchObject({
      status: 422,
      body: { code: 'import_refused', detail: 'Line 1: The file declares entities of its own. That is not allowed.' },
    });
    expect(await stage('')).toMatchObject({ status: 422, body: { code: 'file_empty' } });
    expect(await stage('<quiz></quiz>')).toMatchObject({
      status: 422,
      body: { detail: 'There is no question in the file.' },
    });
    expect(await stage(Buffer.alloc(30_000_001, 'a'))).toMatchObject({ status: 422, body: { code: 'file_too_large' } });
    expect((await stage(file, author, `?topic=${'a'.repeat(81)}`)).status).toBe(400);
  });

  it('is neither shown nor confirmed under another pool, and pools that are not there take none', async () => {
    const { id } = (await stage(file)).body;
    expect((await author.get(`/api/bank/other/imports/${id}`)).status).toBe(404);
    expect((await author.post(`/api/bank/other/imports/${id}/commit`)).status).toBe(404);
    pool = 'no-such-pool';
    expect((await stage(file)).status).toBe(404);
    expect((await author.get('/bank/no-such-pool/import')).status).toBe(404);
  });
});

describe('the pages of an import', () => {
  const send = (parts: Record<string, string | File>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(parts)) form.append(name, value);
    return new Response(form);
  };
  async function post(parts: Record<string, string | File>) {
    const request = send(parts);
    const type = request.headers.get('content-type')!;
    return author.raw<string>('POST', `/bank/${pool}/import`, Buffer.from(await request.arrayBuffer()), {
      'content-type': type,
      accept: 'text/html',
    });
  }

  it('lead from the file over the report to the drafts', async () => {
    expect((await author.get(`/bank/${pool}/import`)).text).toContain('enctype="multipart/form-data"');
    const sent = await post({ topic: 'Vials', file: new File([file], 'C:\\quiz.gift') });
    expect(sent.status).toBe(303);
    const address = sent.headers.get('location')!;
    const report = (await author.get(address)).text;
    expect(report).toContain('The brace { is not closed.');
    expect(report).toContain('Import 2 questions');
    expect((await author.get(`${address}?outcome=refused`)).text).not.toContain('Truth');
    expect((await author.form(address, {})).headers.get('location')).toBe(address);
    expect((await author.get(address)).text).toContain('2 drafts added');
  });

  it('come back with the reason at the field and the topic kept', async () => {
    const none = await post({ topic: 'Vials' });
    expect(none.status).toBe(422);
    expect(none.text).toContain('Choose a file.');
    const bad = await post({ topic: 'Vials', file: new File(['<quiz>'], 'a.xml') });
    expect(bad.status).toBe(422);
    expect(bad.text).toContain('value="Vials"');
    const long = await post({ topic: 'a'.repeat(81), file: new File([file], 'a.gift') });
    expect(long.text).toContain('it is longer than 80 characters');
    const torn = await author.raw('POST', `/bank/${pool}/import`, Buffer.from('x'), {
      'content-type': 'multipart/form-data',
    });
    expect(torn.status).toBe(400);
  });

  it('show script in names as text', async () => {
    const sent = await post({ topic: '', file: new File(['::<script>alert(1)</script>::Is it?{T}'], '<b>.gift') });
    const { text } = await author.get(sent.headers.get('location')!);
    expect(text).toContain('&lt;script');
    expect(text).not.toContain('<script>alert');
  });
});

describe('an export', () => {
  it('brought in again changes nothing, in any format, and names what it leaves out', async () => {
    await db.rows('DELETE FROM question_imports');
    await commit((await stage(`${file}\n::Whole::Why?{}\n`)).body.id);
    const report = (await author.get(`/api/bank/${pool}/exports`)).body;
    expect(report.formats.map(({ format, total, left }: any) => [format, total, left.length])).toEqual([
      ['moodle', 3, 0],
      ['gift', 3, 0],
      ['qti', 3, 0],
    ]);
    expect(report.formats[1].changed).toMatchObject([{ slug: 'whole' }]);
    for (const format of ['moodle', 'gift', 'qti']) {
      const sent = await fetch(new URL(`/api/bank/${pool}/exports/${format}`, author.url), {
        headers: { cookie: author.cookieHeader() },
      });
      expect(sent.headers.get('cache-control')).toBe('private, no-store');
      expect(sent.headers.get('content-disposition')).toContain(`${pool}.`);
      const again = await stage(Buffer.from(await sent.arrayBuffer()));
      expect(again.body.report.map(({ outcome, notes }: any) => [outcome, notes])).toEqual(Array(3).fill(['same', []]));
      expect((await commit(again.body.id)).body.added).toBe(0);
    }
  });

  it('has a page with the files, and none for pools that are not there or formats nobody knows', async () => {
    await commit((await stage(file)).body.id);
    const { text } = await author.get(`/bank/${pool}/export`);
    expect(text).toContain(`/bank/${pool}/export/qti`);
    expect(text).toContain('2 of 2 questions.');
    expect((await author.get(`/bank/${pool}/export/gift`)).text).toContain('::truth::');
    expect((await author.get(`/bank/no-such-pool/export`)).status).toBe(404);
    expect((await author.get(`/api/bank/${pool}/exports/word`)).status).toBe(400);
  });
});
