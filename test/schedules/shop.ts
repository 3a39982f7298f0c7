import { HandleStripeEvent, SettleOrder, StartCheckout, SweepOrders } from '../../src/checkout/index.js';
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
    // A connection that a crash left broken is met once and thrown away; then it is tried again.
    if (!crash) return void (await this.act(step).catch(() => this.act(step).catch(refusedOnly)));
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
        return this.app.get(SweepOrders).execute();
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

  /** Sends a share of all events about these buyers' orders, so many copies of each, in an order made of the seed. */
  private async deliver({ share, copies, seed }: { share: number; copies: number; seed: number }): Promise<void> {
    const events = await this.app.db.rows<{ id: string; body: object }>(
      `SELECT e.id, e.body FROM stripe_sandbox.events e
       WHERE e.body #>> '{data,object,metadata,order_id}' IN (SELECT id::text FROM orders WHERE person_id = ANY($1))
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
