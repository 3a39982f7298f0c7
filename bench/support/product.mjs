import { join } from 'node:path';
import { freePort } from './machine.mjs';
import { sessionSecret } from './people.mjs';
import { startProcess } from './processes.mjs';

export const webhookSecret = 'whsec_for_the_benchmark_0123456789';

/** The built product as people run it: web, jobs and the stand-in Stripe in one process. */
export async function startProduct(build, databaseUrl, dataDir, flags = []) {
  const port = await freePort();
  const product = await startProcess('the product', join(build, 'src/main.js'), {
    flags,
    env: {
      PORT: String(port),
      SANDBOX_PORT: '0',
      PACKAGES_PORT: '0',
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      SESSION_SECRET: sessionSecret,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
    },
    ready: /no money moves: (\S+)/,
  });
  return { ...product, url: `http://localhost:${port}`, sandboxUrl: product.matched[1] };
}
