import { createHmac } from 'node:crypto';
import { GrantAccess } from '../../enrollment/index.js';
import { newId } from '../../shared/index.js';
import {
  type Client,
  eventually,
  HookServer,
  type Received,
  testApp,
  type TestApp,
} from '../../../test/support/index.js';
import { Names } from '../sending/names.js';
import { PostMessage } from '../sending/post-message.js';
import { DeliverMessage, type DueAttempt } from './deliver-message.js';
import { SweepMessages } from './sweep-messages.js';
import { TellEndpoints } from './tell-endpoints.js';

/** As a receiver does it, by the words of the standard. */
const isSignedBy = (secret: string, { headers, body }: Received): boolean => {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const text = `${headers['webhook-id'] as string}.${headers['webhook-timestamp'] as string}.${body}`;
  const mine = `v1,${createHmac('sha256', key).update(text).digest('base64')}`;
  return (headers['webhook-signature'] as string).split(' ').includes(mine);
};

describe('a webhook', () => {
  let app: TestApp;
  let admin: Client;
  let hook: HookServer;
  let enrollmentId: string;
  const local = { OUTGOING_NETWORKS: '127.0.0.1' };

  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web', ...local });
    admin = await app.signIn('admin');
    const learner = await app.db.row<{ id: string }>(`SELECT id FROM people WHERE email LIKE 'learner@%'`);
    const course = await app.db.row<{ id: string }>(`SELECT id FROM courses WHERE slug = 'foundations'`);
    await app.db.transaction((tx) =>
      app.get(GrantAccess).grant(tx, {
        ...{ personId: learner!.id, sourceKind: 'test', sourceId: newId(), courseIds: [course!.id] },
      }),
    );
    enrollmentId = (await app.db.row<{ id: string }>('SELECT id FROM enrollments WHERE person_id = $1', [learner!.id]))!
      .id;
    app.get(PostMessage).patienceMs = 400;
  }, 120_000);
  afterAll(() => app.close());
  beforeEach(async () => {
    hook = new HookServer();
    await hook.listen();
  });
  afterEach(async () => {
    await hook.close();
    await app.db.rows(`UPDATE webhook_endpoints SET closed_at = now(), closed_because = 'removed'`);
  });

  const events = ['course.completed'];
  const add = async (body: object = {}) => {
    const answer = await admin.post('/api/admin/webhooks', { url: hook.url, events, ...body });
    expect(answer.status).toBe(201);
    return answer.body as { id: string; secret: string };
  };
  const tell = (id = newId()) =>
    app.get(TellEndpoints).completed({ id, name: 'course.completed', data: { enrollmentId } });
  const last = async () =>
    (await app.db.row<DueAttempt>('SELECT id, round, tries FROM webhook_deliveries ORDER BY id DESC LIMIT 1'))!;
  const attempt = async () => app.get(DeliverMessage).execute(await last());
  const shown = async (id: string) => {
    const { items } = (await admin.get(`/api/admin/webhooks/${id}/deliveries`)).body;
    return (await admin.get(`/api/admin/webhooks/${id}/deliveries/${items[0].id}`)).body;
  };
  const standing = async (id: string) => (await admin.get(`/api/admin/webhooks/${id}`)).body;

  it('tells what happened by numbers and titles alone, signed as the standard asks', async () => {
    const { secret } = await add();
    await tell();
    await attempt();
    const [message] = hook.received;
    expect(hook.received).toHaveLength(1);
    expect(message).toMatchObject({ method: 'POST', path: '/hook', headers: { 'content-type': 'application/json' } });
    expect(isSignedBy(secret, message!)).toBe(true);
    expect(isSignedBy(secret, { ...message!, body: `${message!.body} ` })).toBe(false);
    const now = (await app.db.row<{ now: Date }>('SELECT now() AS now'))!.now.getTime() / 1000;
    expect(Math.abs(Number(message!.headers['webhook-timestamp']) - now)).toBeLessThan(10);
    const course = { slug: 'foundations', title: expect.any(String), edition: expect.any(Number) };
    expect(JSON.parse(message!.body)).toEqual({
      type: 'course.completed',
      timestamp: expect.stringMatching(/Z$/),
      data: { enrollmentId, learnerId: expect.any(String), course },
    });
    expect(message!.body).not.toMatch(/@|Marchetti/);
  });

  it('tells the same fact once, to those who listen and to nobody else', async () => {
    const [one, other] = [await add(), await add({ events: ['certificate.issued', 'certificate.revoked'] })];
    const fact = newId();
    await Promise.all([tell(fact), tell(fact)]);
    await tell(fact);
    expect((await admin.get(`/api/admin/webhooks/${one.id}/deliveries`)).body.items).toHaveLength(1);
    expect((await admin.get(`/api/admin/webhooks/${other.id}/deliveries`)).body.items).toEqual([]);
    const due = await last();
    await app.get(DeliverMessage).execute(due);
    await app.get(DeliverMessage).execute(due);
    expect(hook.received).toHaveLength(1);
  });

  it.each([
    ['refuse', 'answered', 500],
    ['redirect', 'redirected', 302],
    ['hang', 'timed-out', null],
    ['late', 'timed-out', null],
    ['hang-up', 'unreachable', null],
  ] as const)('whose receiver would %s is tried again under the same id', async (mood, outcome, status) => {
    const { id } = await add();
    hook.mood = mood;
    await tell();
    await attempt();
    const first = await shown(id);
    expect(first).toMatchObject({ standing: 'waiting', tries: 1, outcome, status, attempts: [{ outcome, status }] });
    expect(new Date(first.nextAt).getTime()).toBeGreaterThan(new Date(first.attempts[0].at).getTime());
    expect((await standing(id)).failingSince).not.toBeNull();
    hook.mood = 'take';
    await attempt();
    expect(await shown(id)).toMatchObject({ standing: 'delivered', tries: 2, nextAt: null });
    expect(new Set(hook.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(hook.received.map(({ path }) => path)).not.toContain('/elsewhere');
    expect((await standing(id)).failingSince).toBeNull();
  });

  it('whose receiver is not there is tried twelve times, then has failed, and can be replayed', async () => {
    const { id } = await add();
    const { port } = hook;
    await hook.close();
    await tell();
    for (let n = 0; n < 12; n += 1) await attempt();
    expect(await shown(id)).toMatchObject({ standing: 'failed', tries: 12, outcome: 'refused', nextAt: null });
    await attempt();
    expect((await shown(id)).tries).toBe(12);
    hook = new HookServer();
    await new Promise<void>((ready) => (hook as any).server.listen(port, '127.0.0.1', ready));
    expect((await admin.post(`/api/admin/webhooks/${id}/deliveries/replay`)).body).toEqual({ replayed: 1 });
    await attempt();
    const { items } = (await admin.get(`/api/admin/webhooks/${id}/deliveries?standing=delivered`)).body;
    expect(items).toHaveLength(1);
    // One that arrived can be sent again too, but not while it waits.
    const again = () => admin.post(`/api/admin/webhooks/${id}/deliveries/${items[0].id}/replay`);
    expect((await again()).status).toBe(202);
    expect((await again()).body.code).toBe('still_waiting');
    await attempt();
    expect(hook.received.map(({ headers }) => headers['webhook-id'])).toEqual([items[0].messageId, items[0].messageId]);
  });

  it('is closed after five days in which it took nothing, every admin is told, and what waited goes out when it opens', async () => {
    const { id } = await add();
    hook.mood = 'refuse';
    await tell();
    await attempt();
    await app.db.rows(`UPDATE webhook_endpoints SET failing_since = now() - interval '4 days 23 hours' WHERE id = $1`, [
      id,
    ]);
    await attempt();
    expect((await standing(id)).standing).toBe('open');
    await app.db.rows(`UPDATE webhook_endpoints SET failing_since = now() - interval '5 days' WHERE id = $1`, [id]);
    await attempt();
    expect(await standing(id)).toMatchObject({ standing: 'failing', waiting: 1 });
    const mails = await app.db.rows<any>(`SELECT to_email, text FROM mails WHERE kind = 'webhook-closed'`);
    expect(mails).toEqual([{ to_email: expect.stringMatching(/^admin@/), text: expect.stringContaining(id) }]);
    const before = hook.received.length;
    await attempt();
    await tell();
    expect(hook.received).toHaveLength(before);
    expect((await admin.post(`/api/admin/webhooks/${id}/tests`)).body.code).toBe('webhook_closed');
    hook.mood = 'take';
    expect((await admin.put(`/api/admin/webhooks/${id}/standing`, { open: true })).status).toBe(204);
    await attempt();
    expect(hook.received).toHaveLength(before + 1);
    expect(await standing(id)).toMatchObject({ standing: 'open', failingSince: null, waiting: 0 });
  });

  it('is closed at once when it says that it is gone', async () => {
    const { id } = await add();
    hook.mood = 'gone';
    await tell();
    await attempt();
    expect((await standing(id)).standing).toBe('gone');
  });

  it('is signed by two secrets for a day after a new one was made, by the new one alone afterwards', async () => {
    const { id, secret: old } = await add();
    const { status, body } = await admin.post(`/api/admin/webhooks/${id}/secrets`);
    expect(status).toBe(201);
    await tell();
    await attempt();
    expect([old, body.secret].map((one) => isSignedBy(one, hook.received[0]!))).toEqual([true, true]);
    expect((await standing(id)).formerSecretUntil).not.toBeNull();
    await app.db.rows(`UPDATE webhook_secrets SET ends_at = now() WHERE endpoint_id = $1 AND ends_at IS NOT NULL`, [
      id,
    ]);
    await tell();
    await attempt();
    expect([old, body.secret].map((one) => isSignedBy(one, hook.received[1]!))).toEqual([false, true]);
    const third = (await admin.post(`/api/admin/webhooks/${id}/secrets`)).body.secret;
    await admin.post(`/api/admin/webhooks/${id}/secrets`);
    await tell();
    await attempt();
    expect([body.secret, third].map((one) => isSignedBy(one, hook.received[2]!))).toEqual([false, true]);
    const kept = await app.db.rows<any>('SELECT sealed FROM webhook_secrets WHERE endpoint_id = $1', [id]);
    expect(kept.map(({ sealed }) => sealed.toString('latin1')).join()).not.toContain('whsec_');
  });

  it('that has no secret we can open says so, and sends nothing', async () => {
    const { id } = await add();
    await app.db.rows(
      'UPDATE webhook_secrets SET sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) WHERE endpoint_id = $1',
      [id],
    );
    await tell();
    await attempt();
    expect(await shown(id)).toMatchObject({ outcome: 'no-secret', standing: 'waiting' });
    expect(hook.received).toEqual([]);
  });

  it.each([
    ['http://127.0.0.2/hook', 'public internet'],
    ['https://169.254.169.254/latest/meta-data', 'public internet'],
    ['https://[::1]/', 'public internet'],
    ['https://2852039166/', 'public internet'],
    ['https://0x7f.2/', 'public internet'],
    ['https://[::ffff:10.0.0.1]/', 'public internet'],
    ['http://8.8.8.8/', 'Use https'],
    ['https://name.invalid/', 'cannot be found'],
    ['file:///etc/passwd', 'Enter an address'],
    ['gopher://127.0.0.1/', 'Enter an address'],
    ['https://user:pass@example.org/', 'Enter an address'],
    ['not an address', 'Enter an address'],
  ])('is not added at %s', async (url, sentence) => {
    const { status, body } = await admin.post('/api/admin/webhooks', { url, events });
    expect([status, body.code]).toEqual([422, 'wrong_address']);
    expect(body.errors.url).toContain(sentence);
  });

  describe('whose name leads elsewhere later', () => {
    // What stands on the object goes, and the method of its class is there again.
    afterEach(() => Reflect.deleteProperty(app.get(Names), 'resolve'));
    const answer = (...answers: string[][]) => {
      let asked = 0;
      app.get(Names).resolve = () => Promise.resolve(answers[Math.min(asked++, answers.length - 1)]!);
      return () => asked;
    };

    it('is looked up again for each attempt, and refused where one address is private', async () => {
      answer(['93.184.215.14'], ['127.0.0.9'], ['93.184.215.14', '10.0.0.1']);
      const { id } = await add({ url: `https://rebound.example:${hook.port}/` });
      await tell();
      await attempt();
      expect((await shown(id)).outcome).toBe('forbidden-address');
      await attempt();
      expect(await shown(id)).toMatchObject({ outcome: 'forbidden-address', tries: 2 });
      expect(hook.received).toEqual([]);
    });

    it('is connected to at the address that was looked at, and not looked up a second time', async () => {
      const asked = answer(['127.0.0.1']);
      await add({ url: `http://hooks.example:${hook.port}/in` });
      await tell();
      await attempt();
      expect(hook.received).toMatchObject([{ path: '/in', headers: { host: `hooks.example:${hook.port}` } }]);
      expect(asked()).toBe(2);
    });
  });

  it('can be tried, paused and removed from its pages', async () => {
    const wrong = await admin.form('/admin/webhooks', {
      url: 'https://10.0.0.1/',
      events: 'course.completed',
      description: 'Pay',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('not on the public internet');
    expect(wrong.text).toMatch(/value="Pay"/);
    const made = await admin.form('/admin/webhooks', {
      url: hook.url,
      events: 'course.completed',
      description: 'Payroll',
    });
    expect(made.status).toBe(201);
    const secret = /whsec_[\w+/=]+/.exec(made.text)![0];
    const address = /\/admin\/webhooks\/[\da-f-]{36}/.exec(made.text)![0];
    expect((await admin.form(`${address}/tests`, {})).status).toBe(303);
    await attempt();
    expect(isSignedBy(secret, hook.received[0]!)).toBe(true);
    expect(JSON.parse(hook.received[0]!.body).type).toBe('endpoint.tested');
    const page = (await admin.get(address, { accept: 'text/html' })).text;
    expect(page).toContain('taken (200)');
    expect(page).not.toContain(secret);
    const delivery = new RegExp(`${address}/deliveries/[\\da-f-]{36}`).exec(page)![0];
    expect((await admin.get(delivery, { accept: 'text/html' })).text).toContain('endpoint.tested');
    expect((await admin.form(`${delivery}/replay`, {})).headers.get('location')).toBe(delivery);
    expect((await admin.form(`${address}/pause`, {})).status).toBe(303);
    await attempt();
    expect(hook.received).toHaveLength(1);
    expect((await admin.get(address, { accept: 'text/html' })).text).toContain('Open, and send what waits (1)');
    expect((await admin.form(`${address}/secrets`, {})).text).toContain('whsec_');
    expect((await admin.form(`${address}/removal`, {})).headers.get('location')).toBe('/admin/webhooks');
    expect((await admin.get(address, { accept: 'text/html' })).status).toBe(404);
    expect((await admin.get('/admin/webhooks', { accept: 'text/html' })).text).not.toContain('Payroll');
  });

  it('is one of twenty at most, and needs an event that there is', async () => {
    expect((await admin.post('/api/admin/webhooks', { url: hook.url, events: [] })).body.errors).toEqual({
      events: 'Choose at least one event.',
    });
    expect((await admin.post('/api/admin/webhooks', { url: hook.url, events: ['order.settled'] })).status).toBe(400);
    for (let n = 0; n < 20; n += 1) await add();
    expect((await admin.post('/api/admin/webhooks', { url: hook.url, events })).body.code).toBe('too_many_webhooks');
  });

  it('is forgotten after sixty days, message by message, unless one still waits', async () => {
    await add();
    await tell();
    await app.db.rows(`UPDATE webhook_messages SET written_at = now() - interval '61 days'`);
    await app.get(SweepMessages).execute();
    expect(await app.db.rows('SELECT 1 FROM webhook_messages')).toHaveLength(1);
    await attempt();
    await app.get(SweepMessages).execute();
    expect(await app.db.rows('SELECT 1 FROM webhook_messages')).toEqual([]);
    expect(await app.db.rows('SELECT 1 FROM webhook_attempts')).toEqual([]);
  });
});

describe('a webhook beside the workers', () => {
  let app: TestApp;
  const hook = new HookServer();
  beforeAll(async () => {
    await hook.listen();
    app = await testApp({ OUTGOING_NETWORKS: '127.0.0.0/8' });
  }, 120_000);
  afterAll(async () => {
    await app.close();
    await hook.close();
  });

  it('hears of access by itself, and again some seconds after it refused', async () => {
    const admin = await app.signIn('admin');
    await admin.post('/api/admin/webhooks', { url: hook.url, events: ['enrollment.granted'] });
    hook.mood = 'refuse';
    const learner = await app.db.row<{ id: string }>(`SELECT id FROM people WHERE email LIKE 'learner2@%'`);
    const course = await app.db.row<{ id: string }>(`SELECT id FROM courses WHERE slug = 'foundations'`);
    const given = { personId: learner!.id, sourceKind: 'test', sourceId: newId(), courseIds: [course!.id] };
    await app.db.transaction((tx) => app.get(GrantAccess).grant(tx, given));
    await eventually(() => Promise.resolve(expect(hook.received).toHaveLength(1)), 15_000);
    hook.mood = 'take';
    await eventually(() => Promise.resolve(expect(hook.received).toHaveLength(2)), 25_000);
    expect(hook.received[0]!.body).toBe(hook.received[1]!.body);
    expect(JSON.parse(hook.received[1]!.body)).toMatchObject({
      type: 'enrollment.granted',
      data: { learnerId: learner!.id },
    });
  }, 60_000);
});
