import {
  type Client,
  eventually,
  SandboxLevers,
  sendEvent,
  testApp,
  type TestApp,
} from '../../../test/support/index.js';
import { attemptsPerJob } from '../../jobs/index.js';
import { SettleOrder } from '../index.js';
import { FetchMissedEvents } from '../stripe/fetch-missed-events.js';
import { HandleStripeEvent } from '../stripe/handle-stripe-event.js';

const passphrase = 'a long enough passphrase';

describe('what waits for staff', () => {
  let app: TestApp;
  let stripe: SandboxLevers;
  let admin: Client;
  let people = 0;

  beforeAll(async () => {
    app = await testApp();
    stripe = new SandboxLevers(app);
    await stripe.webhooks('drop');
    admin = await app.signIn('admin');
  }, 120_000);
  afterAll(() => app.close());

  async function ordered(product = 'foundations') {
    const email = `waits${(people += 1)}@example.test`;
    await app.client().post('/api/people', { name: 'Wanda Waits', email, password: passphrase });
    const buyer = await app.signIn(email, passphrase);
    const { number } = (await buyer.post('/api/orders', { items: [{ product }] })).body as { number: string };
    const row = await app.db.row<{ id: string; session: string }>(
      'SELECT id, checkout_session_id AS session FROM orders WHERE number = $1',
      [number],
    );
    return { number, buyer, ...row! };
  }

  describe('a review', () => {
    const open = async () => (await admin.get('/api/admin/reviews')).body.items as { id: string; reason: string }[];

    it('shows what was expected beside what was seen, and is resolved once with who, when and why', async () => {
      const order = await ordered();
      await app.db.rows('UPDATE orders SET total = 1 WHERE id = $1', [order.id]);
      await stripe.pay(order.session);
      await app.get(SettleOrder).execute(order.session);
      const [review] = await open();
      expect(review).toMatchObject({ reason: 'payment_mismatch', order: { number: order.number } });
      const page = await admin.get(`/admin/reviews/${review!.id}`, { accept: 'text/html' });
      for (const words of ['does not fit', '$0.01', '$149.00', 'Differs']) expect(page.text.includes(words)).toBe(true);

      const empty = await admin.form(`/admin/reviews/${review!.id}/resolution`, { note: '  ' });
      expect([empty.status, empty.text.includes('Say what was decided')]).toEqual([422, true]);
      const both = await Promise.all(
        ['Refunded at Stripe.', 'Something else.'].map((note) =>
          admin.post(`/api/admin/reviews/${review!.id}/resolution`, { note }),
        ),
      );
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(both.find(({ status }) => status === 409)!.body.code).toBe('already_resolved');
      expect(await open()).toEqual([]);
      const done = (await admin.get('/api/admin/reviews?state=resolved')).body.items;
      expect(done[0].resolved).toMatchObject({ by: 'Ruth Adeyemi' });
      const story = (await admin.get(`/api/admin/orders/${order.number}`)).body.story as { title: string }[];
      expect(story.map(({ title }) => title)).toEqual(
        expect.arrayContaining(['Put up for review: payment mismatch', 'Review resolved: payment mismatch']),
      );
    });

    it('of another subject may be open beside one that is resolved', async () => {
      const order = await ordered();
      const add = (subject: string) =>
        app.db.rows(
          `INSERT INTO order_reviews (order_id, reason, subject, seen) VALUES ($1, 'refund_failed', $2, '{"refundId":"re_1"}')
           ON CONFLICT DO NOTHING`,
          [order.id, subject],
        );
      await add('re_1');
      await add('re_1');
      await add('re_2');
      const first = (await admin.get('/api/admin/reviews?reason=refund_failed&limit=1')).body;
      const second = (await admin.get(`/api/admin/reviews?reason=refund_failed&limit=1&after=${first.next}`)).body;
      expect(new Set([...first.items, ...second.items].map(({ id }) => id as string)).size).toBe(2);
      expect(second.next).toBeNull();
      const page = await admin.get('/admin/reviews', { accept: 'text/html' });
      expect(page.text.includes('The bank could not take a refund')).toBe(true);
    });

    it('is unknown if it is not there', async () => {
      const nowhere = '01890000-0000-7000-8000-000000000000';
      expect((await admin.get(`/api/admin/reviews/${nowhere}`)).status).toBe(404);
      expect((await admin.post(`/api/admin/reviews/${nowhere}/resolution`, { note: 'x' })).status).toBe(404);
      expect((await admin.get('/api/admin/reviews?state=lost')).status).toBe(400);
    });
  });

  describe('a failed event', () => {
    const listed = async (query = '') =>
      (await admin.get(`/api/admin/stripe-events${query}`)).body.items as {
        id: string;
        tries: number;
        error: string;
      }[];

    /** Fails each time it is tried: Stripe knows no such session. */
    const poison = (id: string) =>
      app.db.rows(`INSERT INTO stripe_events (id, type, body) VALUES ($1, 'checkout.session.completed', $2)`, [
        id,
        JSON.stringify({ id, data: { object: { id: `cs_test_${id}` } } }),
      ]);

    it('comes into the list when every try failed, with the reason, and not before', async () => {
      await poison('evt_poison');
      const handle = () => app.get(HandleStripeEvent).execute({ eventId: 'evt_poison' });
      for (let attempt = 1; attempt < attemptsPerJob; attempt += 1) await expect(handle()).rejects.toThrow();
      expect(await listed()).toEqual([]);
      await expect(handle()).rejects.toThrow();
      expect(await listed()).toMatchObject([
        { id: 'evt_poison', tries: attemptsPerJob, error: expect.stringContaining('No such checkout.session') },
      ]);
      const page = await admin.get('/admin/stripe-events', { accept: 'text/html' });
      expect(page.text.includes('Replay all 1')).toBe(true);
    });

    it('is handled when it is replayed after its cause is gone, once', async () => {
      const order = await ordered();
      await stripe.pay(order.session);
      const event = (await stripe.events(order.session)).find(({ type }) => type === 'checkout.session.completed')!;
      await app.db.rows(
        `INSERT INTO stripe_events (id, type, body, outcome, tries, error) VALUES ($1, $2, $3, 'failed', 11, 'no answer')`,
        [event.id, event.type, JSON.stringify(event.body)],
      );
      const replays = await Promise.all([1, 2].map(() => admin.post(`/api/admin/stripe-events/${event.id}/replay`)));
      expect(replays.map(({ status }) => status).sort()).toEqual([200, 404]);
      await eventually(async () =>
        expect((await admin.get(`/api/admin/orders/${order.number}`)).body.status).toBe('paid'),
      );
      expect((await listed()).map(({ id }) => id)).not.toContain(event.id);
      expect((await admin.post(`/api/admin/stripe-events/${event.id}/replay`)).status).toBe(404);
    });

    it('is replayed with all others by one button', async () => {
      await poison('evt_one');
      await poison('evt_two');
      await app.db.rows(`UPDATE stripe_events SET outcome = 'failed', tries = 11 WHERE id IN ('evt_one', 'evt_two')`);
      const waiting = (await listed()).length;
      const answer = await admin.form('/admin/stripe-events/replay', {});
      expect([answer.status, answer.headers.get('location')]).toEqual([
        303,
        `/admin/stripe-events?replayed=${waiting}`,
      ]);
      const page = await admin.get(`/admin/stripe-events?replayed=${waiting}`, { accept: 'text/html' });
      expect([page.text.includes('are tried again'), await listed()]).toEqual([true, []]);
    });

    it('is also one whose job was lost, and never one of a type that is not used', async () => {
      await poison('evt_lost');
      await app.db.rows(`UPDATE stripe_events SET received_at = now() - interval '3 hours' WHERE id = 'evt_lost'`);
      await sendEvent(app.url, {
        id: 'evt_unused',
        object: 'event',
        type: 'customer.created',
        livemode: false,
        data: { object: { id: 'cus_1' } },
      });
      await eventually(async () => {
        const rows = await app.db.rows(`SELECT outcome FROM stripe_events WHERE id = 'evt_unused'`);
        expect(rows).toEqual([{ outcome: 'ignored' }]);
      });
      expect((await listed()).map(({ id }) => id)).toEqual(['evt_lost']);
      expect(await listed('?type=refund')).toEqual([]);
    });
  });

  it('fetches from Stripe, daily, the events that never came, each once', async () => {
    const order = await ordered('upper-face');
    await stripe.webhooks('hold');
    await stripe.pay(order.session);
    const missed = await app.get(FetchMissedEvents).execute();
    expect(missed).toBeGreaterThan(0);
    await eventually(async () =>
      expect((await admin.get(`/api/admin/orders/${order.number}`)).body.status).toBe('paid'),
    );
    expect(await app.get(FetchMissedEvents).execute()).toBe(0);
    await stripe.webhooks('drop');
  });
});
