import { type Client, eventually, SandboxLevers, testApp, type TestApp } from '../../../test/support/index.js';
import { Database } from '../../database/index.js';
import { StartCheckout } from '../buying/start-checkout.js';
import { SettleOrder } from '../index.js';
import { IssueInvoices } from './issue-invoices.js';
import { nextNumber } from './number-series.js';

const passphrase = 'a long enough passphrase';

describe('invoices', () => {
  let app: TestApp;
  let stripe: SandboxLevers;
  let people = 0;

  beforeAll(async () => {
    app = await testApp();
    stripe = new SandboxLevers(app);
    await stripe.webhooks('drop');
  }, 120_000);
  afterAll(() => app.close());

  async function someone(name = 'Lena Brandt'): Promise<Client & { email: string }> {
    const email = `invoiced${(people += 1)}@example.test`;
    await app.client().post('/api/people', { name, email, password: passphrase });
    return Object.assign(await app.signIn(email, passphrase), { email });
  }

  async function bought(buyer: Client, product = 'foundations') {
    const { number } = (await buyer.post('/api/orders', { items: [{ product }] })).body as { number: string };
    const order = (await app.db.row<{ id: string; session: string }>(
      'SELECT id, checkout_session_id AS session FROM orders WHERE number = $1',
      [number],
    ))!;
    await stripe.pay(order.session);
    await app.get(SettleOrder).execute(order.session);
    return { number, ...order };
  }

  const invoiceOf = (buyer: Client) =>
    eventually(async () => {
      const { body } = await buyer.get('/api/invoices');
      expect(body.items).toHaveLength(1);
      return body.items[0] as { id: string; number: string };
    });

  it('issues one when an order is settled, tells the buyer, and shows it on the order', async () => {
    const buyer = await someone();
    const order = await bought(buyer);
    const { number } = await invoiceOf(buyer);
    expect(number).toMatch(/^INV-US-\d{6}$/);
    const { body } = await buyer.get(`/api/invoices/${number}`);
    expect(body).toMatchObject({
      kind: 'invoice',
      seller: { name: 'Glabella Education Ltd (demo)' },
      customer: { email: buyer.email },
      order: { number: order.number },
      lines: [{ title: 'Foundations of cosmetic injection', quantity: 1 }],
      net: { amount: 14_900 },
      tax: { amount: 0 },
      gross: { amount: 14_900, currency: 'USD' },
      payments: [{ method: 'Visa ending 4242', amount: { amount: 14_900, currency: 'USD' } }],
    });
    const page = await buyer.get(`/orders/${order.number}`, { accept: 'text/html' });
    expect(page.text).toContain(`/invoices/${number}.pdf`);
    expect((await buyer.get(`/invoices/${number}`, { accept: 'text/html' })).text).toContain('Paid');
    const mails = await app.client().get(`/api/demo/mail?to=${buyer.email}`);
    expect(mails.body.items.map((mail: any) => mail.kind)).toContain('invoice');
  });

  it('gives the same PDF each time to its owner, an admin and an accountant, and to nobody else', async () => {
    const buyer = await someone();
    await bought(buyer);
    const { number } = await invoiceOf(buyer);
    const pdfFor = async (reader: Client) => {
      const answer = await fetch(new URL(`/invoices/${number}.pdf`, app.url), {
        headers: { cookie: reader.cookieHeader() },
      });
      return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
    };
    const mine = await pdfFor(buyer);
    expect([mine.status, mine.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    for (const role of ['admin', 'accountant']) {
      expect((await pdfFor(await app.signIn(role))).bytes.equals(mine.bytes)).toBe(true);
    }
    for (const reader of [await someone(), await app.signIn('author')]) {
      expect((await pdfFor(reader)).status).toBe(404);
      expect((await reader.get(`/api/invoices/${number}`)).status).toBe(404);
    }
    expect((await app.client().get(`/api/invoices/${number}`)).status).toBe(401);
    expect((await buyer.get('/api/invoices/INV-US-999999')).status).toBe(404);
  });

  it('keeps what it says when the buyer’s name changes', async () => {
    const buyer = await someone('Lena Before');
    await bought(buyer);
    const { number } = await invoiceOf(buyer);
    const before = (await buyer.get(`/api/invoices/${number}`)).body;
    await app.db.rows(`UPDATE people SET name = 'Lena After' WHERE email = $1`, [buyer.email]);
    expect((await buyer.get(`/api/invoices/${number}`)).body).toEqual(before);
  });

  /** A course sold in the European Union, where the price holds the tax, to this address. */
  async function soldInEurope(address: object, taxId?: string) {
    await app.db.rows(`UPDATE markets SET active = true WHERE name = 'eu'`);
    await app.db.rows(
      `INSERT INTO list_prices (id, product_id, currency, market, amount, effective_at, reason)
       SELECT gen_random_uuid(), id, 'EUR', 'eu', 11900, date_trunc('milliseconds', now()), 'Test' FROM products
       WHERE slug = 'foundations' AND NOT EXISTS (SELECT FROM list_prices WHERE reason = 'Test')`,
    );
    const buyer = await someone();
    const { id } = (await app.db.row<{ id: string }>('SELECT id FROM people WHERE email = $1', [buyer.email]))!;
    const items = [{ product: 'foundations' }];
    const order = await app.get(StartCheckout).execute({ personId: id, items, market: 'eu' });
    expect([order.total, order.currency]).toEqual([11_900, 'EUR']);
    await stripe.pay(order.checkoutSessionId!, { address, ...(taxId && { taxId }) });
    await app.get(SettleOrder).execute(order.checkoutSessionId!);
    const { number } = await invoiceOf(buyer);
    return { number, body: (await buyer.get(`/api/invoices/${number}`)).body };
  }

  it('states the tax that Stripe computed by rate and place, in the series of its market', async () => {
    const { number, body } = await soldInEurope({ country: 'DE', postalCode: '10969' });
    expect(number).toBe('INV-EU-000001');
    expect(body).toMatchObject({
      net: { amount: 10_000 },
      tax: { amount: 1_900 },
      gross: { amount: 11_900 },
      notes: [],
    });
    expect(body.taxes).toEqual([
      {
        label: 'VAT',
        percent: '19',
        jurisdiction: 'Germany',
        taxable: { amount: 10_000, currency: 'EUR' },
        amount: { amount: 1_900, currency: 'EUR' },
      },
    ]);
    expect(body.customer.address).toEqual(['10969', 'Germany']);
  });

  it('names the tax number of a business elsewhere and says that the tax is theirs to account for', async () => {
    const { body } = await soldInEurope({ country: 'DE', postalCode: '10969' }, 'DE123456789');
    expect(body.customer.taxIds).toEqual(['DE123456789']);
    expect([body.tax.amount, body.taxes]).toEqual([0, []]);
    expect(body.notes).toEqual([expect.stringContaining('Reverse charge')]);
  });

  /** Paid orders of the learner of the demo, as settling leaves them. */
  const paidOrders = async (market: string, count: number): Promise<string[]> => {
    const rows = await app.db.rows<{ id: string }>(
      `WITH o AS (
         INSERT INTO orders (id, number, person_id, status, currency, total, quote, basket, created_at, checkout_expires_at, settled_at, market)
         SELECT gen_random_uuid(), $1 || '-' || n, p.id, 'paid', 'USD', 1000, '{"lines":[]}', 'x', now(), now(), now(), $1
         FROM people p, generate_series(1, $2::int) n WHERE p.email = 'learner@demo.glabella.test' RETURNING id
       ), l AS (
         INSERT INTO order_lines (id, order_id, position, product_id, title, amount)
         SELECT gen_random_uuid(), o.id, 0, (SELECT id FROM products LIMIT 1), 'Course', 1000 FROM o
       )
       INSERT INTO payments (id, order_id, payment_intent, method, amount, currency, paid_at)
       SELECT gen_random_uuid(), o.id, 'pi_' || o.id, 'Visa', 1000, 'USD', now() - interval '2 hours' FROM o RETURNING order_id AS id`,
      [market, count],
    );
    return rows.map(({ id }) => id);
  };
  const positions = async (market: string) =>
    (
      await app.db.rows<{ position: number }>('SELECT position FROM invoices WHERE series = $1 ORDER BY position', [
        `INV-${market.toUpperCase()}`,
      ])
    ).map(({ position }) => position);
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

  it('numbers 50 at once, each asked for three times, from 1 to 50 without a gap', async () => {
    const orders = await paidOrders('rush', 50);
    const issue = app.get(IssueInvoices);
    await Promise.all([...orders, ...orders, ...orders].map((id) => issue.execute(id)));
    expect(await positions('rush')).toEqual(upTo(50));
  }, 60_000);

  it('leaves no gap when connections are cut in the middle and the jobs come again', async () => {
    const orders = await paidOrders('storm', 30);
    const issue = app.get(IssueInvoices);
    const untilDone = async (id: string): Promise<void> => {
      for (;;) {
        const done = await issue.execute(id).then(
          () => true,
          () => false,
        );
        if (done) return;
      }
    };
    const all = Promise.all(orders.map(untilDone));
    for (let cut = 0; cut < 5; cut += 1) {
      await app.db
        .rows(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`,
        )
        .catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    await all;
    expect(await positions('storm')).toEqual(upTo(30));
  }, 60_000);

  it('gives back a number whose transaction did not commit', async () => {
    const [order] = await paidOrders('undone', 1);
    const cut = app.get(Database).transaction(async (tx) => {
      expect((await nextNumber(tx, 'invoice', 'undone')).position).toBe(1);
      throw new Error('cut');
    });
    await expect(cut).rejects.toThrow('cut');
    await app.get(IssueInvoices).execute(order!);
    expect(await positions('undone')).toEqual([1]);
  });

  it('finds by its hourly look what no job invoiced', async () => {
    await paidOrders('swept', 2);
    await app.get(IssueInvoices).sweep();
    expect(await positions('swept')).toEqual([1, 2]);
  });

  it('is refused by the database with a gap, a change or a deletion', async () => {
    const copy = (position: number) =>
      app.db.rows(
        `INSERT INTO invoices SELECT gen_random_uuid(), kind, series, $1::int, 'X-' || $1::int, order_id, gen_random_uuid(), issued_at,
           currency, net, tax, gross, content || jsonb_build_object('number', 'X-' || $1::int) FROM invoices LIMIT 1`,
        [position],
      );
    await expect(copy(5_000)).rejects.toThrow('gap');
    await expect(app.db.rows(`UPDATE invoices SET gross = 1, net = 1`)).rejects.toThrow('append-only');
    await expect(app.db.rows(`DELETE FROM invoices`)).rejects.toThrow('append-only');
  });
});
