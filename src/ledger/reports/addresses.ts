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
