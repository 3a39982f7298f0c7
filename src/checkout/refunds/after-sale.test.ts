import { Sales, type Sale } from '../../../test/fixtures/sales.js';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { ReconcilePayment } from '../settling/reconcile-payment.js';

describe('the pages after a sale', () => {
  let app: TestApp;
  let sales: Sales;
  let admin: Client;
  let learner: Client;
  let learnerId: string;

  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    sales = new Sales(app);
    await sales.stripe.webhooks('drop');
    [admin, learner] = [await app.signIn('admin'), await app.signIn('learner')];
    learnerId = (await app.db.row<{ id: string }>(`SELECT id FROM people WHERE email LIKE 'learner@%'`))!.id;
  }, 120_000);
  afterAll(() => app.close());

  const page = async (who: Client, path: string) => (await who.get(path, { accept: 'text/html' })).text;
  const choiceIn = (html: string) => /name="what" value="([^"]+)"/.exec(html)![1]!;
  const requestOf = async (sale: Sale) =>
    (await app.db.row<{ id: string }>('SELECT id FROM refund_requests WHERE order_id = $1 AND decision IS NULL', [
      sale.orderId,
    ]))!.id;
  const asked = async () => {
    const sale = await sales.sold(['upper-face'], learnerId);
    const html = await page(learner, `/orders/${sale.number}/refund`);
    const form = { what: choiceIn(html), reason: 'Wrong course', currency: 'USD' };
    const answer = await learner.form(`/orders/${sale.number}/refund`, form);
    expect(answer.status).toBe(303);
    return { sale, id: await requestOf(sale) };
  };
  /** The next sale of the same course begins anew. */
  const dropped = async (sale: Sale) =>
    app.db.rows(`UPDATE grants SET ended_at = now(), ended_reason = 'test' WHERE source_id = $1 AND ended_at IS NULL`, [
      sale.lines[0],
    ]);

  it('offer staff no approval while a bank holds the money, and close a request by themselves once it is lost', async () => {
    const { sale, id } = await asked();
    const dispute = await sales.stripe.dispute(sale.charge);
    await app.get(ReconcilePayment).execute(sale.paymentIntent);
    const desk = await page(learner, '/learning');
    expect(desk).toContain('Your bank took the payment back');
    expect((await learner.get('/learn/upper-face')).headers.get('location')).toBe('/learning#paused');
    expect(await page(learner, '/checkout?product=upper-face')).toContain('You have this already: it is paused');
    const html = await page(admin, `/admin/refunds/${id}`);
    expect(html).toContain('It cannot be approved as it was asked for');
    expect(html).not.toContain('Refund $199.00');
    expect(await page(learner, `/orders/${sale.number}/refund`)).not.toContain('the amount no longer changes');
    await sales.stripe.moveDispute(dispute.id, 'lost');
    for (let time = 0; time < 2; time += 1) await app.get(ReconcilePayment).execute(sale.paymentIntent);
    expect(await page(admin, `/admin/refunds/${id}`)).toContain('This request was closed by itself');
    expect(await page(learner, `/orders/${sale.number}`)).toContain('Your request was closed');
    expect(await page(learner, '/orders')).toContain('Dispute lost');
    expect(await app.db.rows(`SELECT 1 FROM mails WHERE dedupe_key = $1`, [`refund-lapsed:${id}`])).toHaveLength(1);
  });

  it('say how much was studied since a refund was asked for', async () => {
    const { sale, id } = await asked();
    await app.db.rows(
      `UPDATE refund_requests SET quote = jsonb_set(quote, '{lines,0,progressPercent}', '-1') WHERE id = $1`,
      [id],
    );
    expect(await page(admin, `/admin/refunds/${id}`)).toContain('-1% studied when it was asked for, 0% today.');
    await dropped(sale);
  });

  it('show the buyer what goes back before they ask, keep what they typed, and let them take the request back', async () => {
    const sale = await sales.sold(['upper-face'], learnerId);
    const address = `/orders/${sale.number}/refund`;
    const html = await page(learner, address);
    expect(html).toContain('$199.00 goes back');
    const empty = await learner.form(address, { what: choiceIn(html), reason: ' ', currency: 'USD' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Enter why you want your money back.');
    const forged = await learner.form(address, { what: `${sale.lines[0]}:1`, reason: 'My own words', currency: 'USD' });
    expect(forged.status).toBe(422);
    expect(forged.text).toContain('It is $199.00 now.');
    expect(forged.text).toContain('My own words');
    await learner.form(address, { what: choiceIn(html), reason: 'Wrong course', currency: 'USD' });
    expect(await page(learner, address)).toContain('You asked for this refund');
    const answer = await learner.form(`/refund-requests/${await requestOf(sale)}/withdrawal`, {});
    expect(answer.status).toBe(303);
    expect(await page(learner, address)).not.toContain('You asked for this refund');
    await dropped(sale);
  });

  it("hide another person's order and request", async () => {
    const { sale, id } = await asked();
    const other = await app.signIn('learner2');
    expect((await other.get(`/orders/${sale.number}/refund`, { accept: 'text/html' })).status).toBe(404);
    expect((await other.get(`/api/orders/${sale.number}/refund-quote`)).status).toBe(404);
    expect((await other.delete(`/api/refund-requests/${id}`)).status).toBe(404);
    expect((await learner.delete(`/api/refund-requests/${id}`)).status).toBe(204);
    await dropped(sale);
  });

  it('tell staff in numbers what approving does, and do it once', async () => {
    const { sale, id } = await asked();
    expect(await page(admin, '/admin/refunds')).toContain(sale.number);
    expect(await page(admin, `/admin/refunds/${id}`)).toContain(
      'Removes access for 1 learner to 1 course, refunds $199.00.',
    );
    const answers = await Promise.all([1, 2, 3].map(() => admin.form(`/admin/refunds/${id}/approval`, {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
    expect(await sales.standing(sale.number)).toMatchObject({ status: 'refunded', open: [] });
    expect(await page(admin, `/admin/refunds/${id}`)).toContain('This request was approved');
  });

  it('let staff decline with a sentence that the buyer reads', async () => {
    const { sale, id } = await asked();
    expect((await admin.form(`/admin/refunds/${id}/refusal`, { note: '' })).text).toContain('Enter the reason');
    expect((await admin.post(`/api/admin/refund-requests/${id}/refusal`, { note: 'Shared login.' })).status).toBe(204);
    const mail = await app.db.row<{ text: string }>(
      `SELECT text FROM mails WHERE dedupe_key = 'refund-declined:' || $1`,
      [id],
    );
    expect(mail!.text).toContain('Shared login.');
    await dropped(sale);
  });

  it('let staff answer a request by another amount, with a reason that the buyer reads', async () => {
    const { sale, id } = await asked();
    const address = `/admin/orders/${sale.number}/refund`;
    expect(await page(admin, `/admin/refunds/${id}`)).toContain(`${address}?request=${id}`);
    expect(await page(admin, `${address}?request=${id}`)).toContain('The reason, as the buyer will read it');
    const half = { lines: sale.lines[0]!, amount: '100', access: 'stays', note: 'Half of it, as agreed.', request: id };
    expect((await admin.form(address, { ...half, amount: '900' })).text).toContain('At most $199.00 can go back.');
    const answers = await Promise.all([1, 2, 3].map(() => admin.form(address, half)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
    expect(await page(admin, `/admin/refunds/${id}`)).toContain('This request was approved');
    const mine = await page(learner, `/orders/${sale.number}`);
    expect(mine).toContain('Your request was approved');
    expect(mine).toContain('Half of it, as agreed.');
    expect(mine).toContain('Refund of $100.00 was sent');
    await dropped(sale);
  });

  it('tell the buyer what happened since they paid, on the page and by the API, and nobody else', async () => {
    const { sale, id } = await asked();
    const order = () => page(learner, `/orders/${sale.number}`);
    expect(await order()).toContain('the amount no longer changes');
    await admin.form(`/admin/refunds/${id}/approval`, {});
    expect(await order()).toContain('Refund of $199.00 was sent');
    const paid = await sales.sold(['upper-face'], learnerId);
    await sales.stripe.dispute(paid.charge);
    await app.get(ReconcilePayment).execute(paid.paymentIntent);
    expect(await page(learner, `/orders/${paid.number}`)).toContain('the courses of this order are paused');
    const since = await learner.get(`/api/orders/${sale.number}/refunds`);
    expect(since.body).toMatchObject({
      requests: [{ id, decision: 'approved', note: null }],
      refunds: [{ status: 'succeeded', amount: { amount: 19_900, currency: 'USD' } }],
      disputes: [],
    });
    expect((await learner.get(`/api/orders/${paid.number}/refunds`)).body.disputes).toMatchObject([
      { standing: 'open' },
    ]);
    const other = await app.signIn('learner2');
    expect((await other.get(`/api/orders/${sale.number}/refunds`)).status).toBe(404);
    await dropped(paid);
  });

  it('let staff refund another amount, with the error at its field and nothing lost', async () => {
    const sale = await sales.sold(['upper-face'], learnerId);
    const address = `/admin/orders/${sale.number}/refund`;
    const form = { lines: sale.lines[0]!, access: 'stays', note: 'Goodwill after an outage' };
    const tooMuch = await admin.form(address, { ...form, amount: '200' });
    expect(tooMuch.status).toBe(422);
    expect(tooMuch.text).toContain('At most $199.00 can go back.');
    expect(tooMuch.text).toContain('Goodwill after an outage');
    expect((await admin.form(address, { ...form, amount: '1.234' })).text).toContain('fewer digits');
    expect((await admin.form(address, { ...form, amount: '20.50' })).status).toBe(303);
    expect(await sales.standing(sale.number)).toMatchObject({ status: 'partially_refunded', open: ['upper-face'] });
    expect(await page(admin, `/admin/orders/${sale.number}`)).toContain('$20.50');
    await dropped(sale);
  });

  it('let staff say which line a refund from the dashboard was for', async () => {
    const sale = await sales.sold(['foundations', 'upper-face'], await sales.someone());
    await sales.stripe.dashboardRefund(sale.charge, 500);
    await app.get(ReconcilePayment).execute(sale.paymentIntent);
    const { id } = (await app.db.row<{ id: string }>('SELECT id FROM refunds WHERE order_id = $1', [sale.orderId]))!;
    expect(await page(admin, '/admin/refunds')).toContain(`/admin/refunds/allocation/${id}`);
    expect(await page(admin, `/admin/refunds/allocation/${id}`)).toContain('$5.00 was refunded');
    expect((await admin.form(`/admin/refunds/allocation/${id}`, { access: 'stays' })).text).toContain(
      'Choose what to refund.',
    );
    const allocated = await admin.form(`/admin/refunds/allocation/${id}`, { lines: sale.lines[1]!, access: 'stays' });
    expect(allocated.status).toBe(303);
    expect(
      (await admin.post(`/api/admin/refunds/${id}/allocation`, { lines: sale.lines, access: 'ends' })).status,
    ).toBe(409);
  });

  it('gather evidence for a dispute and send it to the bank once', async () => {
    const sale = await sales.sold(['dermal-fillers'], learnerId);
    await learner.get('/learn/dermal-fillers', { accept: 'text/html' });
    const { id } = await sales.stripe.dispute(sale.charge);
    await app.get(ReconcilePayment).execute(sale.paymentIntent);
    expect(await page(admin, '/admin/disputes')).toContain(sale.number);
    const shown = await admin.get<{ evidence: Record<string, string> }>(`/api/admin/disputes/${id}`);
    expect(shown.body.evidence.access_activity_log).toContain('signed in from');
    expect(shown.body.evidence.refund_policy_disclosure).toContain('Money back: Within 14 days');
    const words = { ...shown.body.evidence, refund_refusal_explanation: 'Studied for a week.' };
    const sent = await Promise.all([1, 2, 3].map(() => admin.post(`/api/admin/disputes/${id}/evidence`, words)));
    expect(sent.map(({ status }) => status)).toContain(204);
    const atStripe = await app.db.row<{ count: number; why: string }>(
      `SELECT (body #>> '{evidence_details,submission_count}')::int AS count,
         body #>> '{evidence,refund_refusal_explanation}' AS why FROM stripe_sandbox.objects WHERE id = $1`,
      [id],
    );
    expect(atStripe).toEqual({ count: 1, why: 'Studied for a week.' });
    expect(await page(admin, `/admin/disputes/${id}`)).toContain('Studied for a week.');
    expect((await admin.post(`/api/admin/disputes/${id}/evidence`, words)).body).toMatchObject({
      code: 'evidence_closed',
    });
    expect((await admin.get('/api/admin/disputes/du_none')).status).toBe(404);
  });
});
