import fc from 'fast-check';
import { checkData } from '../../src/database/index.js';
import { dataChecks } from '../../src/process/data-checks.js';
import { testApp, type TestApp } from '../support/index.js';
import { differencesFromStripe, moneyDifferences } from './oracle.js';
import { Shop } from './shop.js';
import { step } from './steps.js';

const runs = Number(process.env.SCHEDULES ?? 80);
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const path = process.env.SCHEDULE_PATH;

describe('a shop in which anything happens in any order', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    await new Shop(app).stopWebhooks();
  }, 120_000);
  afterAll(() => app.close());

  it(`agrees with Stripe and keeps every promise after ${runs} random schedules`, async () => {
    process.stdout.write(`schedules drawn with SEED=${seed}\n`);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (schedule) => {
        const shop = new Shop(app);
        await shop.open();
        for (const each of schedule) await shop.play(each);
        await shop.settleDown();
        expect(await differencesFromStripe(app, shop.buyers)).toEqual([]);
        expect(await moneyDifferences(app, shop.buyers)).toEqual([]);
        expect(await checkData(app.db, dataChecks)).toEqual([]);
      }),
      { numRuns: runs, seed, ...(path && { path }) },
    );
  }, 14_400_000);
});
