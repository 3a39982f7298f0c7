import { contentHash, minorUnits, parseTypedAmount } from '../../shared/index.js';

/** One balance: debit positive, credit negative; minor units. `row` is the line of the file, the head being the first. */
export interface OpeningLine {
  row: number;
  account: string;
  currency: string;
  amount: number;
}

export type OpeningField = (typeof columns)[number];
export interface OpeningProblem {
  row: number;
  /** Left out where the line as a whole is wrong. */
  field: OpeningField | null;
  sentence: string;
}

const columns = ['account', 'currency', 'debit', 'credit'] as const;
const most = 500;

/** The text without what differs between programs that save the same file. */
const settled = (csv: string): string =>
  csv
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .trimEnd();

/** The same for the same file, however its lines end. */
export const openingHash = (csv: string): string => contentHash([settled(csv)]);

/**
 * Reads `account,currency,debit,credit`, one balance to a line. What cannot be read is told by line and field, all at once.
 * @param postable what is known of an account: a sentence if nobody may post to it by hand, null if anybody may
 */
export function readOpeningFile(
  csv: string,
  postable: (code: string) => string | null,
): { lines: OpeningLine[]; problems: OpeningProblem[] } {
  const [head = '', ...rest] = settled(csv).split('\n');
  const named = cellsOf(head).map((cell) => cell.toLowerCase());
  const places = columns.map((column) => named.indexOf(column));
  if (places.includes(-1) || named.length !== columns.length) {
    return headless('The first line must name the columns: account,currency,debit,credit');
  }
  const filled = rest.map((text, index) => ({ text, row: index + 2 })).filter(({ text }) => text.trim() !== '');
  if (filled.length === 0) return headless('There are no balances below the names of the columns.');
  if (filled.length > most) return headless(`There are more than ${most} balances. Make several files of it.`);
  const problems: OpeningProblem[] = [];
  const seen = new Map<string, number>();
  const lines = filled.flatMap(({ text, row }) => {
    const cells = cellsOf(text);
    if (cells.length !== columns.length) {
      problems.push({ row, field: null, sentence: `This line has ${cells.length} cells instead of 4.` });
      return [];
    }
    const [account, currency, debit, credit] = places.map((place) => cells[place]!) as [string, string, string, string];
    const found = lineProblems({ account, currency, debit, credit }, postable);
    const key = `${account} ${currency}`;
    const before = seen.get(key);
    if (before) found.push({ field: 'account', sentence: `Line ${before} has ${account} in ${currency} already.` });
    else seen.set(key, row);
    problems.push(...found.map((each) => ({ row, ...each })));
    if (found.length > 0) return [];
    const amount = parseTypedAmount(debit || credit, minorUnits(currency)!)!;
    return [{ row, account, currency, amount: debit ? amount : -amount }];
  });
  return { lines, problems };
}

const headless = (sentence: string) => ({ lines: [], problems: [{ row: 1, field: null, sentence }] });

function lineProblems(
  { account, currency, debit, credit }: Record<OpeningField, string>,
  postable: (code: string) => string | null,
): { field: OpeningField; sentence: string }[] {
  const refusal = postable(account);
  const digits = minorUnits(currency);
  const found: { field: OpeningField; sentence: string }[] = [];
  if (refusal) found.push({ field: 'account', sentence: refusal });
  if (digits === undefined) {
    found.push({
      field: 'currency',
      sentence: 'Three capital letters of a currency that is known here, for example USD.',
    });
  }
  if (Boolean(debit) === Boolean(credit)) {
    found.push({ field: 'debit', sentence: 'Fill in either debit or credit.' });
  } else if (digits !== undefined && !parseTypedAmount(debit || credit, digits)) {
    const sentence =
      digits === 0 ? 'A whole amount above zero.' : `An amount above zero, at most ${digits} digits after the point.`;
    found.push({ field: debit ? 'debit' : 'credit', sentence });
  }
  return found;
}

/** Cells between commas; those in quotation marks may hold commas. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:\s*"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))/g)].map(([, quoted, bare]) =>
    (quoted?.replaceAll('""', '"') ?? bare ?? '').trim(),
  );
