import { parseArgs } from 'node:util';
import { z } from 'zod';
import { demoYear } from '../process/demo-year/demo-year.js';
import { progressLine } from '../process/demo-year/progress-line.js';
import { readConfig } from '../shared/index.js';

const terms = z.strictObject({
  orders: z.coerce.number().int().min(1).max(200_000).default(20_000),
  seed: z.coerce.number().int().min(0).max(1_000_000).default(1),
  days: z.coerce.number().int().min(2).max(1_100).default(365),
  until: z.iso.date('a date like 2026-11-01').optional(),
});

/** `npm run demo:year -- [--orders 20000] [--seed 1] [--days 365] [--until 2026-11-01]` */
try {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { orders: text, seed: text, days: text, until: text } });
  const asked = terms.parse(values);
  const config = readConfig({
    LOG_LEVEL: 'error',
    ...process.env,
    PROCESS: 'all',
    SANDBOX_PORT: '0',
    PACKAGES_PORT: '0',
  });
  const line = progressLine(asked.orders, process.stdout);
  await demoYear(config, asked, line);
  process.stdout.write(
    `A year of trade is in ${config.values.DATABASE_URL ? 'the database' : config.values.DATA_DIR}. npm start shows it.\n`,
  );
} catch (error) {
  const words =
    error instanceof z.ZodError
      ? error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n')
      : (error as Error).message;
  process.stderr.write(`${words}\n`);
  process.exitCode = 1;
}
