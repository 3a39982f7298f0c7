import fc from 'fast-check';
import { accountingPrograms, balancesBy } from '../../../test/fixtures/accounting-programs.js';
import { journals } from '../../../test/fixtures/journals.js';
import { beancountName, plainTextName } from './account-names.js';
import { written } from './export-journal.js';
import { formatOf } from './formats/index.js';
import type { ExportAbout, ExportEntry } from './journal-export.js';

async function* batches(entries: ExportEntry[]) {
  yield await Promise.resolve(entries);
}

const lines = (held: { account: string; currency: string; amount: number }[]): string[] =>
  held.map(({ account, currency, amount }) => `${account} ${amount} ${currency}`).sort();

const ours = ({ balances }: ExportAbout, nameOf: typeof plainTextName): string[] =>
  lines(
    balances
      .filter(({ closing }) => closing !== 0)
      .map((balance) => ({ account: nameOf(balance), currency: balance.currency, amount: balance.closing })),
  );

describe('whatever was posted and written, the journal is accepted and every balance is ours by', () => {
  for (const { name, test } of accountingPrograms) {
    const nameOf = name === 'beancount' ? beancountName : plainTextName;
    const trial = fc.asyncProperty(journals, async ({ about, entries }) => {
      let text = '';
      for await (const piece of written(formatOf(name, ''), about, batches(entries))) text += piece;
      expect(lines(balancesBy(name, text))).toEqual(ours(about, nameOf));
    });
    test(name, () => fc.assert(trial, { numRuns: 8, endOnFailure: true }), 240_000);
  }
});
