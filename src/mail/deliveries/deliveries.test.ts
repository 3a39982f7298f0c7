import { type Client, freePort, MailServer, testApp, type TestApp } from '../../../test/support/index.js';
import { demoPassword } from '../../process/demo-people.js';
import { EnsurePerson } from '../../users/ensure-person.js';
import { Mailer } from '../index.js';
import { SendMail } from '../sending/send-mail.js';
import type { Topic } from '../topics.js';

const secret = 'the mail server alone knows this secret';
let app: TestApp;
let server: MailServer;
let admin: Client;
beforeAll(async () => {
  const port = await freePort();
  server = new MailServer(port);
  await server.listen();
  app = await testApp({
    ...{ PROCESS: 'web', SMTP_URL: `smtp://127.0.0.1:${port}` },
    ...{ MAIL_QUIET_HOURS: '00:00-00:00 UTC', MAIL_REPORT_SECRET: secret },
  });
  admin = await app.signIn('admin');
}, 120_000);
afterAll(async () => {
  await app.close();
  await server.close();
});

let count = 0;
async function somebody(): Promise<{ email: string; client: Client }> {
  const email = `box-${(count += 1)}@post.test`;
  await app.get(EnsurePerson).execute({ name: 'Reader', email, roles: ['learner'], password: demoPassword });
  return { email, client: await app.signIn(email) };
}
async function write(email: string, topic?: Topic, words = 'P'): Promise<string> {
  const dedupeKey = `deliveries:${(count += 1)}`;
  const to = { name: 'Reader', email };
  await app.db.transaction((tx) =>
    app.get(Mailer).send(tx, { to, kind: 'test', ...(topic && { topic }), subject: 'S', parts: [words], dedupeKey }),
  );
  return (await app.db.row<{ id: string }>('SELECT id FROM mails WHERE dedupe_key = $1', [dedupeKey]))!.id;
}
const carry = (mailId: string) => app.get(SendMail).execute({ mailId });
async function carried(...what: Parameters<typeof write>): Promise<string> {
  const id = await write(...what);
  await carry(id);
  return id;
}
const seen = async (id: string) => (await admin.get(`/api/admin/mail/${id}`)).body;
const outcomes = async (id: string) => ((await seen(id)).tries as { outcome: string }[]).map(({ outcome }) => outcome);

const boundary = 'b1';
function reportOn(id: string, fields: string[], type = 'delivery-status'): string {
  return [
    `Content-Type: multipart/report; report-type=${type}; boundary=${boundary}`,
    '',
    `--${boundary}`,
    `Content-Type: message/${type}`,
    '',
    ...fields,
    `--${boundary}`,
    'Content-Type: message/rfc822',
    '',
    `Message-ID: <${id}@localhost>`,
    '',
    `--${boundary}--`,
    '',
  ].join('\r\n');
}
const gone = [
  'Final-Recipient: rfc822; x@post.test',
  'Action: failed',
  'Status: 5.1.1',
  'Diagnostic-Code: smtp; 550 gone',
];
const handIn = (raw: string, authorization = `Bearer ${secret}`) =>
  fetch(`${app.url}/api/mail/reports`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'message/rfc822' },
    body: raw,
  });

describe('what becomes of a mail', () => {
  it('is kept try by try, and shown to admins without what the mail says', async () => {
    const { email } = await somebody();
    const id = await write(email, undefined, 'secret words');
    server.mood = 'refuse';
    await expect(carry(id)).rejects.toThrow();
    expect((await seen(id)).state).toBe('waiting');
    server.mood = 'answer';
    await carry(id);
    expect(await outcomes(id)).toEqual(['deferred', 'accepted']);
    expect(await seen(id)).toMatchObject({ toEmail: email, kind: 'test', state: 'sent' });
    const page = await admin.get(`/admin/mail/${id}`, { accept: 'text/html' });
    expect(page.text).toContain('The mail server took it');
    expect(page.text).not.toContain('secret words');
  });

  it('ends when the server will never take it, and an admin can have it tried once more', async () => {
    const { email } = await somebody();
    server.refusals.set('unwanted words', '554 5.7.1 no');
    const id = await carried(email, undefined, 'unwanted words');
    expect(await seen(id)).toMatchObject({ state: 'failed', why: '554 5.7.1 no' });
    await carry(id);
    expect(await outcomes(id)).toEqual(['rejected']);
    server.refusals.clear();
    expect((await admin.post(`/api/admin/mail/${id}/again`)).status).toBe(202);
    await carry(id);
    expect(await outcomes(id)).toEqual(['rejected', 'accepted']);
    const late = await admin.post(`/api/admin/mail/${id}/again`);
    expect([late.status, late.body.code]).toEqual([409, 'mail_ended']);
  });

  it('is found by address, state, kind and topic, page by page, and exported', async () => {
    const { email } = await somebody();
    const ids: string[] = [];
    for (const topic of ['study', 'deadlines', undefined] as const) ids.unshift(await carried(email, topic));
    const list = async (filter: string) =>
      ((await admin.get(`/api/admin/mail?${filter}`)).body.items as { id: string }[]).map(({ id }) => id);
    expect(await list(`to=${email.toUpperCase()}`)).toEqual(ids);
    expect(await list(`to=${email}&topic=study`)).toEqual([ids[2]]);
    expect(await list(`to=${email}&state=failed`)).toEqual([]);
    expect(await list(`to=${email}&kind=receipt`)).toEqual([]);
    const first = (await admin.get(`/api/admin/mail?to=${email}&limit=2`)).body;
    expect(await list(`to=${email}&limit=2&after=${first.next}`)).toEqual([ids[2]]);
    const csv = await admin.get(`/api/admin/mail/log.csv?to=${email}`);
    expect(csv.text.trim().split('\r\n')).toHaveLength(4);
    const wrong = await admin.get('/admin/mail?state=lost', { accept: 'text/html' });
    expect(wrong.status).toBe(422);
  });

  it('is nobody’s business but an admin’s', async () => {
    const { client, email } = await somebody();
    const id = await carried(email);
    for (const path of [`/api/admin/mail/${id}`, '/api/admin/mail', '/api/admin/mail/log.csv'])
      expect((await client.get(path)).status).toBe(403);
    expect((await admin.get('/api/admin/mail/01890000-0000-7000-8000-000000000000')).status).toBe(404);
  });
});

describe('an address that no server knows', () => {
  it('gets no optional mail any more, needed mail still, and its reader can say that it is right', async () => {
    const { email, client } = await somebody();
    server.refusals.set(email, `550 5.1.1 <${email}>: unknown`);
    const refused = await carried(email, 'study');
    expect(await seen(refused)).toMatchObject({ state: 'failed', why: '550 5.1.1 <…>: unknown' });
    server.refusals.clear();
    expect(await seen(await carried(email, 'study'))).toMatchObject({ state: 'withheld', why: 'bounced' });
    expect(await seen(await carried(email))).toMatchObject({ state: 'sent' });
    expect((await client.get('/api/account/mail')).body.broken.detail).toBe('550 5.1.1 <…>: unknown');
    const page = await client.get('/account/mail', { accept: 'text/html' });
    expect(page.text).toContain(`Mail to ${email} came back`);
    expect((await client.form('/account/mail/address', {})).status).toBe(303);
    await client.post('/api/account/mail/address');
    expect((await client.get('/api/account/mail')).body.broken).toBeNull();
    expect(await seen(await carried(email, 'study'))).toMatchObject({ state: 'sent' });
    const rows = await app.db.rows(
      `SELECT 1 FROM mail_deliveries WHERE address = mail_address($1) AND outcome = 'restored'`,
      [email],
    );
    expect(rows).toHaveLength(1);
  });
});

describe('a report that is handed in', () => {
  it('marks the mail as one that came back, and its address as one that does not work', async () => {
    const { email } = await somebody();
    const id = await carried(email);
    expect((await handIn(reportOn(id, gone))).status).toBe(204);
    expect(await seen(id)).toMatchObject({ state: 'bounced', why: 'smtp; 550 gone' });
    expect(await seen(await carried(email, 'deadlines'))).toMatchObject({ state: 'withheld', why: 'bounced' });
  });

  it('of a complaint stops everything that is optional', async () => {
    const { email, client } = await somebody();
    const id = await carried(email, 'study');
    expect((await handIn(reportOn(id, ['Feedback-Type: abuse'], 'feedback-report'))).status).toBe(204);
    expect(Object.values((await client.get('/api/account/mail')).body.topics as object)).toEqual(Array(4).fill(false));
    expect(await outcomes(id)).toEqual(['accepted', 'complained']);
    expect(await seen(await carried(email))).toMatchObject({ state: 'sent' });
  });

  it('is refused without the secret, about a mail that is not ours, and when it is no report', async () => {
    const { email } = await somebody();
    const id = await carried(email);
    for (const authorization of ['', 'Bearer wrong', secret])
      expect((await handIn(reportOn(id, gone), authorization)).status).toBe(401);
    for (const raw of ['', 'Subject: hello\r\n\r\nthere', reportOn('01890000-0000-7000-8000-000000000000', gone)])
      expect((await handIn(raw)).status).toBe(422);
    expect(await outcomes(id)).toEqual(['accepted']);
  });

  it('of more than a megabyte is not read', async () => {
    expect((await handIn('x'.repeat(1_100_000))).status).toBe(413);
  });
});
