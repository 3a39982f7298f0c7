import { contentHash } from '../../shared/index.js';
import type { AccountKind } from '../journal/accounts.js';
import type { ExportAbout, ExportAccount } from './journal-export.js';
import { asciiLine, oneLine } from './one-line.js';

const roots: Record<AccountKind, string> = {
  asset: 'Assets',
  liability: 'Liabilities',
  equity: 'Equity',
  income: 'Income',
  expense: 'Expenses',
};

interface Place {
  account: ExportAccount;
  course: string | null;
}

/** "Liabilities:2100 Deferred revenue:basics", for hledger and ledger. The code keeps it unique and stable. */
export function plainTextName({ account, course }: Place): string {
  const own = oneLine(`${account.code} ${account.name.replace(/[^\p{L}\p{M}\p{N} .,&'/+-]/gu, ' ')}`);
  return [roots[account.kind], own, ...(course ? [course] : [])].join(':');
}

/** "Liabilities:Deferred-Revenue-2100:Basics": each part of ASCII letters, digits and dashes, with a capital first. */
export function beancountName({ account, course }: Place): string {
  const words = capitalised(asciiLine(account.name).replace(/\?/g, ' '));
  const own = `${words || 'Account'}-${account.code}`;
  return [roots[account.kind], own, ...(course ? [capitalised(course)] : [])].join(':');
}

const capitalised = (text: string): string =>
  text
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('-');

/** "Deferred revenue:basics", for QuickBooks, which takes 31 characters to a part. */
export function quickBooksName({ account, course }: Place): string {
  const name = asciiLine(account.name)
    .replace(/[^A-Za-z0-9 .,&/+-]/g, ' ')
    .trim();
  const own = name === account.name && name.length <= 31 ? name : `${name.slice(0, 26)} ${account.code}`.trim();
  return course ? `${own}:${shortened(course)}` : own;
}

const shortened = (slug: string): string =>
  slug.length <= 31 ? slug : `${slug.slice(0, 22)}-${contentHash([slug]).slice(0, 8)}`;

/** The whole chart, and the courses that accounts were used for; each once, in order. */
export function places({ chart, balances }: ExportAbout): Place[] {
  const used = new Map<string, Place>();
  for (const account of chart) used.set(account.code, { account, course: null });
  for (const { account, course } of balances) used.set(`${account.code} ${course ?? ''}`.trim(), { account, course });
  const keyed = [...used].sort(([a], [b]) => (a < b ? -1 : 1));
  return keyed.map(([, place]) => place);
}
