import { Shoppers, testApp, type TestApp } from '../../../test/support/index.js';

const german = { address: { country: 'DE', postalCode: '10969' } };

describe('tax', () => {
  let app: TestApp;
  let shop: Shoppers;

  beforeAll(async () => {
    app = await testApp();
    shop = new Shoppers(app);
    await shop.stripe.webhooks('drop');
    await app.db.rows(`UPDATE markets SET active = true WHERE name = 'eu'`);
    await app.db.rows(
      `INSERT INTO list_prices (id, product_id, currency, market, amount, effective_at, reason)
       SELECT gen_random_uuid(), product_id, 'EUR', 'eu', amount,
         date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond', 'A test' FROM list_prices WHERE market = 'default'`,
    );
  }, 120_000);
  afterAll(() => app.close());

  const soldAs = (tax: 'none' | 'included' | 'added') =>
    app.db.rows(`UPDATE markets SET tax = $1 WHERE name = 'eu'`, [tax]);
  const stored = (id: string) =>
    app.db.row(
      `SELECT o.status, o.total, o.tax, o.tax_display AS display, o.billed, y.amount AS paid,
         (SELECT coalesce(sum(t.amount), 0)::int FROM order_line_taxes t JOIN order_lines l ON l.id = t.order_line_id
          WHERE l.order_id = o.id) AS split,
         (SELECT count(*)::int FROM order_line_taxes t JOIN order_lines l ON l.id = t.order_line_id
          WHERE l.order_id = o.id) AS parts
       FROM orders o LEFT JOIN payments y ON y.order_id = o.id WHERE o.id = $1`,
      [id],
    );
  const basket = (...products: string[]) => ({ items: products.map((product) => ({ product })), market: 'eu' });

  it('that is included is taken from Stripe, split to every course of every line, and changes no price', async () => {
    await soldAs('included');
    const buyer = await shop.someone();
    const order = await shop.bought(buyer, basket('foundations', 'upper-face'), german);
    expect(await stored(order.id)).toEqual({
      ...{ status: 'paid', display: 'included', total: 34_800, paid: 34_800, tax: 5_556, split: 5_556, parts: 2 },
      billed: { country: 'DE', taxIds: [], exempt: 'none' },
    });
    const page = await buyer.get(`/orders/${order.number}`, { accept: 'text/html' });
    expect(page.text).toContain('€55.56, in the prices');
  });

  it('that comes on top is charged beside the total, which the page said before', async () => {
    await soldAs('added');
    const buyer = await shop.someone();
    buyer.setCookie('market', 'eu');
    const page = await buyer.get('/checkout?product=cosmetic-injector-certification', { accept: 'text/html' });
    expect(page.text).toContain('plus tax');
    expect(page.text).toContain('Tax comes on top');
    const order = await shop.bought(buyer, basket('cosmetic-injector-certification'), german);
    const { total, tax, paid, split, parts } = (await stored(order.id)) as Record<string, number>;
    expect(tax).toBe(Math.round(total! * 0.19));
    expect([paid, split, parts]).toEqual([total! + tax!, tax, 6]);
    const answer = (await buyer.get(`/api/orders/${order.number}`)).body;
    expect([answer.total.amount, answer.tax.amount, answer.taxDisplay]).toEqual([total, tax, 'added']);
  });

  it('is none for a business that accounts for it itself, whose tax id is kept', async () => {
    await soldAs('added');
    const buyer = await shop.someone();
    const order = await shop.bought(buyer, basket('upper-face'), { ...german, taxId: 'DE123456789' });
    expect(await stored(order.id)).toMatchObject({
      ...{ status: 'paid', tax: 0, paid: order.total, parts: 0 },
      billed: { country: 'DE', taxIds: ['DE123456789'], exempt: 'reverse' },
    });
  });

  it('that Stripe did not charge as shown grants nothing and waits for staff', async () => {
    await soldAs('included');
    const buyer = await shop.someone();
    const order = await shop.placed(buyer, basket('upper-face'));
    await app.db.rows(`UPDATE orders SET tax_display = 'added' WHERE id = $1`, [order.id]);
    await shop.stripe.pay(order.session, german);
    await shop.settle(order);
    expect(await stored(order.id)).toMatchObject({ status: 'pending', paid: null });
    expect(await app.db.rows('SELECT reason FROM order_reviews WHERE order_id = $1', [order.id])).toEqual([
      { reason: 'payment_mismatch' },
    ]);
  });

  it('is asked of Stripe with each price, its behaviour and its kind', async () => {
    await soldAs('added');
    const order = await shop.placed(await shop.someone(), basket('foundations'));
    const session = (await app.db.row<{ body: Record<string, unknown>; hidden: { lineItems: object[] } }>(
      'SELECT body, hidden FROM stripe_sandbox.objects WHERE id = $1',
      [order.session],
    ))!;
    expect(session.body).toMatchObject({
      automatic_tax: { enabled: true },
      tax_id_collection: { enabled: true },
      billing_address_collection: 'required',
    });
    expect(JSON.stringify(session.hidden.lineItems)).toContain('"tax_behavior":"exclusive"');
  });
});
