import { parse } from 'csv-parse/sync';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import { Database } from '../../database/index.js';
import type { NewEntry, Posting } from '../journal/entry.js';
import { PostEntries } from '../journal/post-entries.js';

describe('deferred revenue and tax', () => {
  let app: TestApp;
  let accountant: Client;
  let course: string;
  beforeAll(async () => {
    app = await testApp({ PROCESS: 'web' });
    accountant = await app.signIn('accountant');
    course = (await app.db.row<{ id: string }>(`SELECT id FROM courses WHERE slug = 'foundations'`))!.id;
  }, 120_000);
  afterAll(() => app.close());

  let posted = 0;
  const by = async () =>
    (await app.db.row<{ id: string }>(`SELECT id FROM people WHERE email = 'accountant@demo.glabella.test'`))!.id;
  const post = async (date: string, kind: NewEntry['kind'], postings: Posting[]) => {
    const entry: NewEntry = {
      ...{ date, kind, description: `A ${kind}`, postings },
      source: { kind: 'test', id: String((posted += 1)), purpose: kind },
      by: kind === 'manual' ? await by() : undefined,
    };
    await app.get(Database).transaction((tx) => app.get(PostEntries).post(tx, [entry]));
  };
  const cash = (amount: number, currency = 'USD'): Posting => ({ account: '1100', currency, amount });
  const deferred = (amount: number, cohort: string): Posting => ({
    ...{ account: '2100', currency: 'USD', amount, cohort, courseId: course },
  });
  const owed = (amount: number, jurisdiction: string | undefined, currency = 'EUR'): Posting => ({
    ...{ account: '2200', currency, amount, jurisdiction },
  });
  const page = (address: string) => accountant.get(address, { accept: 'text/html' });

  it('say that nothing is booked while the books are empty', async () => {
    for (const address of ['/books/deferred', '/books/tax']) {
      const { status, text } = await page(address);
      expect([status, text.includes('Nothing is booked here yet')]).toEqual([200, true]);
    }
  });

  it('roll forward from month to month, by course and by month of sale', async () => {
    await post('2026-08-10', 'sale', [cash(1_000), deferred(-1_000, '2026-08-01')]);
    await post('2026-08-31', 'recognition', [
      deferred(100, '2026-08-01'),
      { account: '4000', currency: 'USD', amount: -100 },
    ]);
    await post('2026-09-05', 'sale', [cash(500), deferred(-500, '2026-09-01')]);
    await post('2026-09-06', 'refund', [cash(-300), deferred(300, '2026-08-01')]);
    await post('2026-09-07', 'refund_failure', [cash(300), deferred(-300, '2026-08-01')]);
    await post('2026-09-08', 'dispute_lost', [cash(-200), deferred(200, '2026-08-01')]);
    await post('2026-09-09', 'manual', [cash(7), deferred(-7, '2026-09-01')]);
    await post('2026-09-30', 'recognition', [
      deferred(90, '2026-08-01'),
      { account: '4000', currency: 'USD', amount: -90 },
    ]);
    const { body } = await accountant.get('/api/books/deferred?month=2026-09&by=both');
    const title = 'Foundations of cosmetic injection';
    expect(body.rows).toEqual([
      {
        ...{ course: title, cohort: '2026-08' },
        ...{ open: 900, sold: 0, recognised: 90, returned: 200, corrected: 0, close: 610 },
      },
      {
        ...{ course: title, cohort: '2026-09' },
        ...{ open: 0, sold: 500, recognised: 0, returned: 0, corrected: 7, close: 507 },
      },
    ]);
    const courses = (await accountant.get('/api/books/deferred')).body;
    expect(courses).toEqual({
      ...{ month: '2026-09', currency: 'USD', total: courses.total },
      rows: [{ course: title, ...courses.total }],
    });
    expect(courses.total.close).toBe(1_117);
    const before = (await accountant.get('/api/books/deferred?month=2026-08&by=cohort')).body;
    expect(before.rows).toMatchObject([{ cohort: '2026-08', open: 0, sold: 1_000, recognised: 100, close: 900 }]);
  });

  it('add up the tax of each jurisdiction: owed before, charged, refunded, handed over, owed', async () => {
    await post('2026-08-11', 'sale', [cash(190, 'EUR'), owed(-190, 'DE')]);
    await post('2026-09-10', 'sale', [cash(55, 'EUR'), owed(-40, 'DE'), owed(-15, 'FR')]);
    await post('2026-09-11', 'refund', [cash(-15, 'EUR'), owed(15, 'FR')]);
    await post('2026-09-12', 'manual', [cash(-190, 'EUR'), owed(190, 'DE')]);
    await post('2026-09-12', 'sale', [cash(8), owed(-8, undefined, 'USD')]);
    const { body } = await accountant.get('/api/books/tax?from=2026-09-01&to=2026-09-30');
    expect(body.currencies).toMatchObject([
      {
        currency: 'EUR',
        rows: [
          { jurisdiction: 'DE', open: 190, charged: 40, refunded: 0, paid: 190, close: 40 },
          { jurisdiction: 'FR', open: 0, charged: 15, refunded: 15, paid: 0, close: 0 },
        ],
        total: { open: 190, charged: 55, refunded: 15, paid: 190, close: 40 },
      },
      { currency: 'USD', rows: [{ jurisdiction: null, charged: 8, close: 8 }] },
    ]);
  });

  it('lead from each figure to its postings', async () => {
    const days = 'from=2026-09-01&to=2026-09-30';
    const rolled = (await page('/books/deferred?month=2026-09&by=both')).text;
    expect(rolled).toContain(`/books/accounts/2100?currency=USD&${days}&kind=sale&course=${course}&cohort=2026-09-01`);
    expect(rolled).toContain('<a href="/books/deferred" aria-current="page">Deferred</a>');
    const taxed = (await page(`/books/tax?${days}`)).text;
    expect(taxed).toContain(`/books/accounts/2200?currency=EUR&${days}&jurisdiction=DE&kind=sale`);
  });

  it('come as files', async () => {
    const rows = async (file: string): Promise<string[][]> => parse((await accountant.get(`/api/books/${file}`)).text);
    expect((await rows('deferred.csv?month=2026-09')).slice(-1)).toEqual([
      ['Total', '', 'USD', '9.00', '5.00', '0.90', '2.00', '0.07', '11.17'],
    ]);
    expect((await rows('tax.csv?from=2026-09-01&to=2026-09-30'))[1]).toEqual([
      ...['DE', 'EUR', '1.90', '0.40', '0.00', '1.90', '0.40'],
    ]);
  });

  it.each([
    ['deferred?month=2999-01', 'month', 422],
    ['deferred?month=September', 'month', 400],
    ['deferred?currency=GBP', 'currency', 422],
    ['deferred?by=buyer', 'by', 400],
    ['tax?from=2999-01-01', 'from', 422],
    ['tax?from=2026-02-02&to=2026-02-01', 'to', 400],
  ])('refuse %s at the field %s', async (address, field, status) => {
    const answer = await accountant.get(`/api/books/${address}`);
    expect([answer.status, Object.keys(answer.body.errors as object)]).toEqual([status, [field]]);
    const shown = await page(`/books/${address}`);
    expect([shown.status, shown.text.includes(`field-${field}-error`)]).toEqual([422, true]);
  });

  it('are read by admins too, and by nobody else', async () => {
    const seen = async (account: string) => (await (await app.signIn(account)).get('/api/books/tax')).status;
    expect([await seen('admin'), await seen('examiner')]).toEqual([200, 403]);
  });
});
