import { type Client, freePort, MailServer, testApp, type TestApp } from '../../../test/support/index.js';
import { demoPassword } from '../../process/demo-people.js';
import { EnsurePerson } from '../../users/ensure-person.js';
import { Mailer } from '../index.js';
import { SendMail } from '../sending/send-mail.js';
import { type Topic, topics } from '../topics.js';

let app: TestApp;
let server: MailServer;
beforeAll(async () => {
  const port = await freePort();
  server = new MailServer(port);
  await server.listen();
  // Without jobs: the test carries each mail itself.
  app = await testApp({ PROCESS: 'web', SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_QUIET_HOURS: '00:00-00:00 UTC' });
}, 120_000);
afterAll(async () => {
  await app.close();
  await server.close();
});

interface State {
  id: string;
  sent: boolean;
  why: string | null;
  token: string | null;
}
let count = 0;
async function somebody(): Promise<{ email: string; client: Client }> {
  const email = `reader-${(count += 1)}@mail.test`;
  await app.get(EnsurePerson).execute({ name: 'Reader', email, roles: ['learner'], password: demoPassword });
  return { email, client: await app.signIn(email) };
}
const stateOf = async (key: string) =>
  (await app.db.row<State>(
    `SELECT id, sent_at IS NOT NULL AS sent, withheld_why AS why, stop_token AS token FROM mails WHERE dedupe_key = $1`,
    [key],
  ))!;
async function write(email: string, topic?: Topic): Promise<string> {
  const dedupeKey = `test:${(count += 1)}`;
  const to = { name: 'Reader', email };
  await app.db.transaction((tx) =>
    app.get(Mailer).send(tx, { to, kind: 'test', ...(topic && { topic }), subject: 'S', parts: ['P'], dedupeKey }),
  );
  return dedupeKey;
}
async function carry(key: string): Promise<State> {
  await app.get(SendMail).execute({ mailId: (await stateOf(key)).id });
  return stateOf(key);
}
const choose = (client: Client, wishes: Partial<Record<Topic, boolean>>) =>
  client.put('/api/account/mail', { topics: wishes });

describe('what somebody gets by mail', () => {
  it('is, unasked, everything but news', async () => {
    const { email, client } = await somebody();
    const { body } = await client.get('/api/account/mail');
    expect(body.topics).toEqual({ study: true, deadlines: true, discussion: true, news: false });
    for (const topic of topics) {
      const { sent, why } = await carry(await write(email, topic));
      expect({ topic, sent, why }).toEqual({ topic, sent: topic !== 'news', why: topic === 'news' ? 'stopped' : null });
    }
  });

  it('follows the choice that holds when the mail leaves, and mails that people need leave always', async () => {
    const { email, client } = await somebody();
    const before = await write(email, 'study');
    expect((await choose(client, { study: false, news: true })).status).toBe(204);
    expect((await carry(before)).why).toBe('stopped');
    expect((await carry(await write(email, 'news'))).sent).toBe(true);
    expect((await carry(await write(email))).sent).toBe(true);
    await choose(client, { study: true });
    expect((await carry(await write(email, 'study'))).sent).toBe(true);
    expect((await carry(before)).why).toBe('stopped');
  });

  it('is kept choice by choice, and choosing the same again writes nothing', async () => {
    const { email, client } = await somebody();
    for (const wanted of [false, false, true, true, false]) await choose(client, { study: wanted, news: false });
    const rows = await app.db.rows(
      `SELECT topic, wanted, how FROM mail_choices WHERE address = mail_address($1) ORDER BY id`,
      [email.toUpperCase()],
    );
    expect(rows).toEqual([false, true, false].map((wanted) => ({ topic: 'study', wanted, how: 'account' })));
  });

  it('is chosen on a page that keeps what was typed wrong and says so at the field', async () => {
    const { client } = await somebody();
    const page = await client.get('/account/mail', { accept: 'text/html' });
    expect(page.text).toMatch(/name="study"[^>]*checked/);
    expect(page.text).not.toMatch(/name="news"[^>]*checked/);
    const wrong = await client.form('/account/mail', { news: 'yes', from: '25:00', to: '07:30', zone: 'Moon/Crater' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Write a time of day like 21:00.');
    expect(wrong.text).toContain('Choose a time zone from the list.');
    expect(wrong.text).toMatch(/name="news"[^>]*checked/);
    expect(wrong.text).toContain('value="07:30"');
    const right = await client.form('/account/mail', {
      news: 'yes',
      from: '22:15',
      to: '07:30',
      zone: 'America/New_York',
    });
    expect([right.status, right.headers.get('location')]).toEqual([303, '/account/mail?done=saved']);
    expect((await client.get('/api/account/mail')).body).toEqual({
      topics: { study: false, deadlines: false, discussion: false, news: true },
      quiet: { from: '22:15', to: '07:30', zone: 'America/New_York' },
      broken: null,
    });
  });

  it('cannot be chosen by somebody who has not shown that the address is theirs', async () => {
    const client = app.client();
    const email = 'not-theirs@mail.test';
    await client.post('/api/people', { name: 'Stranger', email, password: demoPassword });
    await client.post('/api/session', { email, password: demoPassword });
    const answer = await choose(client, { news: true });
    expect([answer.status, answer.body.code]).toEqual([409, 'unconfirmed']);
    const page = await client.form('/account/mail', { news: 'yes', from: '21:00', to: '08:00', zone: 'UTC' });
    expect(page.text).toContain('Confirm your e-mail address first');
  });

  it('is refused with the reason at its field when the API is asked for nonsense', async () => {
    const { client } = await somebody();
    const answer = await client.put('/api/account/mail', { topics: { gossip: true } });
    expect(answer.status).toBe(400);
    const quiet = await client.put('/api/account/mail', { topics: {}, quiet: { from: '9', to: '10:00', zone: 'UTC' } });
    expect(Object.keys(quiet.body.errors as object)).toEqual(['quiet.from']);
  });
});

describe('the link at the foot of an optional mail', () => {
  it('stops its kind without signing in, only by a press, and can be undone', async () => {
    const { email } = await somebody();
    const first = await carry(await write(email, 'study'));
    const address = `/mail/stop/${first.token}`;
    const visitor = app.client();
    const page = await visitor.get(address, { accept: 'text/html' });
    expect(page.text).toContain('r…@mail.test');
    expect(page.text).not.toContain(email);
    expect((await carry(await write(email, 'study'))).sent).toBe(true);
    expect((await visitor.form(address, {})).headers.get('location')).toBe(address);
    expect((await visitor.get(`/api${address}`)).body).toEqual({
      address: 'r…@mail.test',
      topic: 'study',
      wanted: false,
    });
    expect((await carry(await write(email, 'study'))).why).toBe('stopped');
    expect((await carry(await write(email, 'deadlines'))).sent).toBe(true);
    await visitor.form(`${address}/undo`, {});
    expect((await carry(await write(email, 'study'))).sent).toBe(true);
    expect((await visitor.put(`/api${address}`, { wanted: false })).status).toBe(204);
    expect((await carry(await write(email, 'study'))).why).toBe('stopped');
  });

  it('is in the headers that mail programs read, and a post of theirs stops it with one click', async () => {
    const { email } = await somebody();
    const { token } = await carry(await write(email, 'discussion'));
    const [mail] = server.to(email);
    const unfolded = mail!.replace(/\n[ \t]+/g, ' ');
    expect(unfolded).toContain(`List-Unsubscribe: <${app.url}/mail/stop/${token}>`);
    expect(unfolded).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const answer = await fetch(`${app.url}/mail/stop/${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect((await carry(await write(email, 'discussion'))).why).toBe('stopped');
    const [kept] = await app.db.rows(`SELECT how FROM mail_choices WHERE address = mail_address($1)`, [email]);
    expect(kept).toEqual({ how: 'one-click' });
  });

  it('is not in a mail that people need', async () => {
    const { email } = await somebody();
    const { token } = await carry(await write(email));
    expect(token).toBeNull();
    expect(server.to(email)[0]).not.toMatch(/unsubscribe|mail\/stop/i);
  });

  it('leads nowhere when nobody was sent it', async () => {
    for (const path of ['/mail/stop/nothing', '/api/mail/stop/nothing'])
      expect((await app.client().get(path)).status).toBe(404);
    expect((await app.client().form('/mail/stop/nothing', {})).status).toBe(404);
  });
});

describe('quiet hours', () => {
  const near = async (offset: string) =>
    (await app.db.row<{ at: string }>(`SELECT to_char(now() AT TIME ZONE 'UTC' + $1::interval, 'HH24:MI') AS at`, [
      offset,
    ]))!.at;
  const waiting = async (id: string) =>
    app.db.rows<{ hours: number }>(
      `SELECT round(extract(epoch FROM start_after - now()) / 3600, 1)::float8 AS hours FROM pgboss.job
       WHERE name = 'mail.send' AND data ->> 'mailId' = $1 AND start_after > now() + interval '30 minutes'`,
      [id],
    );

  it('hold back an optional mail until they are over, and no other', async () => {
    const { email, client } = await somebody();
    const quiet = { zone: 'UTC', from: await near('-1 hour'), to: await near('2 hours') };
    await client.put('/api/account/mail', { topics: {}, quiet });
    const optional = await carry(await write(email, 'study'));
    expect(optional).toMatchObject({ sent: false, why: null });
    const [job] = await waiting(optional.id);
    expect(job!.hours).toBeGreaterThan(1.9);
    expect(job!.hours).toBeLessThan(2.1);
    expect((await carry(await write(email))).sent).toBe(true);
    await client.put('/api/account/mail', { topics: {}, quiet: { ...quiet, from: quiet.to } });
    await app.get(SendMail).execute({ mailId: optional.id });
    expect(server.to(email)).toHaveLength(2);
  });
});
