import { eventually, freePort, MailServer, testApp, type TestApp } from '../../test/support/index.js';
import { Config } from '../shared/index.js';
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
    await app.db.transaction((tx) => app.get(Mailer).send(tx, { ...mail, parts: ['S'] }));
    expect(await app.db.rows(`SELECT 1 FROM mails WHERE to_email LIKE '%.invalid'`)).toEqual([]);
  });

  it('carries markup in a subject or a name as text, and a second mail with the same key not at all', async () => {
    const mail = {
      to: { name: '<b>"Bobby"</b>\r\nBcc: all@example.test', email: 'odd@example.test' },
      kind: 'test',
      subject: '<img src=x onerror=alert(1)>',
      parts: ['Hello'],
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

  it('says the same in markup and in plain text, and what people wrote stays text', async () => {
    await app.db.transaction((tx) =>
      app.get(Mailer).send(tx, {
        ...{ to: { name: 'Twin', email: 'twin@example.test' }, kind: 'test', subject: 'Two <twins>' },
        parts: [
          'Tom & Ann <b>wrote</b>:',
          { heading: 'Why <i>' },
          { quote: '<script>alert(1)</script>' },
          { list: ['1 < 2', 'b'] },
          { button: { label: 'See <it>', path: '/orders/A-1?a=1&b="2"' } },
          { link: { label: 'Or this', path: '/learning' } },
        ],
      }),
    );
    const { html, text } = (await app.db.row<{ html: string; text: string }>(
      `SELECT html, text FROM mails WHERE to_email = 'twin@example.test'`,
    ))!;
    const base = app.get(Config).baseUrl;
    expect(text.split('\n\n')).toEqual([
      'Tom & Ann <b>wrote</b>:',
      'Why <i>',
      '"<script>alert(1)</script>"',
      '- 1 < 2\n- b',
      `See <it>: ${base}/orders/A-1?a=1&b="2"`,
      `Or this: ${base}/learning`,
    ]);
    expect(html).not.toMatch(/<(b|i|script|it|twins)>/);
    expect(html).toContain('Tom &amp; Ann &lt;b>wrote');
    expect(html).toContain(`href="${base}/orders/A-1?a=1&b=&#34;2&#34;"`);
  });

  it('is not shown in a mailbox once a mail server is set', async () => {
    expect((await app.client().get('/api/demo/mail')).status).toBe(404);
    expect((await app.client().get('/demo/mail', { accept: 'text/html' })).status).toBe(404);
  });
});
