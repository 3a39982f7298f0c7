import { eventually, freePort, MailServer, testApp, type TestApp } from '../../test/support/index.js';
import { Mailer } from './index.js';

describe('mail', () => {
  let app: TestApp;
  let server: MailServer;

  beforeAll(async () => {
    const port = await freePort();
    server = new MailServer(port);
    app = await testApp({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  }, 120_000);
  afterAll(async () => {
    await app.close();
    await server.close();
  });

  const signUp = (name: string, email: string) =>
    app.client().post('/api/people', { name, email, password: 'a long enough passphrase' });
  const sentTo = async (email: string) =>
    (await app.db.row<{ sent: boolean }>('SELECT sent_at IS NOT NULL AS sent FROM mails WHERE to_email = $1', [email]))
      ?.sent;

  it('waits while the mail server is down, without keeping the request waiting, and leaves once it is back', async () => {
    const answer = await signUp('Waiting', 'waiting@example.test');
    expect(answer.status).toBe(201);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await sentTo('waiting@example.test')).toBe(false);
    await server.listen();
    await eventually(async () => expect(await sentTo('waiting@example.test')).toBe(true), 25_000);
    const mails = server.to('waiting@example.test');
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatch(/Content-Type: text\/plain/);
    expect(mails[0]).toMatch(/Content-Type: text\/html/);
  }, 40_000);

  it('is not written to an address that stands in place of an erased one', async () => {
    const mail = { to: { name: 'Erased person', email: 'erased-1@erased.invalid' }, kind: 'test', subject: 'S' };
    await app.db.transaction((tx) => app.get(Mailer).send(tx, { ...mail, body: '<p>S</p>', text: 'S' }));
    expect(await app.db.rows(`SELECT 1 FROM mails WHERE to_email LIKE '%.invalid'`)).toEqual([]);
  });

  it('carries markup in a subject or a name as text, and a second mail with the same key not at all', async () => {
    const mail = {
      to: { name: '<b>"Bobby"</b>\r\nBcc: all@example.test', email: 'odd@example.test' },
      kind: 'test',
      subject: '<img src=x onerror=alert(1)>',
      body: '<p>Hello</p>',
      text: 'Hello',
      dedupeKey: 'test:odd',
    };
    for (let copy = 0; copy < 3; copy += 1) await app.db.transaction((tx) => app.get(Mailer).send(tx, mail));
    await eventually(async () => expect(await sentTo('odd@example.test')).toBe(true));
    const rows = await app.db.rows<{ html: string }>(`SELECT html FROM mails WHERE to_email = 'odd@example.test'`);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.html).toContain('&lt;img');
    expect(rows[0]!.html).not.toContain('<img');
    const sent = server.to('odd@example.test');
    expect(sent).toHaveLength(1);
    expect(sent[0]).not.toMatch(/^Bcc:/m);
  });

  it('is not shown in a mailbox once a mail server is set', async () => {
    expect((await app.client().get('/api/demo/mail')).status).toBe(404);
    expect((await app.client().get('/demo/mail', { accept: 'text/html' })).status).toBe(404);
  });
});
