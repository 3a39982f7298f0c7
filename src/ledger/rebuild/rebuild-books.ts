import { Injectable } from '@nestjs/common';
import { BookedSaleQueries } from '../../checkout/index.js';
import type { Database, Tx } from '../../database/index.js';
import { lockJournal } from '../journal/post-entries.js';
import { monthDifferences, monthsOf, rewriteMonth } from './balances-of-months.js';
import { beginCounting, countDay, differencesOf, nextDay, rewriteDay } from './balances-of-day.js';
import { countAgain, rewriteSales, salesDifferences } from './sales-again.js';

type Say = (difference: string) => void;

/** Computes the sums that the database keeps from the journal and the orders again: day by day, so that memory stays flat. */
@Injectable()
export class RebuildBooks {
  constructor(private readonly sales: BookedSaleQueries) {}

  /**
   * Names every sum that is wrong, all as of one instant. With `repair` it also writes them anew; posting waits meanwhile.
   * @param owner logged in as the owner of the tables; nobody else may repair
   * @returns how many sums were wrong
   */
  execute(owner: Database, say: Say, { repair }: { repair: boolean }): Promise<number> {
    return owner.transaction(async (tx) => {
      if (!repair) await tx.rows('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      await (repair ? lockJournal(tx) : undefined);
      const days = await balances(tx, say, repair);
      return days + (await months(tx, say, repair)) + (await this.salesOf(tx, say, repair));
    });
  }

  private async salesOf(tx: Tx, say: Say, repair: boolean): Promise<number> {
    await countAgain(tx, this.sales);
    let wrong = 0;
    for await (const difference of salesDifferences(tx)) {
      say(difference);
      wrong += 1;
    }
    if (repair && wrong > 0) await unguarded(tx, 'daily_sales', 'daily_sales_stay', () => rewriteSales(tx));
    return wrong;
  }
}

async function balances(tx: Tx, say: Say, repair: boolean): Promise<number> {
  let wrong = 0;
  await beginCounting(tx);
  const each = async () => {
    for (let day = await nextDay(tx, null); day; day = await nextDay(tx, day)) {
      await countDay(tx, day);
      const differences = await differencesOf(tx, day);
      differences.forEach(say);
      wrong += differences.length;
      if (repair && differences.length > 0) await rewriteDay(tx, day);
    }
  };
  await (repair ? unguarded(tx, 'daily_balances', 'daily_balances_guard', each) : each());
  return wrong;
}

async function months(tx: Tx, say: Say, repair: boolean): Promise<number> {
  let wrong = 0;
  const each = async () => {
    for (const month of await monthsOf(tx)) {
      const differences = await monthDifferences(tx, month);
      differences.forEach(say);
      wrong += differences.length;
      if (repair && differences.length > 0) await rewriteMonth(tx, month);
    }
  };
  await (repair ? unguarded(tx, 'monthly_balances', 'monthly_balances_guard', each) : each());
  return wrong;
}

/** The guard is back before the transaction ends, and as long as it is off nobody else writes to the table. */
async function unguarded(tx: Tx, table: string, guard: string, work: () => Promise<void>): Promise<void> {
  await tx.rows(`ALTER TABLE ${table} DISABLE TRIGGER ${guard}`);
  await work();
  await tx.rows(`ALTER TABLE ${table} ENABLE TRIGGER ${guard}`);
}
