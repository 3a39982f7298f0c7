import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettleOrder } from '../../src/checkout/index.js';
import { Config, newId, randomToken, sha256 } from '../../src/shared/index.js';
import type { TestApp } from './app.js';
import type { Client } from './client.js';
import { SandboxLevers } from './sandbox.js';

export interface Shopper extends Client {
  email: string;
  personId: string;
}

export interface Placed {
  id: string;
  number: string;
  session: string;
  total: number;
}

interface CodeTerms {
  percent?: number;
  amount?: number;
  totalLimit?: number;
  personLimit?: number;
  withOffers?: boolean;
}

/** Buyers of the shop, what they order, and the offers and codes they meet. */
export class Shoppers {
  readonly stripe: SandboxLevers;

  constructor(private readonly app: TestApp) {
    this.stripe = new SandboxLevers(app);
  }

  async someone(): Promise<Shopper> {
    return (await this.crowd(1))[0]!;
  }

  /** Many at once, each with a session: signing in is not what these tests are about, and costs a hash. */
  async crowd(size: number): Promise<Shopper[]> {
    const tokens = Array.from({ length: size }, () => randomToken());
    const people = await this.app.db.rows<{ personId: string; email: string }>(
      `WITH person AS (
         INSERT INTO people (id, email, name, password_hash)
         SELECT id, id || '@example.test', 'A buyer', 'none' FROM unnest($1::uuid[]) AS p (id) RETURNING id, email
       ), session AS (
         INSERT INTO sessions (id, token_hash, person_id, expires_at)
         SELECT id, hash, id, now() + interval '1 day' FROM unnest($1::uuid[], $2::bytea[]) AS s (id, hash))
       SELECT id AS "personId", email FROM person ORDER BY array_position($1::uuid[], id)`,
      [tokens.map(() => newId()), tokens.map(sha256)],
    );
    const config = this.app.get(Config);
    const secret = readFileSync(join(config.values.DATA_DIR, 'session.secret'), 'utf8');
    return people.map((person, index) => {
      const client = this.app.client();
      const signature = createHmac('sha256', secret).update(tokens[index]!).digest('base64').replace(/=+$/, '');
      client.setCookie('glabella', encodeURIComponent(`s:${tokens[index]}.${signature}`));
      return Object.assign(client, person);
    });
  }

  async placed(buyer: Client, body: string | object): Promise<Placed> {
    const asked = typeof body === 'string' ? { items: [{ product: body }] } : body;
    const answer = await buyer.post('/api/orders', asked);
    if (answer.status !== 201) throw new Error(`not placed: ${answer.status} ${answer.text}`);
    return this.byNumber(answer.body.number as string);
  }

  async byNumber(number: string): Promise<Placed> {
    return (await this.app.db.row<Placed>(
      'SELECT id, number, total, checkout_session_id AS session FROM orders WHERE number = $1',
      [number],
    ))!;
  }

  /** Ordered, paid and settled. */
  async bought(buyer: Client, body: string | object, how: object = {}): Promise<Placed> {
    const order = await this.placed(buyer, body);
    await this.stripe.pay(order.session, how);
    await this.settle(order);
    return order;
  }

  settle = ({ session }: Placed) => this.app.get(SettleOrder).execute(session);

  async status({ number }: Placed): Promise<string> {
    return (await this.app.db.row<{ status: string }>('SELECT status FROM orders WHERE number = $1', [number]))!.status;
  }

  async offer(product: string, amount: number, seats: number | null = null, hours = 1): Promise<void> {
    await this.app.db.rows(
      `INSERT INTO offers (id, product_id, currency, market, amount, during, name, seats)
       SELECT gen_random_uuid(), id, 'USD', 'default', $2, tstzrange(date_trunc('milliseconds', clock_timestamp()),
         date_trunc('milliseconds', clock_timestamp()) + make_interval(hours => $4)), 'First come', $3
       FROM products WHERE slug = $1`,
      [product, amount, seats, hours],
    );
  }

  async code(code: string, { percent, amount, totalLimit, personLimit, withOffers = true }: CodeTerms): Promise<void> {
    await this.app.db.rows(
      `WITH code AS (
         INSERT INTO codes (id, code, percent, note, during, total_limit, person_limit, with_offers, every_product)
         VALUES (gen_random_uuid(), $1, $2, 'For a test', tstzrange(date_trunc('milliseconds', clock_timestamp()),
           date_trunc('milliseconds', clock_timestamp()) + interval '1 hour'), $4, $5, $6, true) RETURNING id)
       INSERT INTO code_amounts (code_id, market, amount) SELECT id, 'default', $3::bigint FROM code WHERE $3 IS NOT NULL`,
      [code, percent ?? null, amount ?? null, totalLimit ?? null, personLimit ?? null, withOffers],
    );
  }
}
