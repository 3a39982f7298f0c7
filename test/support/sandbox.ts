import Stripe from 'stripe';
import type { TestApp } from './app.js';
import { Client } from './client.js';

export const webhookSecret = 'whsec_for_tests_0123456789abcdef';

interface Event {
  id: string;
  type: string;
  body: unknown;
}

/** The levers of the stand-in Stripe, and its events as a test wants to send them itself. */
export class SandboxLevers {
  private readonly client: Client;

  constructor(private readonly app: TestApp) {
    this.client = new Client(app.sandboxUrl);
  }

  webhooks = (mode: 'deliver' | 'hold' | 'drop') => this.pull('webhooks', { mode });
  pay = (session: string, how: object = {}) => this.pull(`sessions/${session}/pay`, how);
  expire = (session: string) => this.pull(`sessions/${session}/expire`, {});
  settleAsync = (session: string, end: 'settle' | 'fail') => this.pull(`async/${session}/${end}`, {});
  dashboardRefund = (charge: string, amount?: number) =>
    this.pull(`charges/${charge}/refund`, { amount }) as Promise<{ id: string }>;
  failRefund = (refund: string) => this.pull(`refunds/${refund}/fail`, {});
  dispute = (charge: string, terms: object = {}) =>
    this.pull(`charges/${charge}/dispute`, terms) as Promise<{ id: string }>;
  moveDispute = (dispute: string, status: string) => this.pull(`disputes/${dispute}`, { status });
  clock = (seconds: number) => this.pull('clock', { advance: seconds });
  payOut = (terms: object = {}) => this.pull('payouts', terms) as Promise<{ id: string; amount: number }>;
  failPayout = (payout: string) => this.pull(`payouts/${payout}/fail`, {});
  settlement = (currencies: string[], rates: Record<string, string> = {}) =>
    this.pull('settlement', { currencies, rates });
  movement = (terms: object) => this.pull('movements', terms) as Promise<{ id: string }>;
  fault = (fault: object) => this.pull('faults', fault);

  /** Events of the stand-in that speak of this object, oldest first. */
  async events(objectId: string): Promise<Event[]> {
    const rows = await this.app.db.rows<Event>(
      `SELECT id, type, body FROM stripe_sandbox.events WHERE body #>> '{data,object,id}' = $1 ORDER BY seq`,
      [objectId],
    );
    return rows;
  }

  private async pull(lever: string, body: object): Promise<unknown> {
    const answer = await this.client.raw('POST', `/_sandbox/${lever}`, JSON.stringify(body), {
      'content-type': 'application/json',
    });
    if (answer.status >= 300) throw new Error(`${lever}: ${answer.status} ${answer.text}`);
    return answer.body;
  }
}

/** Sends an event to `url` as Stripe would, signed now or at `at` (Unix seconds). */
export function sendEvent(url: string, event: object | string, signing: { secret?: string; at?: number } = {}) {
  const payload = typeof event === 'string' ? event : JSON.stringify(event);
  const signature = Stripe.webhooks.generateTestHeaderString({
    payload,
    secret: signing.secret ?? webhookSecret,
    timestamp: signing.at ?? Math.floor(Date.now() / 1000),
  });
  return fetch(new URL('/stripe/events', url), {
    method: 'POST',
    body: payload,
    headers: { 'content-type': 'application/json', 'stripe-signature': signature },
  });
}
