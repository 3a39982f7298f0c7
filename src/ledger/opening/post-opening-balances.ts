import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { accounts } from '../journal/accounts.js';
import { assertOpen } from '../journal/open-for-hands.js';
import { lockJournal, PostEntries } from '../journal/post-entries.js';
import { CheckOpeningFile } from './check-opening-file.js';
import { openingChanged, openingPosted, openingRefused } from './opening.errors.js';

export interface OpeningFile {
  /** The day whose beginning the balances are of. */
  date: string;
  csv: string;
  /** As the check answered it. */
  hash: string;
  by: string;
}

/** Brings in what was on the accounts before the product kept the books: one entry, against opening balances. */
@Injectable()
export class PostOpeningBalances {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
    private readonly checking: CheckOpeningFile,
    private readonly posting: PostEntries,
  ) {}

  /** @returns the entry's number @throws opening_refused, opening_posted, opening_changed, period_closed, in_future */
  async execute({ date, csv, hash, by }: OpeningFile): Promise<number> {
    return this.db.transaction(async (tx) => {
      await lockJournal(tx);
      const checked = await this.checking.execute(csv, tx);
      if (checked.hash !== hash) throw openingChanged();
      if (checked.problems.length > 0) throw openingRefused(checked.problems);
      if (checked.postedAs !== null) throw openingPosted(checked.postedAs);
      await assertOpen(tx, date);
      const against = checked.against.map((each) => ({ account: accounts.opening, ...each }));
      const [number] = await this.posting.post(tx, [
        {
          ...{ date, by, kind: 'opening', description: `Opening balances of ${date}` },
          source: { kind: 'opening_file', id: hash, purpose: purposeOf(checked.postedBefore) },
          postings: [
            ...checked.lines.map(({ account, currency, amount }) => ({ account, currency, amount })),
            ...against,
          ],
        },
      ]);
      this.facts.record(tx, 'journal.posted', { entry: String(number), personId: by });
      return number!;
    });
  }
}

/** A file that was reversed and is posted again is another entry of the same source. */
const purposeOf = (postedBefore: number): string => (postedBefore === 0 ? 'opening' : `opening ${postedBefore + 1}`);
