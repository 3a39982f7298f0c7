import { SettleOrder } from '../../src/checkout/index.js';
import { SendMail } from '../../src/mail/sending/send-mail.js';
import { freePort, MailServer, type Mood, testApp, type TestApp } from '../support/index.js';
import { Buyers, settledOnce } from './buyers.js';

describe('a mail server that fails while people pay', () => {
  let app: TestApp;
  let server: MailServer;
  let buyers: Buyers;

  beforeAll(async () => {
    const port = await freePort();
    server = new MailServer(port);
    // Without jobs: the test itself carries each mail, as often as it wants.
    app = await testApp({ SMTP_URL: `smtp://127.0.0.1:${port}`, PROCESS: 'web' });
    buyers = new Buyers(app);
    await buyers.stripe.webhooks('drop');
  }, 120_000);
  afterAll(async () => {
    await app.close();
    await server.close();
  });

  const receiptOf = async (number: string) =>
    (await app.db.row<{ id: string; to: string }>(
      `SELECT m.id, m.to_email AS to FROM mails m JOIN orders o ON m.dedupe_key = 'receipt:' || o.id WHERE o.number = $1`,
      [number],
    ))!;

  async function settled(): Promise<{ id: string; to: string }> {
    const { number, session } = await buyers.paidButUnsettled();
    await app.get(SettleOrder).execute(session);
    expect(await buyers.effects(number)).toEqual(settledOnce);
    return receiptOf(number);
  }
  const carry = (mailId: string) => app.get(SendMail).execute({ mailId });

  it('settles while nobody listens, and the receipt leaves later, once', async () => {
    const receipt = await settled();
    await expect(carry(receipt.id)).rejects.toThrow();
    await server.listen();
    await carry(receipt.id);
    await carry(receipt.id);
    expect(server.to(receipt.to)).toHaveLength(1);
  }, 30_000);

  it.each(['refuse', 'hang-up'] satisfies Mood[])(
    'keeps the receipt while the server is in the mood to %s, under one message id',
    async (mood) => {
      const receipt = await settled();
      server.mood = mood;
      await expect(carry(receipt.id)).rejects.toThrow();
      server.mood = 'answer';
      await carry(receipt.id);
      const ids = server.to(receipt.to).map((mail) => /Message-ID: <(.+)>/i.exec(mail)?.[1]);
      expect(new Set(ids).size).toBe(1);
      expect(ids).toHaveLength(mood === 'refuse' ? 1 : 2);
    },
    30_000,
  );

  it('settles at once although the server thinks for seconds', async () => {
    server.mood = 'slow';
    const receipt = await settled();
    const sent = carry(receipt.id);
    await settled();
    await sent;
    server.mood = 'answer';
    expect(server.to(receipt.to)).toHaveLength(1);
  }, 30_000);
});
