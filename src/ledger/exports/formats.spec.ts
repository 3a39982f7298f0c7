import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { aboutOf, chart, hostile, journals } from '../../../test/fixtures/journals.js';
import { quickBooksName } from './account-names.js';
import { written } from './export-journal.js';
import { formatNames, type FormatName, formatOf } from './formats/index.js';
import type { ExportAbout, ExportEntry } from './journal-export.js';
import { asciiLine, oneLine } from './one-line.js';

async function textOf(name: FormatName, about: ExportAbout, entries: ExportEntry[]): Promise<string> {
  let text = '';
  for await (const piece of written(formatOf(name, 'No tax'), about, [entries] as unknown as AsyncIterable<
    ExportEntry[]
  >)) {
    text += piece;
  }
  return text;
}

const sale = (description: string): ExportEntry => ({
  ...{ number: 7, date: '2026-09-03', kind: 'sale', description, happenedOn: '2026-08-31', orderNumber: 'GL-1' },
  ...{ sourceKind: 'balance_transaction', sourceId: 'txn_1', purpose: 'posting' },
  postings: [
    {
      account: chart[1]!,
      currency: 'USD',
      amount: 5_181,
      course: null,
      product: null,
      cohort: null,
      jurisdiction: null,
    },
    {
      ...{ account: chart[2]!, currency: 'USD', amount: -5_181, course: 'basics', product: 'all-courses' },
      ...{ cohort: '2026-09', jurisdiction: 'DE' },
    },
  ],
});
const ofSeptember = (...entries: ExportEntry[]) => aboutOf(entries, '2026-09-01', '2026-09-30', '2026-10-01');
const exported = (name: FormatName, entry: ExportEntry) => {
  const { about, entries } = ofSeptember(entry);
  return textOf(name, about, entries);
};

describe('a journal written for another program', () => {
  it('says the same to hledger and ledger, each with its own declarations', async () => {
    const body = `
2026-09-03 * (7) Bundle sold
    ; kind: sale
    ; source: balance_transaction txn_1 posting
    ; order: GL-1
    ; happened: 2026-08-31
    Assets:1100 Stripe balance  51.81 USD
    Liabilities:2100 Deferred revenue:basics  -51.81 USD
        ; product: all-courses
        ; cohort: 2026-09
        ; jurisdiction: DE

2026-09-30 * Balances at the end
    Assets:1100 Stripe balance  0.00 USD = 51.81 USD
    Liabilities:2100 Deferred revenue:basics  0.00 USD = -51.81 USD
`;
    const [hledger, ledger] = [
      await exported('hledger', sale('Bundle sold')),
      await exported('ledger', sale('Bundle sold')),
    ];
    expect([hledger.endsWith(body), ledger.endsWith(body)]).toEqual([true, true]);
    expect(hledger).toContain('commodity 10000.00 USD\n');
    expect(ledger).toContain('commodity USD\ntag kind\n');
    expect(ledger).toContain('; Entries: 1, postings: 2\n; USD: debit 51.81, credit 51.81\n');
  });

  it.each(['hledger', 'ledger'] as const)(
    'writes nothing that %s takes for a comment, a tag or a date',
    async (name) => {
      const entry = { ...sale('Sold; order: GL-9 | paid'), sourceId: 'txn, kind: fee [=2020-01-01] ;x' };
      const text = await exported(name, entry);
      expect(text).toContain('\n2026-09-03 * (7) Sold, order: GL-9 / paid\n');
      expect(text).toContain('\n    ; source: balance_transaction txn kind fee =2020-01-01 x posting\n');
    },
  );

  it('asserts balances exactly in beancount, those of an account with its sub-accounts', async () => {
    const text = await exported('beancount', sale('He said "sold" \\'));
    expect(text).toContain('2026-09-03 * "He said \\"sold\\" \\\\"\n  number: "7"\n');
    expect(text).toContain('2026-10-01 balance Liabilities:Deferred-Revenue-2100  -51.81 ~ 0 USD\n');
    expect(text).toContain('2026-10-01 balance Liabilities:Deferred-Revenue-2100:Basics  -51.81 ~ 0 USD\n');
  });

  it('is one general journal entry in IIF, with months before days', async () => {
    const text = await exported('iif', sale('Bundle\tsold'));
    expect(text.split('\r\n').slice(-4)).toEqual([
      'TRNS\tGENERAL JOURNAL\t9/3/2026\tStripe balance\t51.81\t7\tBundle sold (balance_transaction txn_1)',
      'SPL\tGENERAL JOURNAL\t9/3/2026\tDeferred revenue:basics\t-51.81\t7\tBundle sold (balance_transaction txn_1)',
      'ENDTRNS',
      '',
    ]);
  });

  it('has names in QuickBooks that fit and stay apart', () => {
    const [bank, travel] = [chart[0]!, chart[7]!];
    expect(quickBooksName({ account: bank, course: null })).toBe('Bank');
    expect(quickBooksName({ account: travel, course: null })).toMatch(/^Hotel.* 6100$/);
    const long = 'botulinum-toxin-for-pain-a-very-long-name';
    const names = ['a', 'b'].map((end) => quickBooksName({ account: bank, course: `${long}-${end}` }));
    expect(new Set(names).size).toBe(2);
    expect(names.every((name) => name.split(':').every((part) => part.length <= 31))).toBe(true);
  });

  it('is one manual journal in Xero, kept apart by its number', async () => {
    const rows: string[][] = parse(await exported('xero.csv', sale('Bundle sold')));
    expect(rows.slice(1)).toEqual([
      ['7 Bundle sold', '03 Sep 2026', 'balance_transaction txn_1', '1100', 'No tax', '51.81'],
      ['7 Bundle sold', '03 Sep 2026', 'balance_transaction txn_1 basics', '2100', 'No tax', '-51.81'],
    ]);
  });

  it('has a row per posting in CSV, and its control totals last', async () => {
    const rows: string[][] = parse(await exported('csv', sale('=1+1')));
    expect(rows[2]).toEqual(
      // prettier-ignore
      ['7', '2026-09-03', '2026-08-31', 'sale', "'=1+1", 'GL-1', 'balance_transaction', 'txn_1', 'posting', '2', '2100',
       'Deferred revenue', 'basics', 'all-courses', '2026-09', 'DE', 'USD', '', '51.81'],
    );
    const control = rows[3]!;
    expect(control.slice(3, 5)).toEqual(['control', '2026-09-01 to 2026-09-30, entries: 1, postings: 2']);
    expect(control.slice(-3)).toEqual(['USD', '51.81', '51.81']);
  });

  it('writes yen without and dinars with three decimals', async () => {
    const inYen = sale('Yen');
    const yen = { ...inYen, postings: inYen.postings.map((each) => ({ ...each, currency: 'JPY' })) };
    const dinar = { ...inYen, postings: inYen.postings.map((each) => ({ ...each, currency: 'KWD' })) };
    expect(await exported('ledger', yen)).toContain('Assets:1100 Stripe balance  5181 JPY\n');
    expect(await exported('hledger', yen)).toContain('commodity 1000000. JPY\n');
    expect(await exported('beancount', dinar)).toContain('Assets:Stripe-Balance-1100  5.181 KWD\n');
  });

  it('of an empty period says so', async () => {
    const { about, entries } = ofSeptember();
    const rows: string[][] = parse(await textOf('csv', about, entries));
    expect(rows[1]![4]).toBe('2026-09-01 to 2026-09-30, entries: 0, postings: 0');
    expect(await textOf('ledger', about, entries)).toContain('; Entries: 0, postings: 0\n');
  });

  it('does not end when the journal is not what the balances of its days say', async () => {
    const { about, entries } = ofSeptember(sale('Bundle sold'));
    for (const wrong of [
      { entries: 2 },
      { postings: 3 },
      { sums: [{ currency: 'USD', debit: 5_181, credit: 5_180 }] },
    ]) {
      await expect(textOf('csv', { ...about, ...wrong }, entries)).rejects.toThrow('not what its control totals say');
    }
  });

  it.each(formatNames)('%s has as many lines, cells and directives, whatever people wrote', (name) =>
    fc.assert(
      fc.asyncProperty(journals, async ({ about, entries }) => {
        const tame = entries.map((entry) => ({
          ...entry,
          ...{
            description: 'x',
            sourceId: 'x',
            orderNumber: entry.orderNumber && 'x',
          },
        }));
        const shape = (text: string) =>
          text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).map((line) => line.split('\t').length);
        const [wild, calm] = [await textOf(name, about, entries), await textOf(name, about, tame)];
        expect(shape(wild)).toEqual(shape(calm));
        expect(/[\u202A-\u202E\u2066-\u2069]/.test(wild) || !wild.isWellFormed()).toBe(false);
        expect(Math.max(...wild.split('\n').map((line) => Buffer.byteLength(line)))).toBeLessThan(4_096);
        expect(await textOf(name, about, entries)).toBe(wild);
        if (!name.endsWith('csv')) return;
        const rows: string[][] = parse(wild, { from: 2 });
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@\t\r]|^-\D/);
      }),
      { numRuns: 40, endOnFailure: true },
    ),
  );

  it('keeps what people wrote in its line', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(oneLine(text)).not.toMatch(/[\r\n\t\v\f\u0085\u2028\u2029]| {2}/);
        expect([...oneLine(text)].length).toBeLessThanOrEqual(300);
        expect(asciiLine(text)).toMatch(/^[ -~]*$/);
      }),
    );
    expect(oneLine('مرحبا')).toBe('مرحبا');
    expect(oneLine('👩🏽‍⚕️ done')).toBe('👩🏽‍⚕️ done');
    expect(asciiLine('Müller … 你')).toBe('Muller ... ?');
  });
});
