import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { Facts } from '../../jobs/index.js';
import { notFound } from '../../shared/index.js';
import type { EntryKind, Posting } from './entry.js';
import { notReversible, reversedAlready } from './journal.errors.js';
import { assertOpen } from './open-for-hands.js';
import { lockJournal, PostEntries } from './post-entries.js';

const byHand: readonly EntryKind[] = ['manual', 'opening'];

/** The only correction there is: the same postings the other way round, in an open month. Once. */
@Injectable()
export class ReverseEntry {
  constructor(
    private readonly db: Database,
    private readonly facts: Facts,
    private readonly posting: PostEntries,
  ) {}

  /** @returns the number of the reversal */
  async execute(what: { entry: number; date: string; reason: string; by: string }): Promise<number> {
    const { entry, date, reason, by } = what;
    return this.db.transaction(async (tx) => {
      await lockJournal(tx);
      const found = await tx.row<{ kind: EntryKind; reversedBy: number | null }>(
        `SELECT e.kind, r.number AS "reversedBy" FROM journal_entries e
         LEFT JOIN journal_entries r ON r.reverses = e.number WHERE e.number = $1`,
        [entry],
      );
      if (!found) throw notFound('entry');
      if (!byHand.includes(found.kind)) throw notReversible();
      if (found.reversedBy) throw reversedAlready(found.reversedBy);
      await assertOpen(tx, date);
      const postings = await tx.rows<Posting>(
        `SELECT account, currency, -amount AS amount, course_id AS "courseId", product_id AS "productId", cohort, jurisdiction
         FROM postings WHERE entry = $1 ORDER BY position`,
        [entry],
      );
      const source = { kind: 'entry', id: String(entry), purpose: 'reversal' };
      const [number] = await this.posting.post(tx, [
        { date, kind: 'reversal', description: `Reverses ${entry}: ${reason}`, source, by, reverses: entry, postings },
      ]);
      this.facts.record(tx, 'journal.reversed', { entry: String(entry), personId: by });
      return number!;
    });
  }
}
