import { parse } from 'csv-parse/sync';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { Database } from '../../database/index.js';
import type { NewEntry } from '../journal/entry.js';
import { PostEntries } from '../journal/post-entries.js';

describe('the statements', () => {
  let app: TestApp;
  let accountant: Client;
  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    accountant = await app.signIn('accountant');
  }, 120_000);
  afterAll(() => app.close());

  let posted = 0;
  const entry = (date: string, kind: NewEntry['kind'], legs: [string, string, number][]): NewEntry => ({
    ...{ date, kind, description: `A ${kind}` },
    source: { kind: 'test', id: String((posted += 1)), purpose: kind },
    postings: legs.map(([account, currency, amount]) => ({ account, currency, amount })),
  });
  const post = (...entries: NewEntry[]) =>
    app.get(Database).transaction((tx) => app.get(PostEntries).post(tx, entries));

  it('are empty while nothing is booked', async () => {
    for (const report of ['trial-balance', 'income-statement', 'balance-sheet']) {
      expect((await accountant.get(`/api/books/${report}`)).body).toMatchObject({ currencies: [] });
      const page = await accountant.get(`/books/${report}`, { accept: 'text/html' });
      expect([page.status, page.text.includes('Nothing is booked here yet')]).toEqual([200, true]);
    }
  });

  it('add up what was posted, by currency, to the cent', async () => {
    await post(
      entry('2025-12-30', 'sale', [
        ['1100', 'USD', 5_679],
        ['5000', 'USD', 201],
        ['2100', 'USD', -4_900],
        ['2200', 'USD', -980],
      ]),
      entry('2025-12-31', 'recognition', [
        ['2100', 'USD', 402],
        ['4000', 'USD', -402],
      ]),
      entry('2026-01-31', 'recognition', [
        ['2100', 'USD', 500],
        ['4000', 'USD', -500],
      ]),
      // Sold in euros, settled in dollars: the legs of each currency meet in 5030.
      entry('2026-02-01', 'sale', [
        ['5030', 'EUR', 1_000],
        ['2100', 'EUR', -1_000],
        ['1100', 'USD', 1_050],
        ['5000', 'USD', 50],
        ['5030', 'USD', -1_100],
      ]),
    );
    const trial = (await accountant.get('/api/books/trial-balance?at=2026-02-01')).body;
    expect(trial.currencies.map(({ currency, debit, credit }: any) => [currency, debit, credit])).toEqual([
      ['EUR', 1_000, 1_000],
      ['USD', 6_980, 6_980],
    ]);
    const income = (await accountant.get('/api/books/income-statement?from=2026-01-01&to=2026-02-28')).body;
    expect(income.currencies.map(({ currency, result }: any) => [currency, result])).toEqual([
      ['EUR', -1_000],
      ['USD', 1_550],
    ]);
    const sheet = (await accountant.get('/api/books/balance-sheet?at=2026-02-01')).body;
    expect(sheet.currencies[1]).toMatchObject({
      ...{ currency: 'USD', totalAssets: 6_729, totalLiabilities: 4_978, totalEquity: 1_751 },
      ...{ earlierResult: 201, result: 1_550 },
    });
  });

  it('count the days that were asked for, both included', async () => {
    const of = async (days: string) => {
      const { body } = await accountant.get(`/api/books/income-statement?${days}`);
      return body.currencies.map(({ currency, totalIncome }: any) => `${currency} ${totalIncome}`);
    };
    expect(await of('from=2025-12-31&to=2025-12-31')).toEqual(['USD 402']);
    expect(await of('from=2026-01-01&to=2026-01-30')).toEqual([]);
    const early = (await accountant.get('/api/books/trial-balance?at=2025-12-29')).body;
    expect(early).toEqual({ at: '2025-12-29', currencies: [] });
  });

  it('lead from each figure to the account it is made of', async () => {
    const { text } = await accountant.get('/books/balance-sheet?at=2026-02-01', { accept: 'text/html' });
    expect(text).toContain('/books/accounts/1100?currency=USD&from=2025-12-30&to=2026-02-01');
    const income = await accountant.get('/books/income-statement?from=2026-02-01&to=2026-02-28', {
      accept: 'text/html',
    });
    expect(income.text).toContain('/books/accounts/5030?currency=EUR&from=2026-02-01&to=2026-02-28');
    expect(income.text).toContain('5030 FX difference stands in each currency');
  });

  it('come as files with the same figures', async () => {
    const rows = async (file: string): Promise<string[][]> => {
      const answer = await accountant.get(`/api/books/${file}`);
      expect(answer.headers.get('content-type')).toContain('text/csv');
      return parse(answer.text);
    };
    expect((await rows('trial-balance.csv?at=2025-12-31')).slice(-1)).toEqual([['', 'Total', 'USD', '58.80', '58.80']]);
    expect(await rows('income-statement.csv?from=2026-02-01&to=2026-02-01')).toEqual([
      ['Part', 'Account', 'Name', 'Currency', 'Amount'],
      ['Expenses', '5030', 'FX difference', 'EUR', '10.00'],
      ['Result', '', 'Result', 'EUR', '-10.00'],
      ['Expenses', '5000', 'Stripe fees', 'USD', '0.50'],
      ['Expenses', '5030', 'FX difference', 'USD', '-11.00'],
      ['Result', '', 'Result', 'USD', '10.50'],
    ]);
    const sheet = await rows('balance-sheet.csv?at=2026-02-01');
    expect(sheet).toContainEqual(['Equity', '', 'Result of earlier years', 'USD', '2.01']);
  });

  it.each([
    ['trial-balance?at=2999-01-01', 'at', 422],
    ['balance-sheet?at=2999-01-01', 'at', 422],
    ['trial-balance?at=soon', 'at', 400],
    ['income-statement?from=2999-01-01', 'from', 422],
    ['income-statement?to=2999-01-01', 'to', 422],
    ['income-statement?from=2026-02-02&to=2026-02-01', 'to', 400],
    ['income-statement?from=30.02.2026', 'from', 400],
  ])('refuse %s at the field %s, and keep what was typed', async (address, field, status) => {
    const answer = await accountant.get(`/api/books/${address}`);
    expect([answer.status, Object.keys(answer.body.errors as object)]).toEqual([status, [field]]);
    const page = await accountant.get(`/books/${address}`, { accept: 'text/html' });
    expect([page.status, page.text.includes(`field-${field}-error`)]).toEqual([422, true]);
    expect(page.text).toContain(`value="${new URLSearchParams(address.split('?')[1]).get(field)}"`);
  });

  it('are read by accountants and admins, and by nobody else', async () => {
    const seen = async (account: string) => (await (await app.signIn(account)).get('/api/books/trial-balance')).status;
    expect([await seen('admin'), await seen('learner'), await seen('author')]).toEqual([200, 403, 403]);
  });
});
