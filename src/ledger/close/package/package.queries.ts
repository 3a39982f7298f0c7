import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/index.js';
import { nextMonth } from '../../journal/months.js';
import type { TableRow } from './package-file.js';
import { register, rollForward, subLedger, tax, trialBalance } from './package.sql.js';

type Batches = AsyncGenerator<TableRow[], void, undefined>;
const whole = { trialBalance, rollForward, tax };
const before = '00000000-0000-0000-0000-000000000000';

/** What a closed month holds, in pieces. Nothing of it changes while it is closed, so that no transaction stays open. */
@Injectable()
export class PackageQueries {
  constructor(private readonly db: Database) {}

  async *table(which: keyof typeof whole, month: string): Batches {
    yield await this.db.rows<TableRow>(whole[which], [month, nextMonth(month)]);
  }

  /** Entries of these kinds, in the order of date and number. */
  async *register(month: string, kinds: readonly string[]): Batches {
    yield* this.paged(register, [month, nextMonth(month), kinds], [month, 0], ({ date, number }) => [date, number]);
  }

  /** What was deferred at the end of the month, by line, course and unit. */
  async *subLedger(month: string): Batches {
    const first = [before, before, 0];
    yield* this.paged(subLedger, [month, nextMonth(month)], first, (row) => [row.line, row.courseId, row.unit]);
  }

  private async *paged(sql: string, asked: unknown[], first: unknown[], keyOf: (row: TableRow) => unknown[]): Batches {
    let after = first;
    for (;;) {
      const rows = await this.db.rows<TableRow>(sql, [...asked, ...after]);
      if (rows.length === 0) return;
      yield rows;
      after = keyOf(rows.at(-1)!);
    }
  }
}
