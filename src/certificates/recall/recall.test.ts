import { certified, idOf, meetsAll } from '../../../test/fixtures/candidate.js';
import { graduate } from '../../../test/fixtures/graduate.js';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { demoPassword } from '../../process/demo-people.js';
import { EnsurePerson } from '../../users/index.js';
import { ReinstateCertificate } from '../lifecycle/reinstate-certificate.js';
import { SuspendCertificate } from '../lifecycle/suspend-certificate.js';
import { FollowRecalls } from './follow-recalls.js';
import { TellRecalled } from './tell-recalled.js';

const proposal = {
  course: 'upper-face',
  lesson: 'forehead-lines',
  wrong: 'The lesson said 40 units.',
  correct: 'The label says 20 units.',
  source: 'Label, section 2',
  body: '## Why it matters\n\nToo much lowers the brow.',
  question1: 'How many units?',
  right1: '20',
  wrong1: '40\n10',
};

let app: TestApp;
let author: Client;
let admin: Client;
let learner: Client;
let learnerId: string;

beforeAll(async () => {
  app = await testApp({ PROCESS: 'web' });
  author = await app.signIn('author');
  admin = await app.signIn('admin');
  learner = await app.signIn('learner');
  learnerId = await idOf(app, 'learner');
}, 60_000);
afterAll(() => app.close());

async function proposed(change: object = {}, by = author): Promise<string> {
  const { status, body, text } = await by.post('/api/admin/recalls', { ...proposal, ...change });
  if (status !== 201) throw new Error(text);
  return body.id as string;
}
const decide = (id: string, verdict = 'published', by = admin) =>
  by.post(`/api/admin/recalls/${id}/decision`, { verdict, reason: 'Seen' });
async function published(change: object = {}): Promise<string> {
  const id = await proposed(change);
  expect((await decide(id)).status).toBe(204);
  await app.get(TellRecalled).published({ data: { recallId: id } });
  return id;
}
const right = { answer1: 1, understood: 'yes' };
const acknowledge = (id: string, sent: object = right, by = learner) =>
  by.post(`/api/recalls/${id}/acknowledgement`, sent);
const settle = (personId: string) => app.get(FollowRecalls).settled({ data: { personId } });
const end = (id: string) => admin.post(`/api/admin/recalls/${id}/end`, { reason: 'Edition 2 reached everybody.' });
const concerned = async (id: string): Promise<string[]> =>
  (await app.db.rows<{ id: string }>('SELECT person_id AS id FROM recall_people WHERE recall_id = $1', [id])).map((row) => row.id); // prettier-ignore
const mails = async (id: string, personId: string): Promise<string[]> =>
  (
    await app.db.rows<{ subject: string }>(
      `SELECT subject FROM mails WHERE kind = 'safety-recall' AND dedupe_key LIKE 'recall:%' || $1 || ':' || $2 ORDER BY id`,
      [id, personId],
    )
  ).map(({ subject }) => subject.split(':')[0]!);
const standing = async (number: string): Promise<string> =>
  (await app.client().get(`/verify/${number}`, { accept: 'application/json' })).body.status as string;

/** Time cannot be moved, so what is on record is: with the triggers off, as only a test may. */
const earlier = (id: string, days: number, more = '') =>
  app.db.transaction(async (tx) => {
    await tx.rows('SET LOCAL session_replication_role = replica');
    await tx.rows('UPDATE recall_notices SET at = at - make_interval(days => $2) WHERE recall_id = $1', [id, days]);
    if (more) await tx.rows(more, [id]);
  });

async function account(name: string, ...courses: string[]): Promise<{ id: string; client: Client }> {
  const email = `${name.replace(/\W/g, '')}-${Date.now()}@recall.test`;
  const id = await app.get(EnsurePerson).execute({ name, email, roles: ['learner'], password: demoPassword });
  for (const course of courses)
    await app.db.rows(
      `INSERT INTO enrollments (id, person_id, course_id, edition_id, completed_at)
       SELECT gen_random_uuid(), $1, id, current_edition_id, now() FROM courses WHERE slug = $2`,
      [id, course],
    );
  return { id, client: await app.signIn(email) };
}

describe('a recall', () => {
  it('reaches nobody before an admin who did not write it has published it', async () => {
    await meetsAll(app, learnerId);
    const id = await proposed();
    expect(await concerned(id)).toEqual([]);
    expect((await learner.get(`/api/recalls/${id}`)).status).toBe(404);
    expect((await decide(id, 'published', author)).status).toBe(403);
    const own = await proposed({}, admin);
    expect((await decide(own)).body).toMatchObject({ status: 403, code: 'own_recall' });
    expect((await decide(id)).status).toBe(204);
    expect((await decide(id, 'refused')).body).toMatchObject({ status: 409, code: 'recall_decided' });
    expect(await concerned(id)).toContain(learnerId);
    await end(id);
  });

  it('that was refused reaches nobody for ever', async () => {
    const id = await proposed();
    expect((await decide(id, 'refused')).status).toBe(204);
    await app.get(TellRecalled).execute();
    expect(await concerned(id)).toEqual([]);
    expect((await end(id)).body).toMatchObject({ status: 409, code: 'recall_not_running' });
  });

  it.each([
    ['lesson', { lesson: 'no-such-lesson' }],
    ['lesson', { course: 'dermal-fillers' }],
    ['untilEdition', { untilEdition: 9 }],
    ['suspendOn', { suspendOn: '2020-01-01' }],
    ['body', { body: 'See <script>alert(1)</script>' }],
    ['right2', { question2: 'And where?', wrong2: 'There' }],
    ['wrong2', { question2: 'And where?', right2: 'Here' }],
    ['wrong1', { wrong1: '20\n10' }],
    ['question3', { right3: 'Here' }],
    ['source', { source: ' ' }],
  ])('with something wrong says so at %s: %j', async (field, change) => {
    const sent = { ...proposal, ...change };
    expect((await author.post('/api/admin/recalls', sent)).body.errors).toHaveProperty([field]);
    const typed = Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, String(value)]));
    const page = await author.form('/admin/recalls', typed);
    expect(page.status).toBe(422);
    expect(page.text).toContain(`field-${field}-error`);
    // Nothing that was typed is lost.
    expect(page.text).toContain('The lesson said 40 units.');
  });
});

describe('whom it concerns', () => {
  it('is who learnt it from a wrong edition, also without access today, and who holds a certificate on it', async () => {
    const completed = await graduate(app, 'Completed', 'upper-face');
    const elsewhere = await graduate(app, 'Elsewhere', 'dermal-fillers');
    const [reader, beginner, later, holder] = await Promise.all(
      ['Reader', 'Beginner', 'Later', 'Holder'].map((name) => graduate(app, name)),
    );
    await app.db.rows(
      `WITH begun AS (INSERT INTO enrollments (id, person_id, course_id, edition_id)
         SELECT gen_random_uuid(), p, c.id, c.current_edition_id FROM courses c, unnest($1::uuid[]) AS p
         WHERE c.slug = 'upper-face' RETURNING id, person_id)
       INSERT INTO progress (enrollment_id, item_slug, kind, completed_at)
       SELECT id, 'forehead-lines', 'lesson', CASE WHEN person_id = $2 THEN now() END FROM begun`,
      [[reader, beginner], reader],
    );
    await app.db.rows(
      `WITH next AS (INSERT INTO editions SELECT (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(),
           'number', 2, 'content_hash', 'next'))).* FROM editions e JOIN courses c ON c.current_edition_id = e.id
         WHERE c.slug = 'upper-face' RETURNING id, course_id),
       copies AS (INSERT INTO lessons SELECT (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(),
           'edition_id', next.id))).* FROM next, lessons l JOIN courses c ON c.current_edition_id = l.edition_id
         WHERE c.slug = 'upper-face')
       INSERT INTO enrollments (id, person_id, course_id, edition_id, completed_at)
       SELECT gen_random_uuid(), $1, course_id, id, now() FROM next`,
      [later],
    );
    const number = await certified(app, holder!);
    const id = await published({ untilEdition: 1 });
    const found = await concerned(id);
    expect(found).toEqual(expect.arrayContaining([completed, reader, holder]));
    for (const other of [elsewhere, beginner, later]) expect(found).not.toContain(other);
    const { body } = await admin.get('/api/admin/recalls');
    expect(body.items[0]).toMatchObject({
      id,
      status: 'published',
      certified: 1,
      acknowledged: 0,
      affected: found.length,
    });
    expect(await standing(number)).toBe('valid');
    await end(id);
  });

  it('is also who completes it afterwards in the edition they had begun, found each night', async () => {
    const id = await published();
    const late = await graduate(app, 'Late', 'upper-face');
    expect(await concerned(id)).not.toContain(late);
    await app.get(TellRecalled).execute();
    expect(await concerned(id)).toContain(late);
    expect(await mails(id, late)).toEqual(['Safety correction']);
    await end(id);
  });
});

describe('who is concerned', () => {
  it('is told at once, after a week and after a month, each once, and no more once it is confirmed', async () => {
    const id = await published();
    const told = async () => {
      await app.get(TellRecalled).execute();
      return mails(id, learnerId);
    };
    expect(await told()).toEqual(['Safety correction']);
    await earlier(id, 6);
    expect(await told()).toHaveLength(1);
    await earlier(id, 1);
    expect(await told()).toEqual(['Safety correction', 'Reminder']);
    expect(await told()).toHaveLength(2);
    await earlier(id, 23);
    expect(await told()).toEqual(['Safety correction', 'Reminder', 'Reminder']);
    await earlier(id, 90);
    expect(await told()).toHaveLength(3);
    const { id: other, client } = await account('Soon Done', 'upper-face');
    await told();
    expect((await acknowledge(id, right, client)).status).toBe(204);
    await earlier(id, 40);
    await told();
    expect(await mails(id, other)).toHaveLength(1);
    await end(id);
  });

  it('sees it among their courses and certificates, reads it, and nobody else can', async () => {
    const id = await published();
    for (const page of ['/learning', '/certificates'])
      expect((await learner.get(page, { accept: 'text/html' })).text).toContain(`/recalls/${id}`);
    const shown = await learner.get(`/api/recalls/${id}`);
    expect(shown.body).toMatchObject({ wrong: proposal.wrong, questions: [{ options: ['10', '20', '40'] }] });
    expect(shown.text).not.toContain('right');
    const page = await learner.get(`/recalls/${id}`, { accept: 'text/html' });
    expect(page.text).toContain('The label says 20 units.');
    const stranger = await app.signIn('learner2');
    expect((await stranger.get(`/api/recalls/${id}`)).status).toBe(404);
    expect((await acknowledge(id, right, stranger)).status).toBe(404);
    expect((await stranger.get('/api/recalls')).body).toEqual({ items: [] });
    await end(id);
  });

  it('confirms it with the right answers only, once however often it is sent', async () => {
    const id = await published();
    for (const [sent, field, code] of [
      [{ answer1: 0, understood: 'yes' }, 'answer1', 'answer_wrong'],
      [{ understood: 'yes' }, 'answer1', 'answer_missing'],
      [{ answer1: 1 }, 'understood', 'invalid_input'],
      [{ answer1: 99, understood: 'yes' }, 'answer1', 'invalid_input'],
    ] as const) {
      const { status, body } = await acknowledge(id, sent);
      expect([status, body.code, Object.keys(body.errors)]).toEqual([code === 'invalid_input' ? 400 : 422, code === 'invalid_input' ? 'malformed' : code, [field]]); // prettier-ignore
    }
    const form = await learner.form(`/recalls/${id}`, { answer1: '2', understood: 'yes' });
    expect([form.status, form.text]).toEqual([422, expect.stringContaining('That is not right')]);
    expect((await learner.get(`/api/recalls/${id}`)).body.acknowledgedAt).toBeNull();
    const answers = await Promise.all(Array.from({ length: 8 }, () => acknowledge(id)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(204));
    const facts = await app.db.rows(
      `SELECT 1 FROM facts WHERE name = 'recall.settled' AND data ->> 'recallId' = $1 AND data ->> 'personId' = $2`,
      [id, learnerId],
    );
    expect(facts).toHaveLength(1);
    expect((await learner.get('/learning', { accept: 'text/html' })).text).not.toContain(`/recalls/${id}`);
    expect((await learner.get(`/recalls/${id}`, { accept: 'text/html' })).text).toContain('You confirmed it on');
    await end(id);
  });

  it('is asked for it before a certification is granted', async () => {
    const id = await published();
    const requirements = async () =>
      (await learner.get('/api/certifications/cosmetic-injector')).body.candidacy.requirements as object[];
    const recalled = expect.objectContaining({ kind: 'recall', met: false, href: `/recalls/${id}` });
    expect(await requirements()).toContainEqual(recalled);
    await acknowledge(id);
    expect(await requirements()).not.toContainEqual(recalled);
    await end(id);
  });
});

describe('the day that was announced', () => {
  const day = async (days: number) =>
    (await app.db.row<{ day: string }>(`SELECT ((now() AT TIME ZONE 'UTC')::date + $1::int)::text AS day`, [days]))!
      .day;
  const overdue = (id: string) =>
    earlier(id, 15, `UPDATE recalls SET suspend_on = (now() AT TIME ZONE 'UTC')::date WHERE id = $1`);
  const deadline = () => app.get(FollowRecalls).execute();
  async function holder(name: string) {
    const person = await account(name);
    return { ...person, number: await certified(app, person.id) };
  }

  it('suspends the certification of whoever has not confirmed, and confirming lifts it', async () => {
    const { id: personId, client, number } = await holder('Slow Reader');
    const id = await published({ suspendOn: await day(20) });
    await deadline();
    expect(await standing(number)).toBe('valid');
    await overdue(id);
    await deadline();
    await deadline();
    expect(await standing(number)).toBe('suspended');
    await acknowledge(id, right, client);
    await settle(personId);
    expect(await standing(number)).toBe('valid');
    await end(id);
  });

  it('leaves alone what staff lifted, and what staff suspended for another reason', async () => {
    const [lifted, other] = [await holder('Lifted'), await holder('Other Reason')];
    const by = await idOf(app, 'admin');
    const safety = { cause: 'safety' as const, reason: 'Looked into', by };
    await app.get(SuspendCertificate).execute({ number: other.number, ...safety });
    const id = await published({ suspendOn: await day(20) });
    await overdue(id);
    await deadline();
    await app.get(ReinstateCertificate).execute({ number: lifted.number, ...safety });
    await deadline();
    expect(await standing(lifted.number)).toBe('valid');
    await acknowledge(id, right, other.client);
    await settle(other.id);
    expect(await standing(other.number)).toBe('suspended');
    await end(id);
  });

  it('waits for the last of two recalls, and ends with them', async () => {
    const { id: personId, client, number } = await holder('Twice');
    const ids = [await published({ suspendOn: await day(20) }), await published({ suspendOn: await day(20) })];
    for (const id of ids) await overdue(id);
    await deadline();
    await acknowledge(ids[0]!, right, client);
    await settle(personId);
    expect(await standing(number)).toBe('suspended');
    await end(ids[1]!);
    await settle(personId);
    expect(await standing(number)).toBe('valid');
    expect((await acknowledge(ids[1]!, right, client)).body).toMatchObject({ status: 409, code: 'recall_not_running' });
    await end(ids[0]!);
  });
});

describe('the desk', () => {
  it('shows admins who is outstanding, as CSV without formulas too, and authors only how many', async () => {
    const { id: personId } = await account('=HYPERLINK("http://evil")', 'upper-face');
    const id = await published();
    const csv = await admin.get(`/api/admin/recalls/${id}/outstanding.csv`);
    expect(csv.text).toContain(`"'=HYPERLINK(""http://evil"")"`);
    expect((await author.get(`/api/admin/recalls/${id}/outstanding.csv`)).status).toBe(403);
    const [forAdmin, forAuthor] = await Promise.all(
      [admin, author].map(async (who) => (await who.get(`/admin/recalls/${id}`, { accept: 'text/html' })).text),
    );
    expect(forAdmin).toContain('HYPERLINK');
    expect(forAuthor).not.toContain('HYPERLINK');
    expect((await author.get('/admin/recalls', { accept: 'text/html' })).text).toContain('Running');
    expect(await concerned(id)).toContain(personId);
    await end(id);
  });

  it('proposes, decides and ends by its pages', async () => {
    const sent = await author.form('/admin/recalls', proposal);
    expect(sent.status).toBe(303);
    const file = sent.headers.get('location')!;
    expect((await admin.form(`${file}/decision`, { verdict: 'published', reason: '' })).text).toContain('Say why.');
    expect((await admin.form(`${file}/decision`, { verdict: 'published', reason: 'Right' })).status).toBe(303);
    expect((await admin.form(`${file}/end`, { reason: 'Over' })).status).toBe(303);
    expect((await admin.get(file, { accept: 'text/html' })).text).toContain('Over');
  });

  it('keeps what was said: no row of a recall can be changed or deleted', async () => {
    for (const table of ['recalls', 'recall_decisions', 'recall_people', 'recall_notices', 'recall_acknowledgements'])
      await expect(app.db.rows(`DELETE FROM ${table}`)).rejects.toThrow(/append-only|refuse|not/i);
  });
});
