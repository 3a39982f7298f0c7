import { SeatQueries, seatsChecks } from '../../seats/index.js';
import { linkTo, mailsTo } from '../../../test/fixtures/seats.js';
import { type Placed, type Shopper, Shoppers, testApp, type TestApp } from '../../../test/support/index.js';
import { checkData } from '../../database/index.js';
import { newId } from '../../shared/index.js';
import { LineAccess } from '../orders/line-access.js';

const items = [{ product: 'foundations' }];
const seatsOf = (clinic: object, quantity = 3) => ({ items: [{ ...items[0]!, quantity }], purpose: 'seats', clinic });
const anyone = () => ({ name: 'Rosa Lind', email: `${newId()}@example.test`, message: 'For your new practice' });

describe('an order for others', () => {
  let app: TestApp;
  let shoppers: Shoppers;
  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    shoppers = new Shoppers(app);
  }, 120_000);
  afterAll(() => app.close());

  const lineOf = async ({ id }: Placed) =>
    (await app.db.row<{ id: string }>('SELECT id FROM order_lines WHERE order_id = $1', [id]))!.id;
  const grantsOf = (personId: string) =>
    app.db.rows('SELECT g.id FROM grants g JOIN enrollments e ON e.id = g.enrollment_id WHERE e.person_id = $1', [
      personId,
    ]);
  const clinicOf = async ({ id }: Placed) =>
    (await app.db.row<{ id: string }>('SELECT clinic_id AS id FROM orders WHERE id = $1', [id]))!.id;

  it('as a gift opens one seat, writes to its recipient once it is paid, and gives the buyer nothing', async () => {
    const [giver, recipient] = [await shoppers.someone(), anyone()];
    const order = await shoppers.placed(giver, { items, purpose: 'gift', recipient });
    expect(await mailsTo(app.db, recipient.email)).toEqual([]);
    await shoppers.stripe.pay(order.session);
    await shoppers.settle(order);
    await shoppers.settle(order);
    expect(await mailsTo(app.db, recipient.email)).toMatchObject([{ kind: 'seat-invitation' }]);
    expect(await linkTo(app.db, recipient.email)).toHaveLength(43);
    expect(await app.get(SeatQueries).effects(await lineOf(order))).toMatchObject({ seats: 1, assigned: 1 });
    expect(await grantsOf(giver.personId)).toEqual([]);
    const [receipt] = await mailsTo(app.db, giver.email);
    expect(receipt!.text).toContain('We have written to Rosa Lind');
  });

  it('for a clinic opens as many seats as were paid for, at the clinic that was named', async () => {
    const buyer = await shoppers.someone();
    const first = await shoppers.bought(buyer, seatsOf({ name: 'Lind Practice' }));
    expect(await app.get(SeatQueries).effects(await lineOf(first))).toMatchObject({ seats: 3, assigned: 0 });
    expect(await grantsOf(buyer.personId)).toEqual([]);
    const again = await shoppers.placed(buyer, seatsOf({ name: 'lind practice' }, 4));
    expect(await clinicOf(again)).toBe(await clinicOf(first));
    const byId = await shoppers.placed(buyer, seatsOf({ id: await clinicOf(first) }, 5));
    expect(await clinicOf(byId)).toBe(await clinicOf(first));
  });

  it('founds one clinic for two tabs', async () => {
    const buyer = await shoppers.someone();
    const ask = (quantity: number) => shoppers.placed(buyer, seatsOf({ name: 'Two Tabs' }, quantity));
    const [one, other] = await Promise.all([ask(2), ask(3)]);
    expect(await clinicOf(one)).toBe(await clinicOf(other));
  });

  it('cannot be for a clinic that somebody else manages, or that does not exist', async () => {
    const theirs = await shoppers.placed(await shoppers.someone(), seatsOf({ name: 'Theirs' }));
    const stranger = await shoppers.someone();
    for (const id of [await clinicOf(theirs), newId()]) {
      expect((await stranger.post('/api/orders', seatsOf({ id }))).status).toBe(404);
    }
  });

  describe('on the checkout page', () => {
    const html = { accept: 'text/html' };
    const hidden = (text: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)![1]!;
    const confirm = (buyer: Shopper, text: string, fields: Record<string, string>) =>
      buyer.form('/checkout', {
        product: 'foundations',
        key: hidden(text, 'key'),
        amount: hidden(text, 'amount'),
        currency: 'USD',
        ...fields,
      });

    it('is found from the page of what is sold, asks for whom, and keeps what was typed', async () => {
      const buyer = await shoppers.someone();
      const product = await buyer.get('/courses/foundations', html);
      expect(product.text).toContain('/checkout?product=foundations&purpose=gift');
      const page = await buyer.get('/checkout?product=foundations&purpose=gift', html);
      expect(page.text).toContain('Their e-mail address');
      const half = {
        purpose: 'gift',
        'recipient.name': 'Rosa',
        'recipient.email': 'rosa',
        'recipient.message': 'Yours',
      };
      const back = await confirm(buyer, page.text, half);
      expect(back.status).toBe(422);
      expect(back.text).toContain('id="field-recipient-email-error"');
      expect(back.text).toContain('value="Rosa"');
      expect(back.text).toContain('Yours');
      const sent = await confirm(buyer, back.text, { ...half, 'recipient.email': 'rosa@example.test' });
      expect([sent.status, sent.headers.get('location')]).toEqual([303, expect.stringContaining('/c/pay/')]);
    });

    it('counts seats, names the clinic, and says which number of seats is none', async () => {
      const buyer = await shoppers.someone();
      const wrong = await buyer.get('/checkout?product=foundations&purpose=seats&quantity=many', html);
      expect(wrong.text).toContain('Between 1 and 500 seats.');
      expect(wrong.text).toContain('value="many"');
      const page = await buyer.get('/checkout?product=foundations&purpose=seats&quantity=3', html);
      expect(page.text).toContain('Continue to pay $447.00');
      const seats = { purpose: 'seats', quantity: '3', 'clinic.name': '' };
      const unnamed = await confirm(buyer, page.text, seats);
      expect(unnamed.text).toContain('Say for which clinic the seats are.');
      const sent = await confirm(buyer, unnamed.text, { ...seats, 'clinic.name': 'Page Practice' });
      expect(sent.status).toBe(303);
      const order = await app.db.row(`SELECT o.total, l.quantity FROM orders o JOIN order_lines l ON l.order_id = o.id
        WHERE o.person_id = '${buyer.personId}'`);
      expect(order).toEqual({ total: 44_700, quantity: 3 });
    });
  });

  it.each([
    ['a gift for nobody', { items, purpose: 'gift' }, 'recipient_missing'],
    ['seats for no clinic', { items, purpose: 'seats' }, 'clinic_missing'],
    ['a recipient of what is for oneself', { items, recipient: anyone() }, 'named_in_vain'],
    ['a clinic of a gift', { items, purpose: 'gift', recipient: anyone(), clinic: { name: 'A' } }, 'named_in_vain'],
  ])('is refused as %s', async (_, body, code) => {
    const answer = await (await shoppers.someone()).post('/api/orders', body);
    expect(answer).toMatchObject({ status: 422, body: { code } });
  });

  it('is refused at the field as a gift to the own address', async () => {
    const buyer = await shoppers.someone();
    const { email } = (await app.db.row<{ email: string }>('SELECT email FROM people WHERE id = $1', [
      buyer.personId,
    ]))!;
    const recipient = { ...anyone(), email: email.toUpperCase() };
    const answer = await buyer.post('/api/orders', { items, purpose: 'gift', recipient });
    expect([answer.status, answer.body.code, Object.keys(answer.body.errors as object)]).toEqual([
      422,
      'gift_to_oneself',
      ['recipient.email'],
    ]);
  });

  it('loses its seats when it is taken back, pauses with a dispute, and has both undone', async () => {
    const order = await shoppers.bought(await shoppers.someone(), seatsOf({ name: 'Back Again' }));
    const line = { id: await lineOf(order), purpose: 'seats' as const };
    const access = app.get(LineAccess);
    const seats = async () => (await access.effects(line)).seats;
    const paused = async () =>
      (await app.db.row<{ suspended: string[] }>('SELECT suspended FROM seat_lots WHERE source_id = $1', [line.id]))!
        .suspended;
    await app.db.transaction((tx) => access.end(tx, line, { reason: 'refund:1', at: new Date('2026-12-01') }));
    expect(await seats()).toBe(0);
    await app.db.transaction((tx) => access.reopen(tx, line, 'refund:1'));
    expect(await seats()).toBe(3);
    await app.db.transaction((tx) => access.suspend(tx, line, 'dispute'));
    expect(await paused()).toEqual(['dispute']);
    await app.db.transaction((tx) => access.restore(tx, line, 'dispute'));
    expect(await paused()).toEqual([]);
  });

  it('leaves the stored data whole', async () => {
    expect(await checkData(app.db, seatsChecks)).toEqual([]);
  });
});
