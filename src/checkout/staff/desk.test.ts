import { parse } from 'csv-parse/sync';
import {
  type Client,
  eventually,
  SandboxLevers,
  sendEvent,
  testApp,
  type TestApp,
} from '../../../test/support/index.js';
import { SettleOrder } from '../index.js';

const passphrase = 'a long enough passphrase';

describe('the orders desk', () => {
  let app: TestApp;
  let stripe: SandboxLevers;
  let admin: Client;
  let accountant: Client;
  let paid: { id: string; number: string; session: string };
  let open: { number: string };

  beforeAll(async () => {
    app = await testApp();
    stripe = new SandboxLevers(app);
    await stripe.webhooks('drop');
    admin = await app.signIn('admin');
    accountant = await app.signIn('accountant');
    const buyer = await someone('Grace "G" Lind', 'grace@example.test');
    paid = await ordered(buyer, 'cosmetic-injector-certification');
    await stripe.pay(paid.session);
    await app.get(SettleOrder).execute(paid.session);
    for (const { body } of await stripe.events(paid.session)) await sendEvent(app.url, body as object);
    open = await ordered(await someone('=cmd()', 'omar@example.test'), 'foundations');
    await eventually(async () => expect((await found('q=INV-US-000001')).length).toBe(1));
    await eventually(async () =>
      expect(await app.db.rows('SELECT 1 FROM stripe_events WHERE handled_at IS NULL')).toEqual([]),
    );
  }, 120_000);
  afterAll(() => app.close());

  async function someone(name: string, email: string): Promise<Client> {
    await app.client().post('/api/people', { name, email, password: passphrase });
    return app.signIn(email, passphrase);
  }

  async function ordered(buyer: Client, product: string) {
    const { number } = (await buyer.post('/api/orders', { items: [{ product }] })).body as { number: string };
    const row = await app.db.row<{ id: string; session: string }>(
      'SELECT id, checkout_session_id AS session FROM orders WHERE number = $1',
      [number],
    );
    return { number, ...row! };
  }

  const found = async (filter: string): Promise<string[]> => {
    const { status, body } = await admin.get(`/api/admin/orders?${filter}`);
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body.items.map((item: any) => item.number as string);
  };
  const rowOf = (sql: string) => app.db.row<{ id: string }>(sql, [paid.id]);

  it('finds an order by person, e-mail and every number it has', async () => {
    const receipt = await rowOf('SELECT number AS id FROM receipts WHERE order_id = $1');
    const invoice = await rowOf('SELECT number AS id FROM invoices WHERE order_id = $1');
    for (const q of ['grace', 'GRACE@example', paid.number, paid.number.slice(3, 7), receipt!.id, invoice!.id]) {
      expect([q, await found(`q=${encodeURIComponent(q)}`)]).toEqual([q, [paid.number]]);
    }
    for (const q of ['%', '_race', 'nobody']) expect(await found(`q=${encodeURIComponent(q)}`)).toEqual([]);
  });

  it('finds it by each Stripe id: session, intent, charge, event, and what only events name', async () => {
    const payment = await app.db.row<{ intent: string; charge: string }>(
      'SELECT payment_intent AS intent, charge FROM payments WHERE order_id = $1',
      [paid.id],
    );
    const event = (await stripe.events(paid.session))[0]!;
    for (const [id, object] of [
      ['evt_refund', { id: 're_1', object: 'refund' }],
      ['evt_dispute', { id: 'du_1', object: 'dispute' }],
    ] as const) {
      await app.db.rows(`INSERT INTO stripe_events (id, type, body, handled_at) VALUES ($1, 'x', $2, now())`, [
        id,
        JSON.stringify({ data: { object: { ...object, payment_intent: payment!.intent } } }),
      ]);
    }
    for (const id of [paid.session, payment!.intent, payment!.charge, event.id, 're_1', 'evt_dispute', 'du_1']) {
      expect([id, await found(`q=${id}`)]).toEqual([id, [paid.number]]);
    }
  });

  it.each([
    ['status=paid', 1],
    ['status=pending', 1],
    ['product=foundations', 1],
    ['product=cosmetic-injector-certification', 1],
    ['market=default', 2],
    ['market=eu', 0],
    ['code=SPRING', 0],
    ['offer=no-such-offer', 0],
    ['from=2020-01-01', 2],
    ['to=2020-01-01', 0],
  ])('answers the filter %s with %i', async (filter, count) => {
    expect(await found(filter)).toHaveLength(count);
  });

  it('finds what was sold by an offer or a code', async () => {
    const reasons = [{ reason: 'offer', label: 'Spring launch', offerId: '01890000-0000-7000-8000-000000000001' }];
    await app.db.rows(
      `UPDATE orders SET quote = quote || $2 || jsonb_build_object('lines', jsonb_build_array((quote #> '{lines,0}') || $3))
       WHERE number = $1`,
      [open.number, JSON.stringify({ code: { id: 'x', code: 'SPRING20', label: '20%' } }), JSON.stringify({ reasons })],
    );
    for (const filter of ['offer=spring', 'offer=01890000-0000-7000-8000-000000000001', 'code=spring20']) {
      expect([filter, await found(filter)]).toEqual([filter, [open.number]]);
    }
  });

  it('sorts, pages without losing or repeating an order, and keeps all of it in the address', async () => {
    for (const sort of ['newest', 'oldest', 'dearest', 'cheapest']) {
      const whole = await found(`sort=${sort}`);
      const first = (await admin.get(`/api/admin/orders?sort=${sort}&limit=1`)).body;
      const second = (await admin.get(`/api/admin/orders?sort=${sort}&limit=1&after=${first.next}`)).body;
      expect([...first.items, ...second.items].map((item: any) => item.number)).toEqual(whole);
      expect(second.next).toBeNull();
    }
    expect(await found('sort=dearest')).toEqual([paid.number, open.number]);
    const page = await admin.get('/admin/orders?status=paid&sort=dearest', { accept: 'text/html' });
    expect(page.text).toContain('/api/admin/orders.csv?status=paid&sort=dearest');
    expect(page.text).toContain('aria-sort="descending"');
  });

  it.each(['status=lost', 'from=yesterday', 'from=2026-12-02&to=2026-12-01', 'sort=random', 'x=1'])(
    'refuses the filter %s beside its field',
    async (filter) => {
      expect((await admin.get(`/api/admin/orders?${filter}`)).status).toBe(400);
      expect((await admin.get(`/admin/orders?${filter}`, { accept: 'text/html' })).status).toBe(422);
    },
  );

  it('exports what the list shows, with formulas made harmless', async () => {
    const rows: string[][] = parse((await admin.get('/api/admin/orders.csv?sort=cheapest')).text);
    expect(rows.slice(1).map((row) => [row[0], row[3], row[10]])).toEqual([
      [open.number, `'=cmd()`, '149.00'],
      [paid.number, 'Grace "G" Lind', '449.00'],
    ]);
  });

  it('tells the whole story of an order in the order in which it happened', async () => {
    const { body } = await admin.get(`/api/admin/orders/${paid.number}`);
    const titles: string[] = body.story.map((event: any) => event.title as string);
    expect(titles[0]).toBe('Order placed over $449.00');
    for (const title of [
      'Paid $449.00 with Visa ending 4242',
      'Access given to Grace "G" Lind',
      'Invoice INV-US-000001 issued',
      `Mail: Your receipt for order ${paid.number}`,
      'Stripe said checkout.session.completed',
    ]) {
      expect(titles).toContain(title);
    }
    const times = body.story.map((event: any) => event.at as string);
    expect(times).toEqual([...times].sort());
    expect(body.money).toMatchObject({ paid: { amount: 44_900 }, refunded: { amount: 0 }, left: { amount: 44_900 } });
    expect(body.lines[0].courses).toHaveLength(6);
    expect(body.lines[0].courses[0].access).toEqual([
      { person: 'Grace "G" Lind', state: 'open', until: null, reason: null },
    ]);
    const page = await accountant.get(`/admin/orders/${paid.number}`, { accept: 'text/html' });
    expect(page.text).toContain('What happened');
    expect(page.text).not.toContain('Ask Stripe again');
    expect((await admin.get(`/admin/orders/${paid.number}`, { accept: 'text/html' })).text).toContain(
      'Ask Stripe again',
    );
  });

  it('shows access that was taken, and why', async () => {
    await app.db.rows(
      `UPDATE grants SET ended_at = now(), ended_reason = 'refunded' WHERE source_id =
         (SELECT id::text FROM order_lines WHERE order_id = $1) AND enrollment_id = (SELECT e.id FROM enrollments e
         JOIN order_line_courses c ON c.course_id = e.course_id JOIN people p ON p.id = e.person_id
         WHERE c.position = 1 AND p.email = 'grace@example.test' LIMIT 1)`,
      [paid.id],
    );
    const { body } = await admin.get(`/api/admin/orders/${paid.number}`);
    expect(body.lines[0].courses[1].access[0]).toMatchObject({ state: 'ended', reason: 'refunded' });
    expect(body.story.at(-1).title).toBe('Access of Grace "G" Lind ended');
  });

  it('asks Stripe again: a paid order that nobody told us of is settled', async () => {
    const order = await ordered(await someone('Late Payer', 'late@example.test'), 'upper-face');
    await stripe.pay(order.session);
    const answer = await admin.post(`/api/admin/orders/${order.number}/stripe-look`);
    expect([answer.status, answer.body.status]).toEqual([200, 'paid']);
    const again = await admin.form(`/admin/orders/${order.number}/stripe-look`, {});
    expect([again.status, again.headers.get('location')]).toEqual([303, `/admin/orders/${order.number}?done=asked`]);
    const { body } = await admin.get(`/api/admin/orders/${order.number}`);
    expect(body.story.at(-1)).toMatchObject({ title: 'Staff asked Stripe again', text: 'Found: paid' });
  });

  it('tells of refunds and disputes with their amounts, and finds the order by their Stripe ids', async () => {
    const order = await ordered(await someone('Rhea Fund', 'rhea@example.test'), 'upper-face');
    await stripe.pay(order.session);
    await app.get(SettleOrder).execute(order.session);
    const { charge } = (await app.db.row<{ charge: string }>('SELECT charge FROM payments WHERE order_id = $1', [
      order.id,
    ]))!;
    const refund = await stripe.dashboardRefund(charge, 5_000);
    const dispute = await stripe.dispute(charge, { amount: 1_000 });
    await stripe.moveDispute(dispute.id, 'lost');
    await admin.post(`/api/admin/orders/${order.number}/stripe-look`);
    const { body } = await admin.get(`/api/admin/orders/${order.number}`);
    expect(body.money).toMatchObject({
      paid: { amount: 19_900 },
      refunded: { amount: 5_000 },
      lost: { amount: 1_000 },
      left: { amount: 13_900 },
    });
    const titles: string[] = body.story.map((event: any) => event.title as string);
    for (const title of ['Refund of $50.00 made at Stripe', 'Dispute over $10.00 closed'])
      expect(titles).toContain(title);
    for (const id of [refund.id, dispute.id]) expect(await found(`q=${id}`)).toEqual([order.number]);
    const page = await admin.get(`/admin/orders/${order.number}`, { accept: 'text/html' });
    expect([page.text.includes('Lost to disputes'), page.text.includes('Refunds and disputes')]).toEqual([true, true]);
  });

  it('says so when an order was never at Stripe, and when there is no receipt', async () => {
    const order = await ordered(await someone('Nobody Yet', 'noone@example.test'), 'upper-face');
    await app.db.rows('UPDATE orders SET checkout_session_id = NULL, checkout_url = NULL WHERE id = $1', [order.id]);
    expect((await admin.post(`/api/admin/orders/${order.number}/stripe-look`)).body.code).toBe('never_at_stripe');
    expect((await admin.post(`/api/admin/orders/${order.number}/receipt-mail`)).body.code).toBe('no_receipt');
    const page = await admin.form(`/admin/orders/${order.number}/receipt-mail`, {});
    expect([page.status, page.text.includes('has no receipt')]).toEqual([422, true]);
    expect((await admin.post('/api/admin/orders/GL-0000-0000/receipt-mail')).status).toBe(404);
  });

  it('sends a receipt again, once for a double click, to the address as it is now', async () => {
    await app.db.rows(`UPDATE people SET email = 'grace.new@example.test' WHERE email = 'grace@example.test'`);
    const twice = await Promise.all([1, 2].map(() => admin.post(`/api/admin/orders/${paid.number}/receipt-mail`)));
    expect(twice.map(({ status }) => status)).toEqual([204, 204]);
    const mails = await app.db.rows(
      `SELECT subject FROM mails WHERE to_email = 'grace.new@example.test' AND kind = 'receipt'`,
    );
    // Two, should the clock's minute turn between the clicks.
    expect(mails.length).toBeLessThanOrEqual(2);
    expect(mails[0]).toEqual({ subject: `Your receipt for order ${paid.number}` });
  });
});
