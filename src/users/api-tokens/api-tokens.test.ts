import { demoPassword } from '../../process/demo-people.js';
import { tokenAreas } from '../../process/token-areas.js';
import { newId } from '../../shared/index.js';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { ErasePerson } from '../index.js';
import { requestsPerMinute } from './token-owners.js';

const json = { 'content-type': 'application/json' };
const currentPassword = demoPassword;

describe('a token for a program', () => {
  let app: TestApp;
  let admin: Client;
  let n = 0;
  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    admin = await app.signIn('admin');
  }, 120_000);
  afterAll(() => app.close());

  const somebody = async (...roles: string[]) => {
    const [id, email] = [newId(), `owner-${(n += 1)}@example.test`];
    await app.db.rows(
      `INSERT INTO people (id, email, name, password_hash, confirmed_at)
       SELECT $1, $2, 'Owner', password_hash, now() FROM people WHERE email LIKE 'learner@%'`,
      [id, email],
    );
    for (const role of roles)
      await app.db.rows('INSERT INTO person_roles (person_id, role) VALUES ($1, $2)', [id, role]);
    return { id, email, client: await app.signIn(email) };
  };
  const wanted = (scopes: string[], more: object = {}) => ({
    name: 'Reports',
    scopes,
    days: 30,
    currentPassword,
    ...more,
  });
  const made = async (who: Client, ...scopes: string[]) => {
    const { status, body } = await who.post('/api/account/tokens', wanted(scopes));
    expect(status).toBe(201);
    return body as { id: string; token: string };
  };
  /** As a program asks: no cookie, no origin. */
  const ask = async (token: string, path: string, method = 'GET', more: Record<string, string> = {}) => {
    const answer = await fetch(app.url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(method !== 'GET' && json), ...more },
      ...(method !== 'GET' && { body: '{}' }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : text };
  };

  it('is shown once, kept as a hash, and lets a program read what it was made for', async () => {
    const { client, email } = await somebody('learner');
    const { token, id: tokenId } = await made(client, 'orders:read');
    expect(token).toMatch(/^glb_[\w-]{43}$/);
    expect((await ask(token, '/api/orders')).status).toBe(200);
    const [listed] = (await client.get('/api/account/tokens')).body.items;
    expect(listed).toMatchObject({
      id: tokenId,
      name: 'Reports',
      scopes: ['orders:read'],
      beginsWith: token.slice(0, 10),
    });
    expect(listed.lastUsedAt).not.toBeNull();
    const [row] = await app.db.rows('SELECT row_to_json(t)::text AS kept FROM api_tokens t WHERE id = $1', [tokenId]);
    expect(JSON.stringify(row)).not.toContain(token.slice(12));
    const [mail] = await app.db.rows<any>(`SELECT text FROM mails WHERE kind = 'token-made' AND to_email = $1`, [
      email,
    ]);
    expect(mail.text).toContain(token.slice(0, 10));
    expect(mail.text).not.toContain(token);
  });

  it('opens nothing beyond its scopes, and says what would', async () => {
    const { client } = await somebody('learner');
    const { token } = await made(client, 'orders:read', 'certificates:read');
    const refused = await ask(token, '/api/orders', 'POST');
    expect(refused).toMatchObject({ status: 403, body: { code: 'out_of_scope', needed: ['orders:write'] } });
    expect((await ask(token, '/api/learning')).body).toMatchObject({ code: 'out_of_scope', needed: ['learning:read'] });
    // A spelling that the router takes for the same does not open more.
    for (const path of ['/API/Learning', '/api/learning/', '/api//learning'])
      expect([403, 404]).toContain((await ask(token, path)).status);
  });

  it('never gives more than its person may, from the moment that they may no more', async () => {
    const { client, id } = await somebody('learner', 'admin');
    const everything = tokenAreas.areas.map(({ name }) => `${name}:read`);
    const { token } = await made(client, ...everything);
    expect((await ask(token, '/api/admin/people')).status).toBe(200);
    expect((await ask(token, '/api/books/journal')).status).toBe(200);
    await app.db.rows(`DELETE FROM person_roles WHERE person_id = $1 AND role = 'admin'`, [id]);
    expect((await ask(token, '/api/admin/people')).body.code).toBe('forbidden');
    expect((await ask(token, '/api/books/journal')).body.code).toBe('forbidden');
  });

  it('makes no tokens, and touches neither account nor roles nor pages', async () => {
    const { client } = await somebody('learner', 'admin');
    const { token } = await made(client, 'people:read', 'sales:write', 'learning:write');
    const account = ['/api/account/tokens', '/api/account/sessions', '/api/session', '/api/account/erasure'];
    for (const path of [...account, '/account/tokens', '/admin/people'])
      expect(await ask(token, path)).toMatchObject({ status: 403 });
    for (const path of [
      '/api/account/tokens',
      '/api/account/password',
      `/api/admin/people/${newId()}/roles`,
      '/sign-out',
    ])
      expect(await ask(token, path, 'POST')).toMatchObject({ status: 403 });
  });

  it('writes without an origin, and no cookie that comes along counts', async () => {
    const { client } = await somebody('learner', 'admin');
    const { token } = await made(client, 'learning:read', 'orders:write');
    expect((await ask(token, '/api/quotes', 'POST')).status).toBe(400);
    const cookie = admin.cookieHeader();
    expect((await ask(token, '/api/account/sessions', 'GET', { cookie })).status).toBe(403);
    const stranger = await ask('glb_unknown', '/api/account/sessions', 'GET', { cookie });
    expect(stranger).toMatchObject({ status: 401, body: { code: 'unknown_token' } });
    // What is no token of ours is not in the way, and does not stand in for the origin.
    expect((await ask('something', '/api/quotes', 'POST', { cookie })).body.code).toBe('foreign_origin');
  });

  it.each(['expires_at = now()', 'ended_at = now()'])('is unknown once %s', async (change) => {
    const { client } = await somebody('learner');
    const { id, token } = await made(client, 'orders:read');
    await app.db.rows(`UPDATE api_tokens SET created_at = now() - interval '1 day', ${change} WHERE id = $1`, [id]);
    expect(await ask(token, '/api/orders')).toMatchObject({ status: 401, body: { code: 'unknown_token' } });
    expect((await client.get('/api/account/tokens')).body.items).toEqual([]);
  });

  it('is ended by its owner and by nobody else', async () => {
    const { client } = await somebody('learner');
    const { id, token } = await made(client, 'orders:read');
    expect((await admin.delete(`/api/account/tokens/${id}`)).status).toBe(404);
    expect((await ask(token, '/api/orders')).status).toBe(200);
    expect((await client.form(`/account/tokens/${id}/end`, {})).headers.get('location')).toContain('token-ended');
    expect((await client.delete(`/api/account/tokens/${id}`)).status).toBe(404);
    expect((await ask(token, '/api/orders')).status).toBe(401);
  });

  it('ends with a new password and with the account', async () => {
    const { client, id } = await somebody('learner');
    const { token } = await made(client, 'orders:read');
    const newPassword = 'quite another long pass phrase';
    expect((await client.post('/api/account/password', { currentPassword, newPassword })).status).toBe(204);
    expect((await ask(token, '/api/orders')).status).toBe(401);
    const { body } = await client.post(
      '/api/account/tokens',
      wanted(['orders:read'], { currentPassword: newPassword }),
    );
    expect((await ask(body.token, '/api/orders')).status).toBe(200);
    expect(await app.get(ErasePerson).execute(id)).toBe(true);
    expect((await ask(body.token, '/api/orders')).status).toBe(401);
    expect(await app.db.rows('SELECT 1 FROM api_tokens WHERE person_id = $1', [id])).toEqual([]);
  });

  it('is not made with a wrong password, without a confirmed address, for nothing or for what there is not', async () => {
    const { client, id } = await somebody('learner');
    const make = (body: object) => client.post('/api/account/tokens', body);
    expect((await make(wanted(['orders:read'], { currentPassword: 'wrong' }))).body.code).toBe('wrong_password');
    expect((await make(wanted(['everything']))).body.errors).toEqual({ scopes: 'Choose from what is offered.' });
    expect((await make(wanted([]))).body.errors).toEqual({ scopes: 'Choose what it may do.' });
    expect((await make(wanted(['orders:read'], { days: 31 }))).body.errors).toEqual({
      days: 'Choose one of the times.',
    });
    await app.db.rows('UPDATE people SET confirmed_at = NULL WHERE id = $1', [id]);
    expect((await make(wanted(['orders:read']))).body.code).toBe('unconfirmed');
  });

  it('is one of twenty at most, also when many are asked for at once', async () => {
    const { client, id } = await somebody('learner');
    await app.db.rows(
      `INSERT INTO api_tokens (id, person_id, name, token_hash, begins_with, scopes, expires_at)
       SELECT gen_random_uuid(), $1, 'x', sha256(n::text::bytea), 'glb_123456', '{a}', now() + interval '1 day'
       FROM generate_series(1, 18) AS n`,
      [id],
    );
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => client.post('/api/account/tokens', wanted(['orders:read']))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409]);
  });

  it('may ask so often a minute and no more', async () => {
    const { client } = await somebody('learner');
    const { token } = await made(client, 'catalogue:read');
    for (let done = 0; done < requestsPerMinute; done += 50)
      await Promise.all(Array.from({ length: 50 }, () => ask(token, '/api/markets')));
    expect((await ask(token, '/api/markets')).body).toMatchObject({
      code: 'too_many_requests',
      retryAfterSeconds: expect.any(Number),
    });
    const other = await made(client, 'catalogue:read');
    expect((await ask(other.token, '/api/markets')).status).toBe(200);
  }, 60_000);

  it('is made on a page that shows it, and comes back filled when something is wrong', async () => {
    const { client } = await somebody('learner');
    const fields = { name: 'Payroll', scopes: 'orders:read', days: '365' };
    const offered = (await client.get('/account/tokens', { accept: 'text/html' })).text;
    expect([offered.includes('orders:read'), offered.includes('books:read')]).toEqual([true, false]);
    const wrong = await client.form('/account/tokens', { ...fields, currentPassword: 'wrong' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('This is not your present password.');
    expect(wrong.text).toMatch(/value="Payroll"/);
    expect(wrong.text).toMatch(/value="orders:read"[^>]*checked/);
    const shown = await client.form('/account/tokens', { ...fields, currentPassword });
    expect([shown.status, shown.headers.get('location')]).toEqual([201, null]);
    expect(shown.headers.get('cache-control')).toContain('no-store');
    const token = /glb_[\w-]{43}/.exec(shown.text)![0];
    expect((await ask(token, '/api/orders')).status).toBe(200);
    const list = (await client.get('/account/tokens')).text;
    expect(list).toContain('Payroll');
    expect(list).not.toContain(token);
  });

  it('opens only routes that there are, none of them about accounts, roles or exams, as the description says', async () => {
    const { paths } = (await app.client().get('/api/openapi.json')).body;
    const scopes = (path: string, method: string) =>
      paths[path][method].security.flatMap(({ token }: { token?: string[] }) => token ?? []);
    expect(scopes('/api/orders', 'post')).toEqual(['orders:write']);
    const opened = Object.keys(paths).flatMap((path) =>
      Object.keys(paths[path])
        .filter((method) => scopes(path, method).length > 0)
        .map((method) => `${method} ${path}`),
    );
    expect(
      opened.filter((route) => /api\/account|session|attempt|preceptor|examiner|licence|erasure$/.test(route)),
    ).toEqual(['get /api/admin/people/{id}/erasure']);
    expect(opened.filter((route) => /^(post|put|patch|delete) .*people/.test(route))).toEqual([]);
    const begins = tokenAreas.areas.flatMap(({ read, write = [] }) => [...read, ...write]);
    const dead = begins.filter((begin) => {
      const path = `/api/${begin}`.replace(/:(\w+)/g, '{$1}');
      return !Object.keys(paths).some(
        (one) => one === path || one.startsWith(`${path}/`) || one.startsWith(`${path}.`),
      );
    });
    expect(dead).toEqual([]);
  });
});
