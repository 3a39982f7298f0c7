import { SandboxLevers, type Client, type TestApp } from '../support/index.js';

export const bundle = 'cosmetic-injector-certification';
const password = 'a long enough passphrase';

/** Everything that settling an order causes, counted. */
export interface Effects {
  status: string;
  payments: number;
  receipts: number;
  grants: number;
  mails: number;
  facts: number;
}

export const settledOnce: Effects = { status: 'paid', payments: 1, receipts: 1, grants: 6, mails: 1, facts: 1 };
export const notSettled = { payments: 0, receipts: 0, grants: 0, mails: 0, facts: 0 };

/** People who buy the shipped bundle, and what their orders caused. */
export class Buyers {
  private count = 0;
  readonly stripe: SandboxLevers;

  constructor(private readonly app: TestApp) {
    this.stripe = new SandboxLevers(app);
  }

  async someone(): Promise<Client> {
    const email = `buyer${(this.count += 1)}.${process.hrtime.bigint()}@example.test`;
    await this.app.client().post('/api/people', { name: `Buyer ${this.count}`, email, password });
    return this.app.signIn(email, password);
  }

  async order(buyer: Client): Promise<{ number: string; session: string }> {
    const { body } = await buyer.post<{ number: string }>('/api/orders', { items: [{ product: bundle }] });
    return { number: body.number, session: await this.sessionOf(body.number) };
  }

  async paidButUnsettled(): Promise<{ number: string; session: string }> {
    const placed = await this.order(await this.someone());
    await this.stripe.pay(placed.session);
    return placed;
  }

  async sessionOf(number: string): Promise<string> {
    const order = await this.app.db.row<{ id: string }>(
      'SELECT checkout_session_id AS id FROM orders WHERE number = $1',
      [number],
    );
    return order!.id;
  }

  async effects(number: string): Promise<Effects | undefined> {
    return this.app.db.row<Effects>(
      `SELECT o.status, (SELECT count(*) FROM payments WHERE order_id = o.id) AS payments,
        (SELECT count(*) FROM receipts WHERE order_id = o.id) AS receipts,
        (SELECT count(*) FROM grants g JOIN order_lines l ON l.id::text = g.source_id::text WHERE l.order_id = o.id) AS grants,
        (SELECT count(*) FROM mails WHERE dedupe_key = 'receipt:' || o.id) AS mails,
        (SELECT count(*) FROM facts WHERE name = 'order.settled' AND data ->> 'orderId' = o.id::text) AS facts
       FROM orders o WHERE number = $1`,
      [number],
    );
  }
}
