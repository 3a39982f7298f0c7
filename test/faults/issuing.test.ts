import { IssueCertificates } from '../../src/certificates/index.js';
import { graduate, issuedTo } from '../fixtures/graduate.js';
import { testApp, type TestApp } from '../support/index.js';
import { chosenPoints, everyPoint, type Kill, runInChild } from './crashes.js';

describe('a process that is killed while it issues a certificate', () => {
  let app: TestApp;
  beforeAll(async () => (app = await testApp({ PROCESS: 'web' })), 120_000);
  afterAll(() => app.close());

  const told = (personId: string) => ({ id: 'fact', name: 'course.completed', data: { personId } });
  const effects = async (personId: string) => {
    const { numbers, ...rest } = await issuedTo(app, personId);
    return { certificates: numbers.length, ...rest };
  };
  const once = { certificates: 1, facts: 1, mails: 1, jobs: 1 };
  const notYet = { certificates: 0, facts: 0, mails: 0, jobs: 0 };

  it('leaves the whole certificate or none, and the next delivery finishes it once', async () => {
    const trial = await graduate(app, 'Amelia Reyes', 'foundations');
    const statements = (await runInChild(app, { verb: 'issue', fact: told(trial) }, null)) as number;
    expect(await effects(trial)).toEqual(once);
    const broken: { kill: Kill; seen: unknown }[] = [];
    for (const kill of chosenPoints(everyPoint(statements), 3)) {
      const personId = await graduate(app, 'Amelia Reyes', 'foundations');
      expect(await runInChild(app, { verb: 'issue', fact: told(personId) }, kill)).toBe('killed');
      const left = await effects(personId);
      const isWhole = [once, notYet].some((state) => JSON.stringify(state) === JSON.stringify(left));
      for (let delivery = 0; delivery < 2; delivery += 1) {
        await app.get(IssueCertificates).handle(told(personId));
      }
      const end = await effects(personId);
      if (!isWhole || JSON.stringify(end) !== JSON.stringify(once)) broken.push({ kill, seen: { left, end } });
    }
    expect(broken).toEqual([]);
  }, 900_000);
});
