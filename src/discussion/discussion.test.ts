import { checkData } from '../database/index.js';
import { GrantAccess } from '../enrollment/index.js';
import { dataChecks } from '../process/data-checks.js';
import { newId } from '../shared/index.js';
import { ErasePerson } from '../users/index.js';
import { type Client, testApp, type TestApp } from '../../test/support/index.js';

const place = '/articles/botox-for-pain';
const lesson = '/learn/foundations/facial-layers';

describe('the discussion', () => {
  let app: TestApp;
  let admin: Client;
  let visitor: Client;
  let n = 0;
  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    admin = await app.signIn('admin');
    visitor = app.client();
  }, 120_000);
  afterAll(() => app.close());

  const somebody = async (name = `Writer ${(n += 1)}`, confirmed = true) => {
    const email = `writer-${(n += 1)}@example.test`;
    await app.db.rows(
      `INSERT INTO people (id, email, name, password_hash, confirmed_at)
       SELECT $1, $2, $3, password_hash, CASE WHEN $4 THEN now() END FROM people WHERE email LIKE 'learner@%'`,
      [newId(), email, name, confirmed],
    );
    return app.signIn(email);
  };
  const write = (who: Client, text: string, at = place) => who.post('/api/comments', { place: at, text });
  const answer = (who: Client, id: string, text: string) => who.post(`/api/comments/${id}/answers`, { text });
  const listed = async (who: Client, at = place) => (await who.get(`/api/comments?place=${at}`)).body.items as any[];
  const accept = (id: string, rev = 1) => admin.post(`/api/moderation/comments/${id}/acts`, { act: 'accepted', rev });
  /** So that rules about haste and number do not speak. */
  const earlier = (time = '2 hours') => app.db.rows(`UPDATE comments SET written_at = written_at - interval '${time}'`);
  const shown = async (who: Client, text: string) => {
    const { id } = (await write(who, text)).body;
    expect((await accept(id)).status).toBe(204);
    await earlier();
    return id as string;
  };
  const mailsOf = (kind: string) =>
    app.db.rows<{ to: string; text: string }>(
      `SELECT to_email AS to, text FROM mails WHERE kind = $1 AND withheld_at IS NULL ORDER BY id`,
      [kind],
    );

  it('holds the first comment of a person until a moderator has read it, and tells them', async () => {
    const ada = await somebody();
    const { status, body } = await write(ada, 'Which needle do you use?');
    expect({ status, standing: body.standing }).toEqual({ status: 201, standing: 'held' });
    expect(await listed(visitor)).toEqual([]);
    expect(await listed(ada)).toMatchObject([{ id: body.id, text: 'Which needle do you use?', mine: true }]);
    expect((await visitor.get(`/comments/${body.id}`)).status).toBe(404);
    expect((await admin.get('/api/moderation/comments')).body.items).toMatchObject([
      { id: body.id, heldBecause: 'first', place },
    ]);
    expect((await accept(body.id)).status).toBe(204);
    expect(await listed(visitor)).toMatchObject([{ id: body.id, standing: 'shown', mine: false, team: false }]);
    expect(await mailsOf('comment-accepted')).toHaveLength(1);
    await earlier();
    expect((await write(ada, 'Thank you.')).body.standing).toBe('shown');
  });

  it('is shown below the article, without an address of anybody, and as text', async () => {
    const eve = await somebody();
    const attack = '<script>alert(1)</script> "><img src=x onerror=alert(2)> &lt;b&gt; javascript:alert(3) a\tb';
    await shown(eve, attack);
    const page = (await visitor.get(place)).text;
    expect(page).toContain('&lt;script');
    for (const live of ['<script>alert', '<img src=x', 'href="javascript', 'href="x']) expect(page).not.toContain(live);
    const emails = await app.db.rows<{ email: string }>('SELECT email FROM people WHERE email IS NOT NULL');
    const answers = await Promise.all(
      [place, `/comments?place=${place}`, `/api/comments?place=${place}`].map(
        async (path) => (await visitor.get(path)).text,
      ),
    );
    for (const { email } of emails) for (const text of answers) expect(text).not.toContain(email);
  });

  it('lets addresses be followed that show where they lead, and vouches for none', async () => {
    const ada = await somebody();
    await shown(
      ada,
      'See https://example.org/a?b=1&c=2). Not https://good.example@evil.example/ nor http://localhost/x',
    );
    const page = (await visitor.get(`/comments?place=${place}`)).text;
    expect(page).toContain('<a href="https://example.org/a?b=1&c=2" rel="nofollow ugc noopener noreferrer">');
    expect(page).not.toContain('href="https://good');
    expect(page).not.toContain('href="http://localhost');
  });

  it.each([
    ['links, of somebody new', 'Look: https://example.org', 'links', 1],
    ['three links, of anybody', 'https://a.example https://b.example https://c.example', 'links', 4],
    ['the same words again', 'The same words', 'repeated', 1],
  ])('holds %s', async (_, text, why, before) => {
    const ada = await somebody();
    for (let i = 0; i < before; i += 1) await shown(ada, why === 'repeated' ? text : `Words ${i}`);
    await app.db.rows(`UPDATE comments SET written_at = now() - interval '3 hours'`);
    const { id, standing } = (await write(ada, text)).body;
    expect(standing).toBe('held');
    expect(await app.db.row('SELECT held_because AS why FROM comments WHERE id = $1', [id])).toEqual({ why });
  });

  it('holds what comes seconds after the last, and refuses a sixth in an hour', async () => {
    const ada = await somebody();
    await shown(ada, 'Before');
    const standings = [];
    for (let i = 0; i < 5; i += 1) standings.push((await write(ada, `Number ${i}`)).body.standing);
    expect(standings).toEqual(['shown', 'held', 'held', 'held', 'held']);
    const sixth = await ada.form('/comments', { place, text: 'Number six' });
    expect(sixth.status).toBe(429);
    expect(sixth.text).toContain('Number six');
    expect(sixth.text).toContain('You have written a lot');
  });

  it('counts to five when all are sent at once', async () => {
    const ada = await somebody();
    await shown(ada, 'Before');
    const all = await Promise.all(Array.from({ length: 9 }, (_, i) => write(ada, `At once ${i}`)));
    expect(all.filter(({ status }) => status === 201)).toHaveLength(5);
  });

  it('stops a network that writes under many names', async () => {
    const ada = await somebody();
    await app.db.rows(
      `INSERT INTO tries (id, kind, email_hash, ip) SELECT gen_random_uuid(), 'comment', 'x', ip
       FROM (SELECT ip FROM sessions ORDER BY created_at DESC LIMIT 1) AS here, generate_series(1, 200)`,
    );
    expect((await write(ada, 'One more')).body.code).toBe('too_many_tries');
    await app.db.rows(`DELETE FROM tries WHERE kind = 'comment'`);
  });

  it.each([
    ['nothing', '  \n ', 'Write something.'],
    ['too much', 'x'.repeat(4001), 'at most 4,000'],
    ['a mark that turns the direction', 'safe \u202Eevil', 'cannot be seen'],
    ['a null character', 'a\u0000b', 'cannot be seen'],
    ['a heap of accents', `z${'\u0301'.repeat(12)}`, 'cannot be seen'],
  ])('refuses %s at its field', async (_, text, sentence) => {
    const ada = await somebody();
    const { status, body } = await write(ada, text);
    expect(status).toBe(400);
    expect(body.errors.text).toContain(sentence);
  });

  it('refuses a place that is none, whoever is not signed in, and an address nobody confirmed', async () => {
    const ada = await somebody();
    for (const at of ['/articles/none', '/learn/foundations/none', lesson])
      expect((await write(ada, 'Hello', at)).status).toBe(404);
    for (const at of ['https://evil.example', '/account', '//evil.example/articles/x'])
      expect((await write(ada, 'Hello', at)).status).toBe(400);
    expect((await write(visitor, 'Hello')).status).toBe(401);
    const new1 = await somebody('New', false);
    expect((await write(new1, 'Hello')).body.code).toBe('unconfirmed');
    expect((await new1.get(place)).text).toContain('Confirm your e-mail address before you write');
    expect((await visitor.get(place)).text).toContain(`/sign-in?next=${encodeURIComponent(place)}`);
  });

  it('stands answers one level deep, oldest first, and tells whoever began, once it is shown', async () => {
    const [ada, ben] = [await somebody(), await somebody()];
    const id = await shown(ada, 'A question about depth');
    await shown(ben, 'Something else');
    const before = (await mailsOf('comment-answered')).length;
    const first = (await answer(ben, id, 'Two millimetres.')).body;
    expect(first.standing).toBe('shown');
    const second = await answer(ada, first.id, 'Thanks!');
    expect(second.status).toBe(201);
    const thread = (await listed(visitor)).find((each) => each.id === id);
    expect(thread.answers.map(({ text }: { text: string }) => text)).toEqual(['Two millimetres.', 'Thanks!']);
    const mails = await mailsOf('comment-answered');
    expect(mails).toHaveLength(before + 1);
    expect(mails.at(-1)!.text).toContain('Two millimetres.');
    const team = (await answer(admin, id, 'From the team')).body;
    expect(team.standing).toBe('shown');
    expect((await listed(visitor)).find((each) => each.id === id).answers.at(-1)).toMatchObject({ team: true });
  });

  it('lets a writer correct within 15 minutes, what they saw, and judges it again', async () => {
    const [ada, ben] = [await somebody(), await somebody()];
    await shown(ada, 'First words');
    const { id } = (await write(ada, 'With a tpyo')).body;
    const change = (who: Client, text: string, rev: number) => who.put(`/api/comments/${id}`, { text, rev });
    expect((await change(ben, 'Mine', 1)).status).toBe(404);
    expect((await change(ada, 'Without a typo', 1)).status).toBe(204);
    const stale = await change(ada, 'From another window', 1);
    expect(stale.body).toMatchObject({ code: 'stale', rev: 2, text: 'Without a typo' });
    const form = await ada.form(`/comments/${id}/text`, { text: 'From another window', rev: '1' });
    expect(form.text).toContain('From another window');
    expect((await change(ada, 'Buy at https://spam.example', 2)).status).toBe(204);
    expect(await app.db.row('SELECT standing, held_because AS why FROM comments WHERE id = $1', [id])).toEqual({
      standing: 'held',
      why: 'links',
    });
    expect((await accept(id, 2)).body.code).toBe('stale');
    await earlier('16 minutes');
    expect((await change(ada, 'Later', 3)).body.code).toBe('too_late');
  });

  it('forgets what its writer takes back, and leaves a gap where it was answered', async () => {
    const [ada, ben] = [await somebody(), await somebody()];
    const id = await shown(ada, 'To be taken back');
    await shown(ben, 'Known by now');
    expect((await answer(ben, id, 'An answer')).status).toBe(201);
    expect((await ben.delete(`/api/comments/${id}`)).status).toBe(404);
    expect((await ada.delete(`/api/comments/${id}`)).status).toBe(204);
    expect((await ada.delete(`/api/comments/${id}`)).status).toBe(204);
    expect((await listed(visitor)).find((each) => each.id === id)).toMatchObject({ text: null, writer: null });
    expect((await visitor.get(place)).text).toContain('This comment was taken away.');
    const alone = await shown(ada, 'Nobody answered');
    expect((await ada.form(`/comments/${alone}/deletion`, {})).status).toBe(303);
    expect((await listed(visitor)).some((each) => each.id === alone)).toBe(false);
    expect((await answer(ben, id, 'Once more')).body.code).toBe('not_shown');
  });

  it('gives pages of it, newest first', async () => {
    const ada = await somebody();
    const ids = [];
    for (const text of ['One', 'Two', 'Three']) ids.unshift(await shown(ada, text));
    const first = (await visitor.get(`/api/comments?place=${place}&limit=2`)).body;
    expect(first.items.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 2));
    const next = (await visitor.get(`/api/comments?place=${place}&limit=2&after=${first.next}`)).body;
    expect(next.items[0].id).toBe(ids[2]);
  });

  it('about a lesson is for those who study there, at once, and for staff', async () => {
    const learner = await somebody();
    const courseIds = [(await app.db.row<{ id: string }>(`SELECT id FROM courses WHERE slug = 'foundations'`))!.id];
    const personId = (await app.db.row<{ id: string }>(`SELECT id FROM people ORDER BY created_at DESC LIMIT 1`))!.id;
    await app.db.transaction((tx) =>
      app.get(GrantAccess).grant(tx, { personId, sourceKind: 'test', sourceId: personId, courseIds }),
    );
    expect((await learner.get(lesson)).text).toContain(`/comments?place=${lesson}`);
    const { id, standing } = (await write(learner, 'A first question, see https://example.org', lesson)).body;
    expect(standing).toBe('shown');
    const stranger = await somebody();
    for (const who of [visitor, stranger]) {
      expect((await who.get(`/api/comments?place=${lesson}`)).status).toBe(404);
      expect((await who.get(`/comments/${id}`)).status).toBe(404);
    }
    expect((await answer(stranger, id, 'Me too')).status).toBe(404);
    expect((await admin.get(`/comments/${id}`)).status).toBe(200);
    expect((await answer(admin, id, 'An answer of the team')).status).toBe(201);
    expect((await learner.get(lesson)).text).toContain('Discussion of this lesson (2)');
  });

  it('loses the words and the name of who is erased, and holds to its checks', async () => {
    const ada = await somebody('Ada Erased');
    const id = await shown(ada, 'Words of Ada');
    const { writerId } = await app.db.row<any>('SELECT person_id AS "writerId" FROM comments WHERE id = $1', [id]);
    await app.get(ErasePerson).execute(writerId);
    const page = (await visitor.get(place)).text;
    expect(page).not.toContain('Words of Ada');
    expect(page).not.toContain('Ada Erased');
    expect(await checkData(app.db, dataChecks)).toEqual([]);
  });
});
