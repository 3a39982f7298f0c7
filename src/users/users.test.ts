import { testApp } from '../../test/support/index.js';
import type { Client, TestApp } from '../../test/support/index.js';
import { Passwords } from './passwords/passwords.js';
import { RevokeRole } from './revoke-role.js';
import { GrantRole } from './grant-role.js';
import { SweepUsers } from './sweep-users.js';

let app: TestApp;
beforeAll(async () => void (app = await testApp()));
afterAll(() => app?.close());

const demoPassword = 'glabella-demo-password';
const password = 'copper lantern before winter';

interface Refusal {
  code: string;
  requestId: string;
  errors: Record<string, string>;
  retryAfterSeconds?: number;
}
interface Who {
  email: string;
  roles: string[];
}
interface List<Item> {
  items: Item[];
  next: string | null;
}
interface SessionItem {
  id: string;
  current: boolean;
}
interface PersonItem {
  id: string;
  email: string;
}

let count = 0;
const newEmail = () => `person${++count}@example.com`;

async function signUp(email = newEmail(), next?: string): Promise<string> {
  const answer = await app
    .client()
    .post('/api/people', { name: 'Noor Haddad', email, password, ...(next && { next }) });
  expect(answer.status).toBe(201);
  return email;
}

const mailsTo = (email: string) =>
  app.db.rows<{ kind: string; text: string; html: string; to_name: string }>(
    'SELECT * FROM mails WHERE to_email = $1 ORDER BY created_at, id',
    [email],
  );

/** The path of the link in the latest mail of this kind; mails of jobs take a moment. */
async function linkTo(email: string, kind: string): Promise<string> {
  for (let look = 0; look < 100; look += 1) {
    const mail = (await mailsTo(email)).findLast((each) => each.kind === kind);
    if (mail) return new URL(/https?:\/\/\S+/.exec(mail.text)![0]).pathname;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no ${kind} mail to ${email}`);
}

const who = (client: Client) => client.get<Who>('/api/session');
const cookieOf = (client: Client) => client.cookie('glabella');
const personId = async (email: string) =>
  (await app.db.row<{ id: string }>('SELECT id FROM people WHERE email = $1', [email]))!.id;

describe('signing up', () => {
  it('makes a learner who can sign in at once and is not confirmed yet', async () => {
    const email = await signUp();
    const client = await app.signIn(email, password);
    expect((await who(client)).body).toMatchObject({
      name: 'Noor Haddad',
      email,
      roles: ['learner'],
      confirmed: false,
    });
  });

  it('tells the other rooms by a fact', async () => {
    const id = await personId(await signUp());
    const facts = await app.db.rows(
      `SELECT data FROM facts WHERE name = 'person.signed-up' AND data->>'personId' = $1`,
      [id],
    );
    expect(facts).toHaveLength(1);
  });

  it('confirms the address by a link and a button, signs in, and goes on where the person was', async () => {
    const email = await signUp(undefined, '/bundles/cosmetic-injector');
    const link = await linkTo(email, 'confirm-email');
    const client = app.client();
    const page = await client.get(link, { accept: 'text/html' });
    expect(page.text).toContain('This is me: confirm');
    expect((await who(client)).status).toBe(401);
    const answer = await client.form(link, {});
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/bundles/cosmetic-injector']);
    expect((await who(client)).body).toMatchObject({ email, confirmed: true });
  });

  it('accepts the confirming link once', async () => {
    const link = await linkTo(await signUp(), 'confirm-email');
    expect((await app.client().form(link, {})).status).toBe(303);
    const again = app.client();
    expect((await again.form(link, {})).status).toBe(410);
    expect((await again.get(link, { accept: 'text/html' })).status).toBe(410);
    expect((await who(again)).status).toBe(401);
  });

  it('accepts the confirming link once even when it is pressed many times at the same moment', async () => {
    const token = (await linkTo(await signUp(), 'confirm-email')).split('/').at(-1)!;
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => app.client().post('/api/people/confirmations', { token })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410, 410, 410]);
  });

  it('refuses the confirming link after three days', async () => {
    const email = await signUp();
    const link = await linkTo(email, 'confirm-email');
    await app.db.rows(`UPDATE tokens SET expires_at = now() WHERE person_id = $1`, [await personId(email)]);
    expect((await app.client().form(link, {})).status).toBe(410);
  });

  it('never leads to another site after confirming', async () => {
    const email = await signUp(undefined, '//evil.example');
    const answer = await app.client().form(await linkTo(email, 'confirm-email'), {});
    expect(answer.headers.get('location')).toBe('/learning');
  });

  it('answers the same for a known address, whose owner is told by mail, and changes nothing', async () => {
    const email = await signUp();
    const before = await app.db.rows('SELECT * FROM people WHERE email = $1', [email]);
    const fresh = await app.client().post('/api/people', { name: 'A', email: newEmail(), password });
    const known = await app
      .client()
      .post('/api/people', { name: 'Mallory', email: email.toUpperCase(), password: `other ${password}` });
    expect([known.status, known.body]).toEqual([fresh.status, fresh.body]);
    expect(await app.db.rows('SELECT * FROM people WHERE email = $1', [email])).toEqual(before);
    const mails = await mailsTo(email);
    expect(mails.map(({ kind }) => kind)).toEqual(['confirm-email', 'known-address']);
    expect(mails[1]!.text).not.toContain('Mallory');
  });

  it('does as many password hashes for a known address as for a new one', async () => {
    const passwords = app.get(Passwords);
    const hash = passwords.hash.bind(passwords);
    let hashes = 0;
    passwords.hash = (text) => (hashes++, hash(text));
    try {
      const email = await signUp();
      expect(hashes).toBe(1);
      await signUp(email);
      expect(hashes).toBe(2);
    } finally {
      passwords.hash = hash;
    }
  });

  it('makes one account when two sign up with the same address at the same moment', async () => {
    const email = newEmail();
    await Promise.all([signUp(email), signUp(email), signUp(email)]);
    expect(await app.db.rows('SELECT id FROM people WHERE email = $1', [email])).toHaveLength(1);
  });

  it('does not fill a mailbox: five links an hour', async () => {
    const email = await signUp();
    for (let time = 0; time < 7; time += 1) await signUp(email);
    expect(await mailsTo(email)).toHaveLength(6);
  });

  it.each<[object, number, string, RegExp]>([
    [{ password: 'fourteen chars' }, 422, 'password', /at least 15 characters; this has 14/],
    [{ password: 'passwordpassword' }, 422, 'password', /attackers/],
    [{ password: 'noor.haddad@example.com', email: 'noor.haddad@example.com' }, 422, 'password', /e-mail/],
    [{ email: 'not an address' }, 400, 'email', /name@example\.com/],
    [{ name: '   ' }, 400, 'name', /Enter your name/],
    [{ name: 'Abc\u202Exyz' }, 400, 'name', /can be printed/],
    [{ roles: ['admin'] }, 400, 'roles', /not known here/],
    [{ confirmedAt: '2026-01-01' }, 400, 'confirmedAt', /not known here/],
  ])('refuses %j', async (wrong, status, field, reason) => {
    const person = { name: 'Noor', email: newEmail(), password, ...wrong };
    const answer = await app.client().post<Refusal>('/api/people', person);
    expect(answer.status).toBe(status);
    expect(Object.keys(answer.body.errors)).toEqual([field]);
    expect(answer.body.errors[field]).toMatch(reason);
    expect(await app.db.rows('SELECT 1 FROM people WHERE email = $1', [person.email])).toEqual([]);
  });

  it('gives the form back filled, without the password, and without anything unsafe in it', async () => {
    const fields = { name: '"><script>x</script>', email: 'nobody', password, next: '//evil.example' };
    const { status, text } = await app.client().form('/sign-up', fields);
    expect(status).toBe(422);
    expect(text).toContain('value="&#34;><script>x</script>"');
    expect(text).toContain('value="nobody"');
    expect(text).toContain('Enter an e-mail address like name@example.com.');
    expect(text).not.toContain(password);
    expect(text).not.toContain('evil.example');
  });
});

describe('signing in', () => {
  it('gives the same answer for a wrong password and for an unknown address, after the same check', async () => {
    const guess = (email: string) =>
      app.client().post<Refusal>('/api/session', { email, password: 'not the password' });
    const [wrong, unknown] = await Promise.all([guess(await signUp()), guess(newEmail())]);
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    expect(wrong.status).toBe(401);
  });

  it('works with the address in capitals and with spaces around it', async () => {
    const email = await signUp();
    expect((await app.client().post('/api/session', { email: ` ${email.toUpperCase()} `, password })).status).toBe(204);
  });

  it('tells a password apart by its last character, however long it is', async () => {
    const email = newEmail();
    const long = 'Tz8-'.repeat(31) + 'abc';
    await app.client().post('/api/people', { name: 'Long', email, password: `${long}x` });
    expect((await app.client().post('/api/session', { email, password: `${long}y` })).status).toBe(401);
    expect((await app.client().post('/api/session', { email, password: `${long}x` })).status).toBe(204);
  });

  it('begins a session under a new id: one planted before is worth nothing', async () => {
    const victim = await app.signIn('learner');
    const before = cookieOf(victim);
    await victim.post('/api/session', { email: 'learner@demo.glabella.test', password: demoPassword });
    expect(cookieOf(victim)).not.toBe(before);
    const planted = app.client();
    planted.setCookie('glabella', before!);
    expect((await who(planted)).status).toBe(401);
  });

  it('sets a cookie that scripts cannot read and other sites cannot send along, with 256 random bits', async () => {
    const answer = await app
      .client()
      .post('/api/session', { email: 'learner@demo.glabella.test', password: demoPassword });
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^glabella=s%3A[\w-]{43}\./);
    expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/);
    expect(cookie).toContain('Path=/;');
  });

  it('keeps no secret of a session: what the database holds opens nothing', async () => {
    const client = await app.signIn('learner');
    const token = decodeURIComponent(cookieOf(client)!).slice(2, 45);
    const found = await app.db.rows(`SELECT 1 FROM sessions WHERE token_hash = sha256($1::bytea)`, [
      Buffer.from(token),
    ]);
    expect(found).toHaveLength(1);
    expect(await app.db.rows(`SELECT 1 FROM sessions s WHERE s::text LIKE '%' || $1 || '%'`, [token])).toHaveLength(0);
  });

  it('gives visitors neither a cookie nor a row', async () => {
    const before = await app.db.row('SELECT count(*) FROM sessions');
    const answer = await app.client().get('/sign-in', { accept: 'text/html' });
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await app.db.row('SELECT count(*) FROM sessions')).toEqual(before);
  });

  it.each([
    ['admin', '/admin'],
    ['accountant', '/books'],
    ['learner', '/learning'],
    ['author', '/account'],
  ])('leads the %s to %s', async (account, path) => {
    const fields = { email: `${account}@demo.glabella.test`, password: demoPassword };
    const answer = await app.client().form('/sign-in', fields);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, path]);
  });

  it.each([
    ['/bundles/x?code=1', '/bundles/x?code=1'],
    ['//evil.example', '/learning'],
    ['/\\evil.example', '/learning'],
    ['https:evil.example', '/learning'],
    ['/%5cevil.example', '/learning'],
  ])('with next=%j goes to %s', async (next, path) => {
    const fields = { email: 'learner@demo.glabella.test', password: demoPassword, next };
    expect((await app.client().form('/sign-in', fields)).headers.get('location')).toBe(path);
  });

  it('gives the form back with the address in it and the password not', async () => {
    const { status, text } = await app
      .client()
      .form('/sign-in', { email: 'x@example.com', password: 'my secret words', next: '/learning' });
    expect(status).toBe(422);
    expect(text).toContain('value="x@example.com"');
    expect(text).toContain('The e-mail address or the password is not right.');
    expect(text).toContain('value="/learning"');
    expect(text).not.toContain('my secret words');
  });

  it('refuses fields that are not asked for', async () => {
    const body = { email: 'learner@demo.glabella.test', password: demoPassword, roles: ['admin'] };
    expect((await app.client().post('/api/session', body)).status).toBe(400);
    expect((await app.client().form('/sign-in', { ...body, roles: 'admin' })).status).toBe(422);
  });

  it('sends a visitor to sign in first and then back', async () => {
    const answer = await app.client().get('/account?x=1', { accept: 'text/html' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?next=%2Faccount%3Fx%3D1']);
  });
});

describe('guessing passwords', () => {
  const guess = (email: string, guessed = 'a wrong guess') =>
    app.client().post<Refusal>('/api/session', { email, password: guessed });
  const allow = () => app.db.rows('DELETE FROM tries');
  beforeEach(allow);
  afterAll(allow);

  it('is asked for more patience after five slips, for unknown addresses just the same', async () => {
    for (const email of [await signUp(), newEmail()]) {
      for (let slip = 0; slip < 5; slip += 1) expect((await guess(email)).status).toBe(401);
      const answer = await guess(email);
      expect([answer.status, answer.body.code, answer.body.retryAfterSeconds]).toEqual([429, 'too_many_tries', 1]);
    }
  });

  it('begins anew once the right password was given', async () => {
    const email = await signUp();
    for (let round = 0; round < 3; round += 1) {
      for (let slip = 0; slip < 4; slip += 1) expect((await guess(email)).status).toBe(401);
      expect((await guess(email, password)).status).toBe(204);
    }
  });

  it('does not look at the right password while it must wait, and does afterwards', async () => {
    const email = await signUp();
    await app.db.rows(`UPDATE tries SET ip = '203.0.113.9'`);
    for (let slip = 0; slip < 9; slip += 1) {
      await guess(email);
      await app.db.rows(`UPDATE tries SET at = at - interval '20 seconds'`);
    }
    await guess(email);
    expect((await guess(email, password)).status).toBe(429);
    await app.db.rows(`UPDATE tries SET at = at - interval '40 seconds'`);
    expect((await guess(email, password)).status).toBe(204);
    expect((await guess(email)).status).toBe(401);
  });

  it('looks at few of many guesses that arrive at the same moment', async () => {
    const email = await signUp();
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, number) => guess(email, `guess number ${number}`)),
    );
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(6);
    expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
  });

  it('lets the owner in from where they usually come, whatever strangers elsewhere try', async () => {
    const email = await signUp();
    await app.signIn(email, password);
    for (let slip = 0; slip < 5; slip += 1) await guess(email);
    await app.db.rows(`UPDATE tries SET ip = '203.0.113.9'`);
    expect((await guess(email, password)).status).toBe(204);
  });

  it('slows down one address that tries one password on many accounts', async () => {
    for (let account = 0; account < 30; account += 1) await guess(newEmail());
    expect((await guess(newEmail())).status).toBe(429);
  });

  it('also counts when the present password is asked for', async () => {
    const email = await signUp();
    const client = await app.signIn(email, password);
    const change = { currentPassword: 'a wrong guess', newPassword: 'seven quiet boats return' };
    for (let slip = 0; slip < 5; slip += 1)
      expect((await client.post('/api/account/password', change)).status).toBe(422);
    expect((await client.post('/api/account/password', change)).status).toBe(429);
  });
});

describe('sessions', () => {
  it('end when the person signs out, at once and for good', async () => {
    const client = await app.signIn('learner');
    const cookie = cookieOf(client)!;
    const answer = await client.form('/sign-out', {});
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(cookieOf(client)).toBeUndefined();
    const thief = app.client();
    thief.setCookie('glabella', cookie);
    expect((await who(thief)).status).toBe(401);
  });

  it('are listed, the asking one first, and ended one by one', async () => {
    const email = await signUp();
    const [here, there] = [await app.signIn(email, password), await app.signIn(email, password)];
    const { items } = (await here.get<List<SessionItem>>('/api/account/sessions')).body;
    expect(items.map((item) => item.current)).toEqual([true, false]);
    expect((await here.delete(`/api/account/sessions/${items[1]!.id}`)).status).toBe(204);
    expect([(await who(here)).status, (await who(there)).status]).toEqual([200, 401]);
    expect((await here.delete(`/api/account/sessions/${items[1]!.id}`)).status).toBe(404);
  });

  it('of somebody else are not found', async () => {
    const [mine, theirs] = [await app.signIn('learner'), await app.signIn('learner2')];
    const { items } = (await theirs.get<List<SessionItem>>('/api/account/sessions')).body;
    expect((await mine.delete(`/api/account/sessions/${items[0]!.id}`)).status).toBe(404);
    expect((await mine.form(`/account/sessions/${items[0]!.id}/end`, {})).status).toBe(404);
    expect((await who(theirs)).status).toBe(200);
  });

  it('elsewhere all end by one button, and this one goes on', async () => {
    const email = await signUp();
    const [here, ...others] = [
      await app.signIn(email, password),
      await app.signIn(email, password),
      await app.signIn(email, password),
    ];
    const page = await here.get('/account', { accept: 'text/html' });
    expect(page.text).toContain('End the 2 other sessions');
    await here.form('/account/sessions/end-others', {});
    expect((await who(here)).status).toBe(200);
    for (const other of others) expect((await who(other)).status).toBe(401);
  });

  it.each([
    ['unused for 14 days', `last_seen_at = now() - interval '14 days'`],
    ['begun 30 days ago', `created_at = now() - interval '30 days', expires_at = now()`],
    ['ended', `ended_at = now()`],
  ])('are refused when %s', async (_, change) => {
    const email = await signUp();
    const client = await app.signIn(email, password);
    await app.db.rows(`UPDATE sessions SET ${change} WHERE person_id = $1`, [await personId(email)]);
    expect((await who(client)).status).toBe(401);
  });

  it('note when they were last seen, at most every five minutes', async () => {
    const email = await signUp();
    const client = await app.signIn(email, password);
    const id = await personId(email);
    const seen = async () =>
      (await app.db.row<{ ago: number }>(
        `SELECT extract(epoch FROM now() - last_seen_at)::int AS ago FROM sessions WHERE person_id = $1`,
        [id],
      ))!.ago;
    await app.db.rows(`UPDATE sessions SET last_seen_at = now() - interval '4 minutes' WHERE person_id = $1`, [id]);
    await who(client);
    expect(await seen()).toBeGreaterThanOrEqual(240);
    await app.db.rows(`UPDATE sessions SET last_seen_at = now() - interval '6 minutes' WHERE person_id = $1`, [id]);
    await who(client);
    expect(await seen()).toBeLessThan(60);
  });

  it('are refused when the signature of the cookie is not ours', async () => {
    const client = await app.signIn('learner');
    client.setCookie('glabella', cookieOf(client)!.replace(/.{6}$/, 'AAAAAA'));
    expect((await who(client)).status).toBe(401);
  });

  it('survive sweeping while they are alive; what is old goes', async () => {
    const client = await app.signIn('learner');
    await app.db.rows(
      `INSERT INTO tries (id, kind, email_hash, ip, at) VALUES (gen_random_uuid(), 'sign-in', 'x', '::1', now() - interval '2 days')`,
    );
    await app.get(SweepUsers).execute();
    expect(await app.db.rows(`SELECT 1 FROM tries WHERE at < now() - interval '1 day'`)).toEqual([]);
    expect((await who(client)).status).toBe(200);
  });
});

describe('passwords', () => {
  const fresh = 'seven quiet boats return';
  const requestReset = async (email: string) => {
    expect((await app.client().form('/forgot-password', { email })).headers.get('location')).toBe(
      '/forgot-password/sent',
    );
    return linkTo(email, 'reset-password');
  };

  it('are changed with the present one: other sessions end, this one goes on under a new id, the owner is told', async () => {
    const email = await signUp();
    const [here, there] = [await app.signIn(email, password), await app.signIn(email, password)];
    const before = cookieOf(here);
    const answer = await here.form('/account/password', { currentPassword: password, newPassword: fresh });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account?done=password-changed']);
    expect(cookieOf(here)).not.toBe(before);
    expect([(await who(here)).status, (await who(there)).status]).toEqual([200, 401]);
    expect((await mailsTo(email)).at(-1)!.kind).toBe('password-changed');
    await app.signIn(email, fresh);
    await expect(app.signIn(email, password)).rejects.toThrow('401');
  });

  it('are not changed with a wrong present one or to a weak one; the page says so at the field', async () => {
    const client = await app.signIn(await signUp(), password);
    const wrong = await client.form('/account/password', { currentPassword: 'no', newPassword: fresh });
    expect([wrong.status, wrong.text.includes('This is not your present password.')]).toEqual([422, true]);
    const weak = await client.form('/account/password', { currentPassword: password, newPassword: 'short' });
    expect([weak.status, weak.text.includes('Use at least 15 characters; this has 5.')]).toEqual([422, true]);
    expect((await who(client)).status).toBe(200);
  });

  it('are reset by a link: every session ends, the address counts as confirmed, the owner is told', async () => {
    const email = await signUp();
    const client = await app.signIn(email, password);
    const link = await requestReset(email);
    const answer = await app.client().form(link, { password: fresh });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?done=password-set']);
    expect((await who(client)).status).toBe(401);
    expect((await who(await app.signIn(email, fresh))).body).toMatchObject({ confirmed: true });
    expect((await mailsTo(email)).at(-1)!.kind).toBe('password-changed');
  });

  it('are reset once by a link', async () => {
    const link = await requestReset(await signUp());
    expect((await app.client().form(link, { password: fresh })).status).toBe(303);
    expect((await app.client().form(link, { password: `${fresh} again` })).status).toBe(410);
    expect((await app.client().get(link, { accept: 'text/html' })).status).toBe(410);
  });

  it('that are refused leave the link good for a better one', async () => {
    const link = await requestReset(await signUp());
    expect((await app.client().form(link, { password: 'short' })).status).toBe(422);
    expect((await app.client().form(link, { password: fresh })).status).toBe(303);
  });

  it('are not reset by a link that is 30 minutes old, or older than a change of the password', async () => {
    const email = await signUp();
    const old = await requestReset(email);
    await app.db.rows(
      `UPDATE tokens SET expires_at = expires_at - interval '30 minutes' WHERE kind = 'reset-password'`,
    );
    expect((await app.client().form(old, { password: fresh })).status).toBe(410);

    const email2 = await signUp();
    const before = await requestReset(email2);
    const client = await app.signIn(email2, password);
    await client.post('/api/account/password', { currentPassword: password, newPassword: fresh });
    expect((await app.client().form(before, { password: `${fresh} again` })).status).toBe(410);
  });

  it('are not reset by a confirming link', async () => {
    const token = (await linkTo(await signUp(), 'confirm-email')).split('/').at(-1)!;
    expect((await app.client().post('/api/password-resets/use', { token, password: fresh })).status).toBe(410);
    expect((await app.client().get(`/reset-password/${token}`, { accept: 'text/html' })).status).toBe(410);
  });

  it('of nobody are asked for with the same answer, and no mail is written', async () => {
    const [known, unknown] = [await signUp(), newEmail()];
    const request = (email: string) => app.client().post<{ message: string }>('/api/password-resets', { email });
    const [first, second] = [await request(known), await request(unknown)];
    expect([first.status, second.status, second.body]).toEqual([202, 202, first.body]);
    await linkTo(known, 'reset-password');
    expect(await mailsTo(unknown)).toEqual([]);
  });

  it('are reset at our own address, whatever host the request names', async () => {
    const email = await signUp();
    await app.client().post('/api/password-resets', { email }, { 'x-forwarded-host': 'evil.example' });
    await linkTo(email, 'reset-password');
    const mail = (await mailsTo(email)).at(-1)!;
    expect(mail.text + mail.html).not.toContain('evil.example');
    expect(mail.text).toContain(`${app.url}/reset-password/`);
  });

  it('never stand in the database or in a mail', async () => {
    const email = await signUp();
    const rows = await app.db.rows<{ all: string }>(
      `SELECT p::text AS all FROM people p UNION ALL SELECT m::text FROM mails m UNION ALL SELECT f::text FROM facts f`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => row.all.includes(password))).toEqual([]);
    const person = await app.db.row<{ password_hash: string }>('SELECT password_hash FROM people WHERE email = $1', [
      email,
    ]);
    expect(person!.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

describe('roles', () => {
  const reason = 'Joined the staff';

  it('are given by an admin with a reason, and count from the next sign-in, under a new session', async () => {
    const email = await signUp();
    const [admin, person] = [await app.signIn('admin'), await app.signIn(email, password)];
    const id = await personId(email);
    const answer = await admin.form(`/admin/people/${id}/roles`, { role: 'accountant', reason });
    expect(answer.headers.get('location')).toBe(`/admin/people/${id}?done=role-granted`);
    expect((await who(person)).status).toBe(401);
    expect((await who(await app.signIn(email, password))).body.roles).toEqual(['accountant', 'learner']);
    const detail = (await admin.get<{ roleChanges: { at: string }[] }>(`/api/admin/people/${id}`)).body;
    expect(detail.roleChanges).toEqual([
      { role: 'accountant', change: 'granted', by: 'Ruth Adeyemi', reason, at: detail.roleChanges[0]!.at },
    ]);
  });

  it('are taken away at once', async () => {
    const email = await signUp();
    const id = await personId(email);
    const admin = await app.signIn('admin');
    await admin.post(`/api/admin/people/${id}/roles`, { role: 'admin', reason });
    const person = await app.signIn(email, password);
    expect((await person.get('/api/admin/people')).status).toBe(200);
    expect((await admin.post(`/api/admin/people/${id}/roles/admin/revocation`, { reason })).status).toBe(204);
    expect((await person.get('/api/admin/people')).status).toBe(401);
    expect((await (await app.signIn(email, password)).get('/api/admin/people')).status).toBe(403);
  });

  it('given twice are given once', async () => {
    const id = await personId(await signUp());
    const change = { personId: id, role: 'author', by: null, reason } as const;
    await Promise.all([app.get(GrantRole).execute(change), app.get(GrantRole).execute(change)]);
    expect(await app.db.rows('SELECT 1 FROM role_changes WHERE person_id = $1', [id])).toHaveLength(1);
    const told = `SELECT data ->> 'role' AS role FROM facts WHERE name = 'role.granted' AND data ->> 'personId' = $1`;
    expect(await app.db.rows(told, [id])).toEqual([{ role: change.role }]);
  });

  it('of the last admin stay, also when two admins revoke each other at the same moment', async () => {
    const first = await personId('admin@demo.glabella.test');
    const second = await personId(await signUp());
    await app.get(GrantRole).execute({ personId: second, role: 'admin', by: null, reason });
    const revoke = (id: string, by: string) => app.get(RevokeRole).execute({ personId: id, role: 'admin', by, reason });
    const outcomes = await Promise.allSettled([revoke(first, second), revoke(second, first)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')!.reason).toMatchObject({ code: 'last_admin' });
    await app.get(GrantRole).execute({ personId: first, role: 'admin', by: null, reason });
    await app.get(RevokeRole).execute({ personId: second, role: 'admin', by: null, reason });
  });

  it('are not changed without a reason, with an unknown role, or for nobody; the form keeps what was typed', async () => {
    const id = await personId(await signUp());
    const admin = await app.signIn('admin');
    const noReason = await admin.form(`/admin/people/${id}/roles`, { role: 'examiner', reason: ' ' });
    expect([noReason.status, noReason.text.includes('Say why, in a few words.')]).toEqual([422, true]);
    expect(noReason.text).toMatch(/<option value="examiner" selected/);
    expect((await admin.post(`/api/admin/people/${id}/roles`, { role: 'owner', reason })).status).toBe(400);
    const nobody = '01a2048d-8b3f-767b-8084-bdeb0eb93bcb';
    expect((await admin.post(`/api/admin/people/${nobody}/roles`, { role: 'author', reason })).status).toBe(404);
  });

  it('decide who sees people: everybody but an admin is refused, and learns nothing', async () => {
    const id = await personId('learner2@demo.glabella.test');
    for (const account of ['learner', 'author', 'accountant', 'preceptor', 'examiner']) {
      const client = await app.signIn(account);
      for (const path of ['/admin/people', `/admin/people/${id}`, '/api/admin/people', `/api/admin/people/${id}`]) {
        const answer = await client.get(path);
        expect([account, path, answer.status]).toEqual([account, path, 403]);
        expect(answer.text).not.toContain('learner2@');
      }
      expect((await client.post(`/api/admin/people/${id}/roles`, { role: 'admin', reason })).status).toBe(403);
    }
  });

  it('are found by name, address and role, page by page', async () => {
    const admin = await app.signIn('admin');
    const found = (await admin.get<List<PersonItem>>('/api/admin/people?search=MARCHETTI')).body;
    expect(found.items.map((item) => item.email)).toEqual(['learner@demo.glabella.test']);
    expect((await admin.get<List<PersonItem>>('/api/admin/people?search=%25')).body.items).toEqual([]);
    const accountants = (await admin.get<List<PersonItem>>('/api/admin/people?role=accountant&search=conor')).body
      .items;
    expect(accountants).toHaveLength(1);
    const first = (await admin.get<List<PersonItem>>('/api/admin/people?limit=2')).body;
    const second = (await admin.get<List<PersonItem>>(`/api/admin/people?limit=2&after=${first.next}`)).body;
    expect(new Set([...first.items, ...second.items].map((item) => item.id)).size).toBe(4);
    const page = await admin.get('/admin/people?search=nobody-like-this', { accept: 'text/html' });
    expect(page.text).toContain('Nobody found');
  });
});

describe('the walls', () => {
  it('refuse writes that do not come from our own pages, on every route of people', async () => {
    const client = await app.signIn('admin');
    const id = await personId('learner2@demo.glabella.test');
    const writes: [string, string][] = [
      ['POST', '/sign-up'],
      ['POST', '/sign-in'],
      ['POST', '/sign-out'],
      ['POST', '/forgot-password'],
      ['POST', '/confirm/x'],
      ['POST', '/reset-password/x'],
      ['POST', '/account/password'],
      ['POST', '/account/confirmation'],
      ['POST', '/account/sessions/end-others'],
      ['POST', `/admin/people/${id}/roles`],
      ['POST', `/admin/people/${id}/roles/revocation`],
      ['POST', '/api/people'],
      ['POST', '/api/session'],
      ['DELETE', '/api/session'],
      ['POST', '/api/account/password'],
      ['DELETE', '/api/account/sessions'],
      ['POST', `/api/admin/people/${id}/roles`],
    ];
    for (const [method, path] of writes) {
      for (const origin of ['https://evil.example', 'null']) {
        const headers = { origin, 'content-type': 'text/plain', accept: 'application/json' };
        const answer = await client.raw<{ code: string }>(method, path, '{}', headers);
        expect([method, path, answer.status, answer.body.code]).toEqual([method, path, 403, 'foreign_origin']);
      }
    }
    expect((await who(client)).status).toBe(200);
  });

  it('let no signed-in page be kept by a cache', async () => {
    const client = await app.signIn('learner');
    expect((await client.get('/account', { accept: 'text/html' })).headers.get('cache-control')).toBe('no-store');
  });

  it('keep the history of roles as it was written', async () => {
    await expect(app.db.rows('DELETE FROM role_changes')).rejects.toThrow('append-only');
  });

  it('send a resend to somebody unconfirmed and to nobody else', async () => {
    const email = await signUp();
    const client = await app.signIn(email, password);
    expect((await client.get('/account', { accept: 'text/html' })).text).toContain(
      'Please confirm your e-mail address',
    );
    await client.form('/account/confirmation', {});
    expect((await mailsTo(email)).map(({ kind }) => kind)).toEqual(['confirm-email', 'confirm-email']);
    const confirmed = await app.signIn('learner');
    await confirmed.form('/account/confirmation', {});
    expect((await mailsTo('learner@demo.glabella.test')).filter(({ kind }) => kind === 'confirm-email')).toEqual([]);
  });
});
