import { join } from 'node:path';
import { webhookSecret } from '../support/product.mjs';

/** The product's application in this process, without its jobs: the verb and the database it works on. */
export async function openProduct(build, url, poolSize) {
  await import('reflect-metadata');
  const from = (path) => import(join(build, 'src', path));
  const { readConfig } = await from('shared/index.js');
  const { createApp } = await from('process/create-app.js');
  const { SettleOrder, StripeConnection } = await from('checkout/index.js');
  const { Database } = await from('database/index.js');
  const config = readConfig({
    PROCESS: 'web',
    DATABASE_URL: url,
    DATABASE_POOL: String(poolSize),
    LOG_LEVEL: 'error',
  });
  const connection = new StripeConnection({ apiKey: 'sk_test_bench', webhookSecrets: [webhookSecret] });
  const app = await createApp(config, url, connection);
  await app.init();
  const get = (type) => app.get(type, { strict: false });
  return { get, settle: get(SettleOrder), db: get(Database), close: () => app.close() };
}
