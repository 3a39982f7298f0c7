import { Injectable } from '@nestjs/common';
import { Database, type Runner } from '../../database/index.js';
import { accounts } from '../journal/accounts.js';
import { keptAccount, unknownAccount } from '../journal/journal.errors.js';
import { keptAccounts } from '../journal/open-for-hands.js';
import { OpeningQueries } from './opening.queries.js';
import { openingHash, type OpeningLine, type OpeningProblem, readOpeningFile } from './read-opening-file.js';

export interface CheckedOpening {
  /** Says which file was checked: whoever posts it says it again. */
  hash: string;
  lines: (OpeningLine & { name: string })[];
  /** What makes each currency even, on the account of opening balances; minor units. */
  against: { currency: string; amount: number }[];
  problems: OpeningProblem[];
  /** How often this file was posted; what was reversed counts. */
  postedBefore: number;
  /** The entry this file stands as; once that is reversed, the file can be posted again. */
  postedAs: number | null;
}

/** What would become of a file of opening balances; changes nothing. */
@Injectable()
export class CheckOpeningFile {
  constructor(
    private readonly db: Database,
    private readonly queries: OpeningQueries,
  ) {}

  async execute(csv: string, runner: Runner = this.db): Promise<CheckedOpening> {
    const chart = await this.queries.chart(runner);
    const hash = openingHash(csv);
    const { times, standing } = await this.queries.posted(hash, runner);
    const { lines, problems } = readOpeningFile(csv, (code) => refusalOf(code, chart));
    return {
      hash,
      lines: lines.map((line) => ({ ...line, name: chart.get(line.account)! })),
      against: againstOf(lines),
      problems,
      postedBefore: times,
      postedAs: standing,
    };
  }
}

function refusalOf(code: string, chart: ReadonlyMap<string, string>): string | null {
  if (!chart.has(code)) return unknownAccount(code, 'account').message;
  if (code === accounts.opening) return `Account ${code} takes what makes each currency even: leave it out.`;
  return keptAccounts.includes(code) ? keptAccount(code, 'account').message : null;
}

/** One posting for each currency that is not even by itself. */
function againstOf(lines: readonly OpeningLine[]): CheckedOpening['against'] {
  const sums = new Map<string, number>();
  for (const { currency, amount } of lines) sums.set(currency, (sums.get(currency) ?? 0) - amount);
  return [...sums].map(([currency, amount]) => ({ currency, amount })).filter(({ amount }) => amount !== 0);
}
