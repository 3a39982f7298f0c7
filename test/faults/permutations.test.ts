import { HandleStripeEvent } from '../../src/checkout/index.js';
import { checkData } from '../../src/database/index.js';
import { dataChecks } from '../../src/process/data-checks.js';
import { Sales } from '../fixtures/sales.js';
import { sendEvent, testApp, type TestApp } from '../support/index.js';
import { rounds } from './rounds.js';

const types = [
  'checkout.session.completed',
  'charge.succeeded',
  'charge.refunded',
  'charge.dispute.created',
  'charge.dispute.closed',
];

const permutations = <T>(items: T[]): T[][] =>
  items.length < 2
    ? [items]
    : items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));

describe('events about one payment, in any order and twice', () => {
  let app: TestApp;
  let sales: Sales;

  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    sales = new Sales(app);
    await sales.stripe.webhooks('drop');
  }, 120_000);
  afterAll(() => app.close());

  /** Everything happens at Stripe before we hear of any of it. */
  async function happened(end: 'won' | 'lost') {
    const { number, session } = await sales.paid(['foundations', 'upper-face'], await sales.someone());
    const { charge, intent } = (await app.db.row<{ charge: string; intent: string }>(
      `SELECT c.id AS charge, c.body ->> 'payment_intent' AS intent FROM stripe_sandbox.objects c
         JOIN stripe_sandbox.objects s ON s.body ->> 'payment_intent' = c.body ->> 'payment_intent'
       WHERE c.kind = 'charge' AND s.id = $1`,
      [session],
    ))!;
    await sales.stripe.dashboardRefund(charge, 19_900);
    await sales.stripe.moveDispute((await sales.stripe.dispute(charge)).id, end);
    const events = await app.db.rows<{ id: string; type: string; body: object }>(
      `SELECT id, type, body FROM stripe_sandbox.events WHERE type = ANY($1)
         AND (body #>> '{data,object,payment_intent}' = $2 OR body #>> '{data,object,id}' = $3)`,
      [types, intent, session],
    );
    return { number, events: types.map((type) => events.find((event) => event.type === type)!) };
  }

  it.each(['won', 'lost'] as const)(
    'end in the same state when the dispute is %s',
    async (end) => {
      const all = permutations([0, 1, 2, 3, 4]);
      const step = Math.ceil(all.length / rounds(8, all.length));
      const expected =
        end === 'won'
          ? { status: 'partially_refunded', open: ['foundations'], paused: [] }
          : { status: 'disputed', open: [], paused: [] };
      for (const order of all.filter((_, index) => index % step === 0)) {
        const { number, events } = await happened(end);
        for (const index of [...order, ...order.toReversed()]) {
          const event = events[index]!;
          expect((await sendEvent(app.url, event.body)).status).toBe(200);
          await app.get(HandleStripeEvent).execute({ eventId: event.id });
        }
        expect({ order, ...(await sales.standing(number)) }).toEqual({ order, ...expected });
      }
      expect(await checkData(app.db, dataChecks)).toEqual([]);
    },
    600_000,
  );
});
