import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { formatMoney } from '../../shared/index.js';
import { notBalanced } from './journal.errors.js';
import { assertOpen, assertPostable } from './open-for-hands.js';
import { lockJournal, PostEntries } from './post-entries.js';

export interface HandEntry {
  /** Chosen by whoever fills the form in: the same key posts once. */
  key: string;
  date: string;
  description: string;
  currency: string;
  /** Debit positive, credit negative; minor units. */
  postings: { account: string; amount: number }[];
  by: string;
}

/** An accountant posts what neither Stripe nor the shop knows: tax paid, bank charges, adjustments. */
@Injectable()
export class PostByHand {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
    private readonly posting: PostEntries,
  ) {}

  /** @returns the entry's number, also when it was posted before @throws not_balanced, period_closed, in_future, … */
  async execute({ key, date, description, currency, postings, by }: HandEntry): Promise<number> {
    const off = postings.reduce((sum, { amount }) => sum + amount, 0);
    if (off !== 0) throw notBalanced(formatMoney({ amount: Math.abs(off), currency }));
    const source = { kind: 'hand', id: key, purpose: 'posting' };
    return this.db.transaction(async (tx) => {
      await lockJournal(tx);
      const before = await tx.row<{ number: number }>(
        `SELECT number FROM journal_entries WHERE source_kind = 'hand' AND source_id = $1`,
        [key],
      );
      if (before) return before.number;
      await assertOpen(tx, date);
      const codes = postings.map(({ account }) => account);
      await assertPostable(tx, codes, 'postings');
      const lines = postings.map((each) => ({ ...each, currency }));
      const [number] = await this.posting.post(tx, [
        { date, kind: 'manual', description, source, by, postings: lines },
      ]);
      this.facts.record(tx, 'journal.posted', { entry: String(number), personId: by });
      return number!;
    });
  }
}
