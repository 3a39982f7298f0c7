import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import Stripe from 'stripe';
import { testDatabase } from '../../../test/support/databases.js';
import { type SandboxOptions, startStripeSandbox } from '../index.js';

const webhookSecret = 'whsec_test_secret';

/** A shop that listens for webhooks, checks each signature with the real SDK, and answers as `answer` says. */
export async function listeningShop() {
  const heard: Stripe.Event[] = [];
  const shop = { answer: 200, heard, arrivals: 0 };
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      shop.arrivals += 1;
      if (shop.answer === 200) {
        heard.push(
          Stripe.webhooks.constructEvent(Buffer.concat(chunks), req.headers['stripe-signature']!, webhookSecret),
        );
      }
      res.writeHead(shop.answer).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/stripe/events`;
  const close = () => new Promise((done) => (server.close(done), server.closeAllConnections()));
  return Object.assign(shop, { url, close, types: () => heard.map((event) => event.type) });
}

export const client = (port: number) =>
  new Stripe('sk_test_x', { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0, timeout: 5_000 });

/** The stand-in on a database of its own, the real SDK in front of it and a listening shop behind it. */
export async function startHarness(options: Partial<SandboxOptions> = {}) {
  const database = await testDatabase();
  const shop = await listeningShop();
  const logged: string[] = [];
  const note = (data: object, message: string) => void logged.push(`${message} ${inspect(data)}`);
  const logger = { info: note, warn: note, error: note };
  const wanted = { host: '127.0.0.1', port: 0, webhookUrl: shop.url, webhookSecret, deliverWebhooks: false, logger };
  const start = (more: Partial<SandboxOptions> = {}) =>
    startStripeSandbox({ databaseUrl: database.url, ...wanted, ...options, ...more });
  const sandbox = await start();
  const stripe = client(sandbox.port);
  const control = async <T>(path: string, body?: object): Promise<T> => {
    const answer = await fetch(`http://127.0.0.1:${sandbox.port}/_sandbox${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const found = (await answer.json()) as T & { error?: string };
    if (!answer.ok) throw new Error(found.error);
    return found;
  };
  return {
    database,
    shop,
    sandbox,
    /** All that was logged. */
    logged,
    stripe,
    start,
    control,
    close: async () => {
      await sandbox.close();
      await shop.close();
      await database.close();
    },
  };
}

export type Harness = Awaited<ReturnType<typeof startHarness>>;

/** One course for $249.00, with whatever the test is about. */
export const aCourse = (
  terms: Partial<Stripe.Checkout.SessionCreateParams> = {},
): Stripe.Checkout.SessionCreateParams => ({
  mode: 'payment',
  success_url: 'http://localhost:3000/thanks?session={CHECKOUT_SESSION_ID}',
  cancel_url: 'http://localhost:3000/basket',
  line_items: [
    { quantity: 1, price_data: { currency: 'usd', unit_amount: 24_900, product_data: { name: 'Botulinum toxin' } } },
  ],
  ...terms,
});

/** Sends the payment page's form as a browser would, without following the redirect. */
export const submitForm = (session: Stripe.Checkout.Session, fields: Record<string, string>, step = '') =>
  fetch(session.url! + step, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) });

export async function until(holds: () => boolean | Promise<boolean>, patience = 5_000): Promise<void> {
  for (let waited = 0; waited < patience; waited += 20) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`It did not come true in ${patience} ms.`);
}

/** What the SDK threw. */
export const refusal = (call: Promise<unknown>) =>
  call.then(
    () => {
      throw new Error('It was not refused.');
    },
    (error: Stripe.errors.StripeError) => error,
  );
