import { decimal } from '../../web/index.js';
import type { ExportAbout } from './journal-export.js';

/** Period and count, then one line per currency: "USD: debit 51.81, credit 51.81". */
export const controlLines = (about: ExportAbout): string[] => [
  `Journal, ${about.from} to ${about.to} (UTC)`,
  `Entries: ${about.entries}, postings: ${about.postings}`,
  ...about.sums.map(
    ({ currency, debit, credit }) =>
      `${currency}: debit ${decimal(debit, currency)}, credit ${decimal(credit, currency)}`,
  ),
];

/** Adds up what is really written, to be held against what the head of the file promised. */
export class WrittenTotals {
  private entries = 0;
  private postings = 0;
  private readonly sums = new Map<string, { debit: number; credit: number }>();

  add(entry: { postings: { currency: string; amount: number }[] }): void {
    this.entries += 1;
    for (const { currency, amount } of entry.postings) {
      this.postings += 1;
      const sum = this.sums.get(currency) ?? { debit: 0, credit: 0 };
      if (amount > 0) sum.debit += amount;
      else sum.credit -= amount;
      this.sums.set(currency, sum);
    }
  }

  /** @throws Error where the journal and its daily balances say different things: such a file must not end well */
  assertAgree(about: ExportAbout): void {
    const same =
      this.entries === about.entries &&
      this.postings === about.postings &&
      this.sums.size === about.sums.length &&
      about.sums.every(({ currency, debit, credit }) => {
        const sum = this.sums.get(currency);
        return sum?.debit === debit && sum.credit === credit;
      });
    if (!same) throw new Error(`The export of ${about.from} to ${about.to} is not what its control totals say.`);
  }
}
