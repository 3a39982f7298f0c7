import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { AskReopening } from '../../src/ledger/close/ask-reopening.js';
import type { Checklist } from '../../src/ledger/close/checklist.js';
import { DecideReopening } from '../../src/ledger/close/decide-reopening.js';
import { lastDay, nextMonth } from '../../src/ledger/journal/months.js';
import { DomainError } from '../../src/shared/index.js';
import { Closing } from '../fixtures/closing.js';
import { testApp, type TestApp } from '../support/index.js';
import { countStatements, crashAt } from './crash-at.js';

const both = ['before', 'after'] as const;
/** Before and after each statement by turns, and both when all faults are asked for. */
const phases = (at: number) => (process.env.GLABELLA_FAULTS === 'all' ? both : [both[at % 2]!]);

describe('closing a month', () => {
  let app: TestApp;
  let books: Closing;
  let month: string;

  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    books = await Closing.open(app);
    month = books.month(2);
    for (const ago of [2, 1]) await books.posted(books.month(ago));
    await books.pulled();
  }, 120_000);
  beforeEach(() => books.reset());
  afterEach(async () => expect(await books.damages()).toEqual([]));
  afterAll(() => app.close());

  const close = () => books.close(month);
  const ask = () => app.get(AskReopening).execute({ month, by: books.accountantId, note: 'Why' });
  const reopen = () =>
    app.get(DecideReopening).execute({ month, by: books.secondId, decision: 'reopened', note: 'Yes' });
  const factsNow = async () =>
    (await app.db.row<{ count: number }>(`SELECT count(*) AS count FROM facts WHERE name LIKE 'period.%'`))!.count;
  /** How the month stands, and how many facts told of it since. */
  const left = async (before: number) => {
    const row = await app.db.row<object>(
      `SELECT status, (SELECT jsonb_agg(move ORDER BY at) FROM period_moves WHERE month = p.month) AS moves
       FROM periods p WHERE month = $1`,
      [month],
    );
    return JSON.stringify({ ...row, facts: (await factsNow()) - before });
  };
  const expected = (error: unknown) => {
    if (!(error instanceof DomainError && error.kind === 'conflict')) throw error;
  };

  it.each([
    ['closing', () => Promise.resolve(), close],
    ['asking to open it again', close, ask],
    [
      'opening it again',
      async () => {
        await close();
        await ask();
      },
      reopen,
    ],
  ] as [string, () => Promise<unknown>, () => Promise<unknown>][])(
    'leaves all of %s or nothing where a process dies, and the next try ends it once',
    async (_what, reach, act) => {
      const start = async () => {
        await books.reset();
        await reach();
        return factsNow();
      };
      let facts = await start();
      const before = await left(facts);
      const statements = await countStatements(act);
      const after = await left(facts);
      expect(after).not.toBe(before);
      const broken: object[] = [];
      for (let at = 1; at <= statements; at += 1) {
        for (const when of phases(at)) {
          facts = await start();
          await crashAt(at, when, act);
          const half = await left(facts);
          await act().catch(expected);
          const end = await left(facts);
          if ((half !== before && half !== after) || end !== after) broken.push({ at, when, half, end });
        }
      }
      expect(broken).toEqual([]);
    },
  );

  it('lets nothing slip into a month that closes, opens and closes while others post', async () => {
    const acts = { post: () => books.posted(lastDay(month)), close, ask, reopen };
    const step = fc.record({
      act: fc.constantFrom<(keyof typeof acts)[]>('post', 'post', 'post', 'close', 'close', 'ask', 'reopen'),
      wait: fc.integer({ min: 0, max: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        await books.reset();
        await Promise.all(
          steps.map(async ({ act, wait }) => {
            await setTimeout(wait);
            await (acts[act]() as Promise<unknown>).catch(expected);
          }),
        );
        expect(await books.damages()).toEqual([]);
        const seen = await app.db.row<{ seen: Checklist; status: string }>(
          `SELECT m.seen, p.status FROM period_moves m JOIN periods p USING (month)
           WHERE month = $1 AND move = 'closed' ORDER BY at DESC LIMIT 1`,
          [month],
        );
        if (seen?.status !== 'closed') return;
        const [trial] = seen.seen.items.find(({ check }) => check === 'trial')!.figures;
        const now = await app.db.row<{ debit: number }>(
          'SELECT sum(debit)::bigint AS debit FROM daily_balances WHERE day < $1',
          [nextMonth(month)],
        );
        expect(trial!.amount).toBe(now!.debit);
      }),
      { numRuns: 30 },
    );
  });
});
