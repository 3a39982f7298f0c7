import { bundlesFor } from './shelf.js';
import { migrate, openDatabase, openedAs, type Database } from '../../database/index.js';
import type { Config } from '../../shared/index.js';
import { EnsurePerson } from '../../users/index.js';
import { createApp } from '../create-app.js';
import { demoPassword } from '../demo-people.js';
import { startPayments } from '../payments.js';
import { prepareContent } from '../prepare-content.js';
import { Levers } from './levers.js';
import { namesOf } from './names.js';
import { planYear } from './plan-year.js';
import { TimeTravel, travelling } from './time-travel.js';
import { Trader } from './trader.js';
import { tradeYear } from './trade-year.js';

export interface DemoYearTerms {
  orders: number;
  seed: number;
  /** The day after the last one, `YYYY-MM-DD`; left out: today. */
  until?: string | undefined;
  days: number;
}

/** How long before the first sale the shop is set up. */
const setUpDays = 40;

/**
 * Fills an empty demonstration database with a year of trade, made by the verbs of the shop and the stand-in Stripe while the
 * clock of the database is moved. @throws Error beside real keys, and where something was sold before
 */
export async function demoYear(config: Config, terms: DemoYearTerms, told: (done: number) => void): Promise<void> {
  if (!config.demo) throw new Error('A demo year is made without Stripe keys and not in production.');
  const database = await openDatabase(config);
  try {
    await migrate(database.ownerUrl, database.url);
    await openedAs(database.ownerUrl, async (owner) => {
      const travel = new TimeTravel(owner);
      await travel.end();
      await refuseTraded(owner);
      await travel.begin();
      try {
        const today = await owner.row<{ day: string }>(`SELECT (now() AT TIME ZONE 'UTC')::date AS day`);
        await trade(config, database, travel, { terms: { ...terms, until: terms.until ?? today!.day }, told });
      } finally {
        await travel.end();
      }
    });
  } finally {
    await database.close();
  }
}

async function trade(
  config: Config,
  { url, ownerUrl }: { url: string; ownerUrl: string },
  travel: TimeTravel,
  { terms, told }: { terms: DemoYearTerms & { until: string }; told: (done: number) => void },
): Promise<void> {
  const first = new Date(Date.parse(`${terms.until}T00:00:00Z`) - terms.days * 86_400_000);
  await travel.to(new Date(first.getTime() - setUpDays * 86_400_000));
  const payments = await startPayments(config, travelling(ownerUrl));
  const app = await createApp(config, travelling(url), payments.connection);
  try {
    await app.init();
    await prepareContent(app, config);
    const levers = new Levers(payments.sandboxUrl!);
    // The verbs ask Stripe themselves; nobody listens for events here.
    await levers.webhooks('drop');
    const days = planYear({ ...terms, ...(await bundlesFor(app)) });
    const buyers = await app.get(EnsurePerson).crowd(namesOf(terms.orders, terms.seed), demoPassword);
    await tradeYear(days, { app, travel, levers, trader: new Trader(app, levers, buyers), told });
    await levers.webhooks('deliver');
  } finally {
    await app.close();
    await payments.close();
  }
}

async function refuseTraded(owner: Database): Promise<void> {
  if (await owner.row('SELECT 1 FROM orders LIMIT 1')) {
    throw new Error(
      'Something was sold in this database already. A demo year begins with an empty one: choose another DATA_DIR.',
    );
  }
}
