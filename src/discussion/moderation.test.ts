import { newId } from '../shared/index.js';
import { type Client, testApp, type TestApp } from '../../test/support/index.js';

const place = '/articles/botox-for-pain';

describe('moderators', () => {
  let app: TestApp;
  let admin: Client;
  let author: Client;
  let learner: Client;
  let n = 0;
  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    [admin, author, learner] = [await app.signIn('admin'), await app.signIn('author'), await app.signIn('learner')];
  }, 120_000);
  afterAll(() => app.close());

  const people = async (count: number) => {
    const emails = Array.from({ length: count }, () => `m-${(n += 1)}@example.test`);
    for (const email of emails)
      await app.db.rows(
        `INSERT INTO people (id, email, name, password_hash, confirmed_at)
         SELECT $1, $2, 'Reader', password_hash, now() FROM people WHERE email LIKE 'learner@%'`,
        [newId(), email],
      );
    return Promise.all(emails.map((email) => app.signIn(email)));
  };
  /** Of the learner, shown. */
  const comment = async (text = `Words ${(n += 1)}`) => {
    const { id } = (await learner.post('/api/comments', { place, text })).body;
    await app.db.rows(`UPDATE comments SET standing = 'shown', written_at = written_at - interval '2 hours'`);
    return id as string;
  };
  const act = (id: string, what: string, { reason = 'It is not so.', rev = 1, by = author } = {}) =>
    by.post(`/api/moderation/comments/${id}/acts`, { act: what, rev, reason });
  const standing = async (id: string) =>
    (await app.db.row<{ standing: string }>('SELECT standing FROM comments WHERE id = $1', [id]))!.standing;
  const mails = async (kind: string) =>
    (await app.db.rows<{ text: string }>('SELECT text FROM mails WHERE kind = $1 ORDER BY id', [kind])).map(
      ({ text }) => text,
    );
  const report = (who: Client, id: string, more: object = { reason: 'dangerous' }) =>
    who.post(`/api/comments/${id}/reports`, more);

  it('take away with a reason that the writer is told, and show again', async () => {
    const id = await comment();
    expect((await act(id, 'hidden', { reason: '' })).body.errors).toEqual({
      reason: 'Give the reason: the writer is told.',
    });
    expect((await act(id, 'rejected')).body.code).toBe('not_possible');
    expect((await act(id, 'hidden')).status).toBe(204);
    expect(await standing(id)).toBe('hidden');
    expect((await mails('comment-hidden')).at(-1)).toContain('It is not so.');
    expect((await app.client().get(`/comments/${id}`)).status).toBe(404);
    expect((await learner.get(`/comments/${id}`)).text).toContain('Taken away');
    expect((await act(id, 'accepted', { rev: 2, reason: '' })).status).toBe(204);
    expect(await standing(id)).toBe('shown');
    const page = (await admin.get(`/comments/${id}`)).text;
    expect(page).toContain('It is not so.');
    expect((await learner.get(`/comments/${id}`)).text).not.toContain('Moderate');
  });

  it('decide once where two decide at once, and about nothing they have not seen', async () => {
    const id = await comment();
    const answers = await Promise.all([act(id, 'hidden'), act(id, 'hidden', { by: admin })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await act(id, 'accepted', { rev: 1 })).body.code).toBe('stale');
    expect((await act(newId(), 'accepted')).status).toBe(404);
  });

  it('are told by readers; three put it out of sight; a decision settles it for good', async () => {
    const id = await comment('Inject 500 units');
    const readers = await people(4);
    expect((await report(learner, id)).body.code).toBe('own_comment');
    for (const who of [readers[0]!, readers[0]!, readers[1]!]) expect((await report(who, id)).status).toBe(204);
    expect(await standing(id)).toBe('shown');
    expect((await admin.get('/api/moderation/comments?show=reported')).body.items).toMatchObject([{ id, reports: 2 }]);
    expect((await admin.get('/moderation?show=reported')).text).toContain('2 reports');
    expect((await report(readers[2]!, id)).status).toBe(204);
    expect(await standing(id)).toBe('held');
    expect((await admin.get('/moderation')).text).toContain('reported by several people');
    expect((await act(id, 'accepted', { rev: 2, reason: '' })).status).toBe(204);
    expect((await admin.get('/api/moderation/comments?show=reported')).body.items).toEqual([]);
    for (const who of readers.slice(0, 3)) await report(who, id);
    expect(await standing(id)).toBe('shown');
  });

  it('learn what is wrong where it is something else', async () => {
    const id = await comment();
    const [reader] = await people(1);
    expect((await report(reader!, id, { reason: 'other' })).body.errors).toEqual({
      note: 'Say what is wrong with it.',
    });
    expect((await report(reader!, id, {})).body.errors).toEqual({ reason: 'Say what is wrong with it.' });
    const form = await reader!.form(`/comments/${id}/reports`, { reason: 'other', note: '' });
    expect(form.status).toBe(422);
    expect((await reader!.form(`/comments/${id}/reports`, { reason: 'other', note: 'Off the topic' })).status).toBe(
      303,
    );
    expect((await admin.get(`/comments/${id}`)).text).toContain('Off the topic');
    expect((await report(app.client(), id)).status).toBe(401);
  });

  it('keep a person from writing, and let them write again', async () => {
    const id = await comment();
    const { personId } = await app.db.row<any>('SELECT person_id AS "personId" FROM comments WHERE id = $1', [id]);
    const ban = (banned: boolean, reason = 'Advertising') =>
      admin.post(`/api/moderation/people/${personId}/bans`, { banned, reason });
    expect((await ban(true, '')).body.errors).toEqual({ reason: 'Give the reason.' });
    expect((await ban(true)).status).toBe(204);
    const refused = await learner.post('/api/comments', { place, text: 'Again' });
    expect(refused.body.code).toBe('banned');
    expect((await learner.put(`/api/comments/${id}`, { text: 'Again', rev: 1 })).body.code).toBe('banned');
    expect((await learner.get(place)).text).toContain('You can no longer write comments.');
    expect((await admin.get(`/moderation/people/${personId}`)).text).toContain('kept from writing: Advertising');
    expect((await admin.form(`/moderation/people/${personId}`, { banned: 'false', reason: 'Sorry' })).status).toBe(303);
    expect((await learner.post('/api/comments', { place, text: 'Again' })).status).toBe(201);
    const { id: adminId } = (await app.db.row<any>(`SELECT id FROM people WHERE email LIKE 'admin@%'`))!;
    expect((await author.post(`/api/moderation/people/${adminId}/bans`, { banned: true, reason: 'x' })).body.code).toBe(
      'own_ban',
    );
  });

  it('accept from the queue by a form, and are told where that is not possible', async () => {
    const [reader] = await people(1);
    const { id } = (await reader!.post('/api/comments', { place, text: 'Waiting' })).body;
    expect((await admin.get('/moderation')).text).toContain('the first comment of this person');
    const form = (fields: Record<string, string>) => admin.form(`/moderation/comments/${id}`, fields);
    expect((await form({ act: 'rejected', rev: '1', reason: '' })).text).toContain('Give the reason');
    expect((await form({ act: 'accepted', rev: '1' })).headers.get('location')).toBe('/moderation');
    expect((await form({ act: 'rejected', rev: '1', reason: 'x' })).text).toContain('cannot be rejected');
    expect((await admin.get('/moderation?show=latest')).text).toContain('Waiting');
  });
});
