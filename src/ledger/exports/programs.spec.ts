import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { journals } from '../../../test/fixtures/journals.js';
import { minorUnits } from '../../shared/index.js';
import { decimal } from '../../web/index.js';
import { beancountName, plainTextName } from './account-names.js';
import { written } from './export-journal.js';
import { type FormatName, formatOf } from './formats/index.js';
import type { ExportAbout, ExportBalance, ExportEntry } from './journal-export.js';

const environment = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
const run = (program: string, ...words: string[]): string =>
  execFileSync(program, words, { encoding: 'utf8', env: environment, stdio: ['ignore', 'pipe', 'pipe'] });

function isHere(program: string): boolean {
  try {
    run(program, '--version');
    return true;
  } catch {
    return false;
  }
}
const within = (program: string) => (isHere(program) ? it : it.skip);

const folder = mkdtempSync(join(tmpdir(), 'journal-'));

async function fileOf(name: FormatName, about: ExportAbout, entries: ExportEntry[]): Promise<string> {
  let text = '';
  for await (const piece of written(formatOf(name, 'No tax'), about, batches(entries))) text += piece;
  const file = join(folder, `journal.${name}`);
  writeFileSync(file, text);
  return file;
}

async function* batches(entries: ExportEntry[]) {
  yield await Promise.resolve(entries);
}

/** "Assets:1000 Bank USD 51.81", sorted; what is zero says nothing. */
const trialBalance = (about: ExportAbout, nameOf: (balance: ExportBalance) => string): string[] =>
  about.balances
    .filter(({ closing }) => closing !== 0)
    .map((balance) => `${nameOf(balance)} ${balance.currency} ${decimal(balance.closing, balance.currency)}`)
    .sort();

/** The same from rows of account, amount, currency. */
const seen = (rows: string[][]): string[] =>
  rows
    .filter(([, amount]) => Number(amount) !== 0)
    .map(([account, amount, currency]) => `${account} ${currency} ${amount}`)
    .sort();

/** "-5.1" → -510; ledger leaves zeros at the end out. */
function minorOf(amount: string, currency: string): number {
  const [whole, part = ''] = amount.split('.');
  return Number(whole + part.padEnd(minorUnits(currency)!, '0'));
}

const trials = { numRuns: 8, endOnFailure: true };

describe('other programs accept the journal and reach our trial balance on every account', () => {
  within('hledger')(
    'hledger, with strict checks and dates in order',
    () =>
      fc.assert(
        fc.asyncProperty(journals, async ({ about, entries }) => {
          const file = await fileOf('hledger', about, entries);
          run('hledger', '-f', file, 'check', '-s', 'ordereddates');
          const csv = run('hledger', '-f', file, 'balance', '-N', '--flat', '--layout=bare', '-O', 'csv');
          const rows: string[][] = parse(csv, { from: 2 });
          expect(seen(rows.map(([account, commodity, amount]) => [account!, amount!, commodity!]))).toEqual(
            trialBalance(about, plainTextName),
          );
        }),
        trials,
      ),
    120_000,
  );

  within('ledger')(
    'ledger, strict and pedantic',
    () =>
      fc.assert(
        fc.asyncProperty(journals, async ({ about, entries }) => {
          const file = await fileOf('ledger', about, entries);
          const format = '%(account)\t%(quantity(amount))\t%(commodity(amount))\n';
          const text = run('ledger', '--strict', '--pedantic', '-f', file, 'register', '--format', format);
          const sums = new Map<string, number>();
          for (const [account, amount, currency] of text
            .split('\n')
            .filter(Boolean)
            .map((row) => row.split('\t'))) {
            const key = `${account}\t${currency}`;
            sums.set(key, (sums.get(key) ?? 0) + minorOf(amount!, currency!));
          }
          const rows = [...sums].map(([key, sum]) => {
            const [account, currency] = key.split('\t') as [string, string];
            return [account, decimal(sum, currency), currency];
          });
          expect(seen(rows)).toEqual(trialBalance(about, plainTextName));
        }),
        trials,
      ),
    120_000,
  );

  within('bean-check')(
    'beancount',
    () =>
      fc.assert(
        fc.asyncProperty(journals, async ({ about, entries }) => {
          const file = await fileOf('beancount', about, entries);
          run('bean-check', file);
          const query = 'SELECT account, str(sum(number)), currency GROUP BY account, currency';
          // As a bare number it would be rounded for display.
          const csv = run('bean-query', '--format=csv', file, query);
          const rows: string[][] = parse(csv, { from: 2, trim: true, relax_column_count: true });
          const bare = rows.map(([account, total, currency]) => [account!, /-?[\d.]+/.exec(total!)![0], currency!]);
          expect(seen(bare)).toEqual(trialBalance(about, beancountName));
        }),
        trials,
      ),
    240_000,
  );
});
