import { parse } from 'csv-parse/sync';
import { Database } from '../../database/index.js';
import { accountingPrograms, balancesBy } from '../../../test/fixtures/accounting-programs.js';
import { type Client, testApp, type TestApp } from '../../../test/support/index.js';
import type { NewEntry, Posting } from '../journal/entry.js';
import { PostEntries } from '../journal/post-entries.js';

describe('exports of the journal', () => {
  let app: TestApp;
  let accountant: Client;
  let courseId: string;

  const post = (...entries: NewEntry[]) =>
    app.get(Database).transaction((tx) => app.get(PostEntries).post(tx, entries));
  const sale = (
    id: string,
    date: string,
    description: string,
    amount: number,
    more: Partial<Posting> = {},
  ): NewEntry => ({
    ...{ date, description, kind: 'sale', source: { kind: 'test', id, purpose: 'posting' } },
    postings: [
      { account: '1100', currency: 'USD', amount, ...more },
      { account: '2100', amount: -amount, currency: 'USD', courseId, cohort: '2026-09-01', ...more },
    ],
  });

  beforeAll(async () => {
    app = await testApp();
    accountant = await app.signIn('accountant');
    courseId = (await app.db.row<{ id: string }>(`SELECT id FROM courses WHERE slug = 'foundations'`))!.id;
    await post(
      sale('1', '2026-08-30', 'August', 5_000),
      sale('2', '2026-09-10', '=cmd()\nnew line', 1_234),
      sale('3', '2026-09-02', 'Earlier day, later number', 766),
      sale('4', '2026-09-11', 'In yen', 1_200, { currency: 'JPY' }),
      sale('5', '2026-10-01', 'October', 9),
    );
  }, 120_000);
  afterAll(() => app.close());

  const september = 'from=2026-09-01&to=2026-09-30';
  const file = (format: string, query = september) => accountant.get(`/api/books/journal.${format}?${query}`);

  it('hold the period in the order of days, with control totals in the file and before it', async () => {
    const answer = await file('csv');
    const rows: string[][] = parse(answer.text, { from: 2 });
    expect(rows.map(([number, date, , kind, , , , , , , account]) => [number, date, kind, account])).toEqual([
      ['3', '2026-09-02', 'sale', '1100'],
      ['3', '2026-09-02', 'sale', '2100'],
      ['2', '2026-09-10', 'sale', '1100'],
      ['2', '2026-09-10', 'sale', '2100'],
      ['4', '2026-09-11', 'sale', '1100'],
      ['4', '2026-09-11', 'sale', '2100'],
      ['', '2026-09-30', 'control', ''],
      ['', '2026-09-30', 'control', ''],
    ]);
    expect(rows[2]![4]).toBe("'=cmd() new line");
    expect(rows[3]!.slice(12, 15)).toEqual(['foundations', '', '2026-09']);
    expect(rows.slice(-2).map((row) => row.slice(-3))).toEqual([
      ['JPY', '1200', '1200'],
      ['USD', '20.00', '20.00'],
    ]);
    expect(answer.headers.get('x-control-totals')).toBe('entries 3; postings 6; JPY 1200 1200; USD 2000 2000');
    expect(answer.headers.get('content-disposition')).toContain('journal-2026-09-01-2026-09-30.csv');
  });

  it.each(['csv', 'hledger', 'ledger', 'beancount', 'iif', 'xero.csv'])(
    '%s is the same to the byte the second time',
    async (format) => {
      const query = `${september}&currency=USD`;
      const first = await file(format, query);
      await post(sale(`later ${format}`, '2026-11-02', 'Another month', 1));
      const second = await file(format, query);
      expect([first.status, second.status]).toEqual([200, 200]);
      expect(first.text.length).toBeGreaterThan(100);
      expect(second.text).toBe(first.text);
    },
  );

  it('carry forward what was there before, and end at our balances', async () => {
    const { text } = await file('hledger');
    expect(text).toContain(
      '2026-09-01 * Balances brought forward\n    Assets:1100 Stripe balance  50.00 USD\n    Liabilities:2100 Deferred revenue:foundations  -50.00 USD\n',
    );
    expect(text).toContain('Liabilities:2100 Deferred revenue:foundations  0.00 USD = -70.00 USD\n');
  });

  it('take one currency to a file where the program does', async () => {
    const { text, headers } = await file('iif', `${september}&currency=JPY`);
    expect(text.match(/^(TRNS|SPL)\t/gm)).toHaveLength(2);
    expect(headers.get('content-disposition')).toContain(
      'journal-2026-09-01-2026-09-30-JPY-1-entries-2-postings-1200.iif',
    );
    const refused = await file('iif');
    expect([refused.status, refused.body.errors]).toEqual([
      400,
      { currency: 'This format takes one currency to a file: say which.' },
    ]);
  });

  it('name the tax rate as the organisation at Xero does', async () => {
    const rows: string[][] = parse((await file('xero.csv', `${september}&currency=JPY&taxRate=No+VAT`)).text, {
      from: 2,
    });
    expect(rows.map((row) => row.slice(3))).toEqual([
      ['1100', 'No VAT', '1200'],
      ['2100', 'No VAT', '-1200'],
    ]);
  });

  it.each(['', 'from=2026-09-01', 'from=2026-09-02&to=2026-09-01', 'from=1&to=2', `${september}&x=1`])(
    'refuse the question %j',
    async (query) => {
      expect((await file('csv', query)).status).toBe(400);
    },
  );

  describe('the page', () => {
    const page = (query = '') => accountant.get(`/books/exports${query}`, { accept: 'text/html' });

    it('offers the whole journal, and says of a period what its file will hold', async () => {
      const empty = await page();
      expect(empty.text).toContain('value="2026-08-30"');
      const { status, text } = await page(`?format=ledger&${september}&currency=&taxRate=`);
      expect(status).toBe(200);
      for (const words of ['2026-09-01 to 2026-09-30, UTC', '$20.00 and $20.00', '¥1,200 and ¥1,200']) {
        expect(text).toContain(words);
      }
      expect(text).toContain('/api/books/journal.ledger?from=2026-09-01');
    });

    it('gives the form back with what was typed and the reason at the field', async () => {
      const { status, text } = await page(`?format=iif&${september}&currency=`);
      expect(status).toBe(422);
      expect(text).toContain('This format takes one currency to a file: say which.');
      expect(text).toContain('value="2026-09-30"');
      expect((await page('?format=pdf&from=x')).status).toBe(422);
    });
  });

  it('know no other format', async () => {
    expect((await file('pdf')).status).toBe(404);
  });

  it('are read some at a time, each entry once, in order', async () => {
    await post(
      ...Array.from({ length: 2_300 }, (_, n) => sale(`many ${n}`, `2026-12-0${1 + (n % 7)}`, `Sale ${n}`, 1 + n)),
    );
    const rows: string[][] = parse((await file('csv', 'from=2026-12-01&to=2026-12-31')).text, { from: 2 });
    const keys = rows
      .filter(([, , , kind]) => kind === 'sale')
      .map((row) => `${row[1]} ${row[0]!.padStart(6, '0')} ${row[9]}`);
    expect(keys).toHaveLength(4_600);
    expect(keys).toEqual([...new Set(keys)].sort());
  }, 60_000);

  describe('agree with our trial balance on every account, by', () => {
    for (const { name, test } of accountingPrograms) {
      test(
        name,
        async () => {
          const until = '2026-10-31';
          const { text } = await file(name, `from=2026-09-05&to=${until}`);
          const seen = new Map<string, number>();
          for (const { account, currency, amount } of balancesBy(name, text)) {
            const key = `${/(?<=[:-])[1-9]\d{3}(?=[ :]|$)/.exec(account)![0]} ${currency}`;
            seen.set(key, (seen.get(key) ?? 0) + amount);
          }
          const { body } = await accountant.get(`/api/books/trial-balance?at=${until}`);
          const lines = body.currencies.flatMap(({ currency, lines }: any) =>
            lines.map(({ code, debit, credit }: any) => [`${code} ${currency}`, debit - credit]),
          );
          expect(lines.length).toBeGreaterThan(3);
          expect([...seen].sort()).toEqual(lines.filter(([, amount]: any) => amount !== 0).sort());
        },
        60_000,
      );
    }
  });

  it('break off where the journal and its balances disagree, instead of looking whole', async () => {
    await app.db.transaction(async (tx) => {
      await tx.execute('SET LOCAL session_replication_role = replica');
      await tx.rows(`UPDATE daily_balances SET debit = debit + 1 WHERE day = '2026-10-01' AND debit > 0`);
    });
    await expect(file('csv', 'from=2026-10-01&to=2026-10-31')).rejects.toThrow();
  });
});
