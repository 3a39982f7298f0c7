import { filterAddress } from '../../web/index.js';

interface AccountPart {
  currency: string;
  from?: string;
  to?: string;
  kind?: string;
  course?: string | null;
  product?: string | null;
  cohort?: string | null;
  jurisdiction?: string | null;
}

/** What a figure is made of: the account, narrowed to what the figure is about. */
export const accountAddress = (code: string, part: AccountPart): string =>
  filterAddress(`/books/accounts/${code}`, { ...part });

/** The register of refunds or disputes, and the lists of payments and payouts, narrowed to some days. */
export const registerAddress = (name: string, days: { currency: string; from: string; to: string }): string =>
  filterAddress(`/books/${name}`, { ...days });

/** Another month as this one is shown. */
export const monthAddress = ({ currency, span }: { currency: string; span: number }, month: string): string =>
  filterAddress('/books', { month: month.slice(0, 7), currency, span });
