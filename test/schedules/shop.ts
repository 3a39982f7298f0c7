import {
  HandleStripeEvent,
  ReconcilePayment,
  RefundOrder,
  SettleOrder,
  StartCheckout,
  SweepOrders,
  SweepRefunds,
} from '../../src/checkout/index.js';
import { DomainError, newId } from '../../src/shared/index.js';
import { crashAt } from '../faults/crash-at.js';
import { SandboxLevers, sendEvent, type TestApp } from '../support/index.js';
import type { Step } from './steps.js';

const products = ['cosmetic-injector-certification', 'foundations', 'upper-face', 'dermal-fillers'];

interface Placed {
  id: string;
  number: string;
  session: string;
}

/** One schedule played against the whole application: two buyers of their own, Stripe as it is, events as we send them. */
export class Shop {
  readonly buyers = [newId(), newId()];
  private readonly stripe: SandboxLevers;
  private crash: { statement: number; when: 'before' | 'after' } | undefined;

  constructor(private readonly app: TestApp) {
    this.stripe = new SandboxLevers(app);
  }

  stopWebhooks = () => this.stripe.webhooks('drop');

  async open(): Promise<void> {
    await this.app.db.rows(
      `INSERT INTO people (id, email, name, password_hash)
       SELECT id, id || '@example.test', 'Buyer', 'x' FROM unnest($1::uuid[]) AS p (id)`,
      [this.buyers],
    );
  }

  async play(step: Step): Promise<void> {
    if (step.do === 'crash') return void (this.crash = step);
    const crash = this.crash;
    this.crash = undefined;
    if (!crash) return void (await this.act(step).catch(refusedOnly));
    await crashAt(crash.statement, crash.when, () => this.act(step));
  }

  private async act(step: Exclude<Step, { do: 'crash' }>): Promise<unknown> {
    switch (step.do) {
      case 'buy':
        return this.app.get(StartCheckout).execute({
          personId: this.buyers[step.buyer % this.buyers.length]!,
          items: [{ product: products[step.product % products.length]! }],
        });
      case 'pay':
        return this.withOrder(step.order, ({ session }) =>
          this.stripe.pay(session, { method: step.how === 'card' ? 'card' : 'bank_debit' }).catch(alreadyOver),
        );
      case 'bank answers':
        return this.withOrder(step.order, ({ session }) =>
          this.stripe.settleAsync(session, step.well ? 'settle' : 'fail').catch(alreadyOver),
        );
      case 'expire':
        return this.withOrder(step.order, ({ session }) => this.stripe.expire(session).catch(alreadyOver));
      case 'come back':
        return this.withOrder(step.order, ({ session }) => this.app.get(SettleOrder).execute(session));
      case 'deliver':
        return this.deliver(step);
      case 'sweep':
        await this.app.get(SweepRefunds).execute();
        return this.app.get(SweepOrders).execute();
      case 'refund':
        return this.withOrder(step.order, (order) => this.refund(order, step));
      case 'refund at Stripe':
        return this.withCharge(step.order, (charge) =>
          this.stripe.dashboardRefund(charge, step.amount).catch(alreadyOver),
        );
      case 'refund comes back':
        return this.withCharge(step.order, (charge) => this.failRefundOf(charge));
      case 'dispute':
        return this.withCharge(step.order, (charge) =>
          this.stripe.dispute(charge, step.money ? {} : { status: 'warning_needs_response' }).catch(alreadyOver),
        );
      case 'dispute moves':
        return this.withCharge(step.order, (charge) => this.moveDisputeOf(charge, step.to));
      case 'offer starts':
        return this.startOffer(products[step.product % products.length]!, step.seats);
      case 'offer ends':
        return this.endOffers();
    }
  }

  /** Everything still under way comes to its end, in order and without faults. */
  async settleDown(): Promise<void> {
    for (const { session } of await this.placed()) await this.app.get(SettleOrder).execute(session);
    await this.deliver({ share: 100, copies: 1, seed: 1 });
    await this.app.get(SweepOrders).execute();
    await this.app.db.rows(`UPDATE refunds SET created_at = created_at - interval '5 minutes' WHERE status = 'open'`);
    await this.app.get(SweepRefunds).execute();
    const payments = await this.app.db.rows<{ intent: string }>(
      `SELECT y.payment_intent AS intent FROM payments y JOIN orders o ON o.id = y.order_id WHERE o.person_id = ANY($1)`,
      [this.buyers],
    );
    for (const { intent } of payments) await this.app.get(ReconcilePayment).execute(intent);
  }

  private async placed(): Promise<Placed[]> {
    return this.app.db.rows<Placed>(
      `SELECT id, number, checkout_session_id AS session FROM orders
       WHERE person_id = ANY($1) AND checkout_session_id IS NOT NULL ORDER BY id`,
      [this.buyers],
    );
  }

  private async withOrder(choice: number, act: (order: Placed) => Promise<unknown>): Promise<unknown> {
    const orders = await this.placed();
    return orders.length > 0 ? act(orders[choice % orders.length]!) : undefined;
  }

  private async withCharge(choice: number, act: (charge: string) => Promise<unknown>): Promise<unknown> {
    return this.withOrder(choice, async ({ session }) => {
      const found = await this.app.db.row<{ id: string }>(
        `SELECT c.id FROM stripe_sandbox.objects c JOIN stripe_sandbox.objects s
           ON s.body ->> 'payment_intent' = c.body ->> 'payment_intent'
         WHERE c.kind = 'charge' AND c.body ->> 'status' = 'succeeded' AND s.id = $1`,
        [session],
      );
      return found && act(found.id);
    });
  }

  private async refund(
    { id }: Placed,
    { line, part, closes }: { line: number; part: number; closes: boolean },
  ): Promise<unknown> {
    const lines = await this.app.db.rows<{ id: string; amount: number }>(
      'SELECT id, amount FROM order_lines WHERE order_id = $1 ORDER BY position',
      [id],
    );
    const { id: lineId, amount } = lines[line % lines.length]!;
    const back = part > 50 ? undefined : Math.floor((amount * part) / 100);
    const why = { cause: 'staff', by: this.buyers[0]!, note: 'Schedule' } as const;
    return this.app.get(RefundOrder).execute({ orderId: id, lineIds: [lineId], amount: back, closes, ...why });
  }

  private failRefundOf = (charge: string) =>
    this.latest('refund', charge, (id) => this.stripe.failRefund(id).catch(alreadyOver));

  private moveDisputeOf = (charge: string, to: string) =>
    this.latest('dispute', charge, (id) => this.stripe.moveDispute(id, to).catch(alreadyOver));

  private async latest(kind: string, charge: string, act: (id: string) => Promise<unknown>): Promise<unknown> {
    const found = await this.app.db.row<{ id: string }>(
      `SELECT id FROM stripe_sandbox.objects WHERE kind = $1 AND body ->> 'charge' = $2 ORDER BY seq DESC LIMIT 1`,
      [kind, charge],
    );
    return found && act(found.id);
  }

  /** Sends a share of all events about these buyers' orders, so many copies of each, in an order made of the seed. */
  private async deliver({ share, copies, seed }: { share: number; copies: number; seed: number }): Promise<void> {
    const events = await this.app.db.rows<{ id: string; body: object }>(
      `SELECT e.id, e.body FROM stripe_sandbox.events e
       WHERE e.body #>> '{data,object,metadata,order_id}' IN (SELECT id::text FROM orders WHERE person_id = ANY($1))
         OR e.body #>> '{data,object,payment_intent}' IN (SELECT i.id FROM stripe_sandbox.objects i
           JOIN orders o ON o.id::text = i.body #>> '{metadata,order_id}'
           WHERE i.kind = 'payment_intent' AND o.person_id = ANY($1))
       ORDER BY e.seq`,
      [this.buyers],
    );
    const draw = seeded(seed);
    const chosen = events
      .filter(() => draw() * 100 < share)
      .flatMap((event) => Array.from({ length: copies }, () => event));
    const shuffled = chosen.map((event) => ({ event, place: draw() })).sort((a, b) => a.place - b.place);
    await Promise.all(shuffled.map(({ event }) => sendEvent(this.app.url, event.body)));
    await Promise.all(shuffled.map(({ event }) => this.app.get(HandleStripeEvent).execute({ eventId: event.id })));
  }

  private async startOffer(product: string, seats: number): Promise<void> {
    await this.app.db.rows(
      `INSERT INTO offers (id, product_id, currency, market, amount, during, name, seats)
       SELECT $1, p.id, 'USD', 'default', 5000, tstzrange(date_trunc('milliseconds', clock_timestamp()),
         date_trunc('milliseconds', clock_timestamp()) + interval '1 hour'), 'Short', $3
       FROM products p WHERE p.slug = $2 ON CONFLICT DO NOTHING`,
      [newId(), product, seats],
    );
  }

  /** Time cannot be moved here, so the offers' end is: with the triggers off, as only a test may. */
  private async endOffers(): Promise<void> {
    await this.app.db.transaction(async (tx) => {
      await tx.rows('SET LOCAL session_replication_role = replica');
      await tx.rows(
        `UPDATE offers SET during = tstzrange(lower(during), greatest(lower(during) + interval '1 millisecond',
           date_trunc('milliseconds', clock_timestamp())))
         WHERE name = 'Short' AND upper(during) > clock_timestamp()`,
      );
    });
  }
}

function refusedOnly(error: unknown): void {
  if (!(error instanceof DomainError)) throw error;
}

/** A lever that has nothing to pull any more: the session is over. */
function alreadyOver(error: Error): void {
  if (!/: 4\d\d /.test(error.message)) throw error;
}

function seeded(seed: number): () => number {
  let state = seed % 2_147_483_648;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}
