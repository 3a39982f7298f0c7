import { SettleOrder } from '../../src/checkout/index.js';
import { testApp, type TestApp } from '../support/index.js';
import { Buyers, notSettled, settledOnce } from './buyers.js';
import { chosenPoints, everyPoint, type Kill, runInChild } from './crashes.js';

describe('a process that is killed while it settles a payment', () => {
  let app: TestApp;
  let buyers: Buyers;

  beforeAll(async () => {
    app = await testApp();
    buyers = new Buyers(app);
    await buyers.stripe.webhooks('drop');
  }, 120_000);
  afterAll(() => app.close());

  const notYet = { status: 'pending', ...notSettled };

  it('leaves all of the settlement or none, and the next delivery finishes it once', async () => {
    const trial = await buyers.paidButUnsettled();
    const statements = (await runInChild(app, { verb: 'settle', sessionId: trial.session }, null)) as number;
    expect(await buyers.effects(trial.number)).toEqual(settledOnce);
    const broken: { kill: Kill; seen: unknown }[] = [];
    for (const kill of chosenPoints(everyPoint(statements), 3)) {
      const { number, session: sessionId } = await buyers.paidButUnsettled();
      expect(await runInChild(app, { verb: 'settle', sessionId }, kill)).toBe('killed');
      const left = await buyers.effects(number);
      const isWhole = [settledOnce, notYet].some((state) => JSON.stringify(state) === JSON.stringify(left));
      await app.get(SettleOrder).execute(sessionId);
      await app.get(SettleOrder).execute(sessionId);
      const end = await buyers.effects(number);
      if (!isWhole || JSON.stringify(end) !== JSON.stringify(settledOnce)) broken.push({ kill, seen: { left, end } });
    }
    expect(broken).toEqual([]);
  }, 900_000);
});
