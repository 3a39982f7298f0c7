import { randomBytes } from 'node:crypto';
import { StripeConnection } from '../checkout/index.js';
import type { Config } from '../shared/index.js';
import { refuseBesideRealKeys, startStripeSandbox } from '../stripe-sandbox/index.js';

export interface Payments {
  connection: StripeConnection;
  sandboxUrl: string | undefined;
  close(): Promise<void>;
}

/** Keys set: api.stripe.com. No keys: the stand-in, on its own port. Nothing else differs. */
export async function startPayments(config: Config, databaseUrl: string): Promise<Payments> {
  const { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, SANDBOX_HOST, SANDBOX_PUBLIC_URL, PORT } = config.values;
  if (STRIPE_SECRET_KEY) {
    const secrets = STRIPE_WEBHOOK_SECRET?.split(',') ?? [];
    const connection = new StripeConnection({ apiKey: STRIPE_SECRET_KEY, webhookSecrets: secrets });
    return { connection, sandboxUrl: undefined, close: () => Promise.resolve() };
  }
  refuseBesideRealKeys(process.env);
  // Several nodes of one demo may be given the same secret, so that each accepts what another's stand-in sends.
  const webhookSecret = STRIPE_WEBHOOK_SECRET?.split(',')[0] ?? `whsec_${randomBytes(24).toString('hex')}`;
  const sandbox = await startStripeSandbox({
    databaseUrl,
    host: SANDBOX_HOST,
    port: config.sandboxPort,
    publicUrl: SANDBOX_PUBLIC_URL,
    webhookUrl: `http://127.0.0.1:${PORT}/stripe/events`,
    webhookSecret,
    deliverWebhooks: config.runsWeb,
  });
  const connection = new StripeConnection({
    apiKey: 'sk_test_sandbox',
    webhookSecrets: [webhookSecret],
    server: { host: '127.0.0.1', port: sandbox.port },
    paymentPageOrigin: new URL(sandbox.url).origin,
  });
  return { connection, sandboxUrl: sandbox.url, close: () => sandbox.close() };
}
