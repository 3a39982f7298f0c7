import { Sales } from '../../../test/fixtures/sales.js';
import { type Client, eventually, sendEvent, testApp, type TestApp } from '../../../test/support/index.js';
import { ReconcilePayment } from '../settling/reconcile-payment.js';
import { ReconcilePayout } from './reconcile-payout.js';

describe('a payout', () => {
  let app: TestApp;
  let sales: Sales;
  let accountant: Client;

  beforeAll(async () => {
    app = await testApp();
    sales = new Sales(app);
    accountant = await app.signIn('accountant');
    await sales.stripe.webhooks('drop');
  }, 120_000);
  afterAll(() => app.close());

  const twoDays = () => sales.stripe.clock(2 * 86_400);
  const reconcile = (id: string) => app.get(ReconcilePayout).execute(id);
  const told = async (id: string) => (await accountant.get(`/api/books/payouts/${id}`)).body;
  const facts = async (id: string) =>
    (
      await app.db.rows<{ verdict: string }>(
        `SELECT data ->> 'verdict' AS verdict FROM facts WHERE name = 'payout.reconciled' AND data ->> 'payoutId' = $1 ORDER BY at`,
        [id],
      )
    ).map(({ verdict }) => verdict);

  /** A payment that is none of ours, as an API client makes it. */
  const payment = (amount: number) =>
    fetch(new URL('/v1/payment_intents', app.sandboxUrl), {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_stranger', 'content-type': 'application/x-www-form-urlencoded' },
      body: `amount=${amount}&currency=usd&payment_method=pm_card_bypassPending&confirm=true`,
    });

  it('is matched to our orders by its events, in any order and however often they come', async () => {
    const sale = await sales.sold(['foundations']);
    const refund = await sales.stripe.dashboardRefund(sale.charge, 1_000);
    await app.get(ReconcilePayment).execute(sale.paymentIntent);
    await twoDays();
    const payout = await sales.stripe.payOut();
    const events = (await sales.stripe.events(payout.id)).map(({ body }) => body as object);
    expect(events.length).toBeGreaterThanOrEqual(3);
    await Promise.all([...events.reverse(), ...events].map((event) => sendEvent(app.url, event)));
    await eventually(async () => expect((await told(payout.id)).verdict).toBe('matched'));
    await eventually(async () =>
      expect(await app.db.rows('SELECT 1 FROM stripe_events WHERE handled_at IS NULL')).toEqual([]),
    );
    const body = await told(payout.id);
    expect(body).toMatchObject({ status: 'paid', transactionsNet: { amount: payout.amount } });
    const moves = body.items as { source: string; orderNumber: string }[];
    expect(moves.map(({ source }) => source).sort()).toEqual([sale.charge, refund.id].sort());
    expect(moves.map(({ orderNumber }) => orderNumber)).toEqual([sale.number, sale.number]);
    expect(await facts(payout.id)).toEqual(['matched']);
  });

  it('is summed over all pages of its transactions', async () => {
    for (let batch = 0; batch < 12; batch += 1) await Promise.all(Array.from({ length: 10 }, () => payment(2_000)));
    const payout = await sales.stripe.payOut();
    expect(await reconcile(payout.id)).toBe('matched');
    expect((await told(payout.id)).transactions).toBe(120);
  }, 60_000);

  it('has a difference while one of its transactions is missing, and is matched when it came', async () => {
    await payment(3_000);
    await payment(4_000);
    const payout = await sales.stripe.payOut();
    const [missing] = await app.db.rows<{ id: string }>(
      `UPDATE stripe_sandbox.objects SET hidden = hidden - 'payout' WHERE id = (SELECT id FROM stripe_sandbox.objects
         WHERE hidden ->> 'payout' = $1 AND body ->> 'amount' = '4000') RETURNING id`,
      [payout.id],
    );
    expect(await reconcile(payout.id)).toBe('difference');
    const page = await accountant.get(`/books/payouts/${payout.id}`, { accept: 'text/html' });
    expect(page.text.includes('The transactions do not make up the payout')).toBe(true);
    await app.db.rows(
      `UPDATE stripe_sandbox.objects SET hidden = hidden || jsonb_build_object('payout', $2::text) WHERE id = $1`,
      [missing!.id, payout.id],
    );
    const again = await accountant.form(`/books/payouts/${payout.id}/reconciliation`, {});
    expect([again.status, (await told(payout.id)).verdict]).toEqual([303, 'matched']);
    expect(await facts(payout.id)).toEqual(['difference', 'matched']);
  });

  it('that somebody started by hand cannot be matched, and says so', async () => {
    await payment(5_000);
    await payment(5_000);
    const payout = await sales.stripe.payOut({ amount: 6_000 });
    expect(await reconcile(payout.id)).toBe('manual');
    expect(await told(payout.id)).toMatchObject({ isAutomatic: false, transactionsNet: null, transactions: 0 });
  });

  it('that the bank sent back says why, also when an older look comes last', async () => {
    await payment(6_000);
    const payout = await sales.stripe.payOut();
    await reconcile(payout.id);
    await sales.stripe.failPayout(payout.id);
    await reconcile(payout.id);
    const body = await told(payout.id);
    expect([body.status, typeof body.failure]).toEqual(['failed', 'string']);
    await app.db.rows(`UPDATE payouts SET read_at = now() + interval '1 hour', status = 'told later' WHERE id = $1`, [
      payout.id,
    ]);
    await reconcile(payout.id);
    expect((await told(payout.id)).status).toBe('told later');
  });

  it('that Stripe does not know fails its event, which staff then find in their list', async () => {
    await expect(reconcile('po_nobody_knows')).rejects.toThrow('No such payout');
  });
});
