import { decimal } from '../../../web/index.js';
import { plainTextName, places } from '../account-names.js';
import { controlLines } from '../control-totals.js';
import type { ExportAbout, ExportBalance, ExportEntry, ExportPosting, JournalFormat } from '../journal-export.js';
import { oneLine } from '../one-line.js';

const tags = ['kind', 'source', 'order', 'happened', 'product', 'cohort', 'jurisdiction'] as const;
type Tags = Partial<Record<(typeof tags)[number], string | null>>;

/** What the two programs declare differently before they accept a strict check. */
interface Dialect {
  commodity: (currency: string) => string;
  tags: (names: readonly string[]) => string[];
}

const amount = (minor: number, currency: string): string => `${decimal(minor, currency)} ${currency}`;

/** A semicolon begins a comment and a bar ends the payee, wherever they stand. */
const payee = (text: string): string => oneLine(text.replace(/;/g, ',').replace(/\|/g, '/'));

/** Commas, colons and brackets would begin a further tag or a date. */
const tagValue = (text: string): string => oneLine(text.replace(/[,:;[\]]/g, ' '));

const tagLines = (values: Tags, indent: string): string[] =>
  tags.flatMap((tag) => (values[tag] ? [`${indent}; ${tag}: ${tagValue(values[tag])}`] : []));

const postingLines = (posting: ExportPosting): string[] => [
  `    ${plainTextName(posting)}  ${amount(posting.amount, posting.currency)}`,
  ...tagLines({ product: posting.product, cohort: posting.cohort, jurisdiction: posting.jurisdiction }, '        '),
];

function entryText(entry: ExportEntry): string {
  const source = `${entry.sourceKind} ${entry.sourceId} ${entry.purpose}`;
  const own = { kind: entry.kind, source, order: entry.orderNumber, happened: entry.happenedOn };
  const lines = [
    `${entry.date} * (${entry.number}) ${payee(entry.description)}`,
    ...tagLines(own, '    '),
    ...entry.postings.flatMap(postingLines),
  ];
  return `\n${lines.join('\n')}\n`;
}

function openingText(about: ExportAbout): string {
  const held = about.balances.filter(({ opening }) => opening !== 0);
  if (held.length === 0) return '';
  const lines = held.map((balance) => `    ${plainTextName(balance)}  ${amount(balance.opening, balance.currency)}`);
  return `\n${[`${about.from} * Balances brought forward`, ...lines].join('\n')}\n`;
}

const asserted = (balance: ExportBalance): string =>
  `    ${plainTextName(balance)}  ${amount(0, balance.currency)} = ${amount(balance.closing, balance.currency)}`;

/** The journal format that hledger and ledger share. It ends with an assertion of every balance. */
export function plainText({ commodity, tags: declared }: Dialect): JournalFormat {
  return {
    type: 'text/plain; charset=utf-8',
    head: (about) => {
      const currencies = [...new Set(about.balances.map(({ currency }) => currency))].sort();
      const lines = [
        ...controlLines(about).map((line) => `; ${line}`),
        '',
        ...currencies.map(commodity),
        ...declared(tags),
        ...places(about).map((place) => `account ${plainTextName(place)}`),
      ];
      return `${lines.join('\n')}\n${openingText(about)}`;
    },
    entry: entryText,
    tail: (about) =>
      about.balances.length === 0
        ? ''
        : `\n${[`${about.to} * Balances at the end`, ...about.balances.map(asserted)].join('\n')}\n`,
  };
}
