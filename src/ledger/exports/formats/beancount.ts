import { decimal } from '../../../web/index.js';
import { beancountName, places } from '../account-names.js';
import { controlLines } from '../control-totals.js';
import type { ExportAbout, ExportBalance, ExportEntry, JournalFormat } from '../journal-export.js';
import { oneLine } from '../one-line.js';

const quoted = (text: string): string => `"${oneLine(text).replace(/[\\"]/g, (mark) => `\\${mark}`)}"`;
const amount = (minor: number, currency: string): string => `${decimal(minor, currency)} ${currency}`;

const metadata = (values: Record<string, string | null>, indent: string): string[] =>
  Object.entries(values).flatMap(([key, value]) => (value ? [`${indent}${key}: ${quoted(value)}`] : []));

function entryText(entry: ExportEntry): string {
  const lines = [
    `${entry.date} * ${quoted(entry.description)}`,
    ...metadata(
      {
        number: String(entry.number),
        kind: entry.kind,
        source: `${entry.sourceKind} ${entry.sourceId} ${entry.purpose}`,
        order: entry.orderNumber,
        happened: entry.happenedOn,
      },
      '  ',
    ),
    ...entry.postings.flatMap((posting) => [
      `  ${beancountName(posting)}  ${amount(posting.amount, posting.currency)}`,
      ...metadata({ product: posting.product, cohort: posting.cohort, jurisdiction: posting.jurisdiction }, '    '),
    ]),
  ];
  return `\n${lines.join('\n')}\n`;
}

function openingText({ from, balances }: ExportAbout): string {
  const held = balances.filter(({ opening }) => opening !== 0);
  if (held.length === 0) return '';
  const lines = held.map((balance) => `  ${beancountName(balance)}  ${amount(balance.opening, balance.currency)}`);
  return `\n${[`${from} * "Balances brought forward"`, ...lines].join('\n')}\n`;
}

/** To beancount the balance of an account is that of its sub-accounts too. */
function withSubAccounts(balances: ExportBalance[]): ExportBalance[] {
  const wholes = new Map<string, ExportBalance>();
  for (const balance of balances) {
    const key = `${balance.account.code} ${balance.currency}`;
    const known = wholes.get(key);
    wholes.set(key, { ...balance, course: null, closing: balance.closing + (known?.closing ?? 0) });
  }
  return [...wholes.values(), ...balances.filter(({ course }) => course !== null)];
}

/**
 * Passes `bean-check`. A balance is asserted for the beginning of a day, so it stands on the day after the last; without
 * the `~ 0` a cent of difference would be tolerated.
 */
export const beancount: JournalFormat = {
  type: 'text/plain; charset=utf-8',
  head: (about) => {
    const lines = [
      ...controlLines(about).map((line) => `; ${line}`),
      '',
      ...places(about).map((place) => `${about.from} open ${beancountName(place)}`),
    ];
    return `${lines.join('\n')}\n${openingText(about)}`;
  },
  entry: entryText,
  tail: ({ until, balances }) => {
    const lines = withSubAccounts(balances).map(
      (balance) =>
        `${until} balance ${beancountName(balance)}  ${decimal(balance.closing, balance.currency)} ~ 0 ${balance.currency}`,
    );
    return lines.length > 0 ? `\n${lines.join('\n')}\n` : '';
  },
};
