import type { BookedSaleQueries } from '../../checkout/index.js';
import type { Tx } from '../../database/index.js';
import { countSales } from '../posting/count-sales.js';

const dims = 'day, currency, market, product_id, offer_id';
const sums = ['lines', 'quantity', 'list', 'net', 'tax'];

/** Every payment that was booked as a sale, at once or out of suspense. */
const booked = `
  SELECT b.source AS charge FROM journal_entries e JOIN balance_transactions b ON b.id = e.source_id
  WHERE e.source_kind = 'balance_transaction' AND e.kind IN ('sale', 'resolution') AND e.order_id IS NOT NULL
    AND b.category IN ('charge', 'payment') ORDER BY e.number`;

/** Counts all sales again, beside the table that is kept, from the orders themselves; a piece of them in memory at a time. */
export async function countAgain(tx: Tx, sales: BookedSaleQueries): Promise<void> {
  await tx.rows('CREATE TEMPORARY TABLE sales_again (LIKE daily_sales INCLUDING INDEXES) ON COMMIT DROP');
  for await (const piece of tx.stream<{ charge: string }>(booked)) {
    const found = await sales.ofCharges(
      piece.map(({ charge }) => charge),
      tx,
    );
    // Further instalments, and what goes back because it bought nothing, sold nothing new.
    const counted = found.filter(({ earlier, isOwedBack }) => earlier.length === 0 && !isOwedBack);
    await countSales(tx, counted, 'sales_again');
  }
}

const figures = (side: string) =>
  `CASE WHEN ${side}.day IS NULL THEN 'nothing' ELSE concat_ws(', ', ${sums.map((sum) => `'${sum} ' || ${side}.${sum}`).join()}) END`;
const rowOf = (side: string) => sums.map((sum) => `${side}.${sum}`).join();
const named = (name: string) => `coalesce(a.${name}, k.${name})`;

/** After `countAgain`: where the kept figures are not those of the orders, each key in words, with both. */
export async function* salesDifferences(tx: Tx): AsyncGenerator<string> {
  const rows = tx.stream<{ what: string }>(
    `SELECT concat_ws(', ', 'sales of ' || ${named('day')}, ${named('currency')}, ${named('market')},
         'product ' || ${named('product_id')}, 'offer ' || ${named('offer_id')})
         || ': kept ' || ${figures('k')} || '; sold ' || ${figures('a')} AS what
     FROM sales_again a FULL JOIN daily_sales k ON (k.day, k.currency, k.market, k.product_id) = (a.day, a.currency, a.market, a.product_id)
       AND k.offer_id IS NOT DISTINCT FROM a.offer_id
     WHERE (${rowOf('a')}) IS DISTINCT FROM (${rowOf('k')}) ORDER BY 1`,
  );
  for await (const piece of rows) yield* piece.map(({ what }) => what);
}

/** Puts what was counted again in the place of what was kept; with the guard of the table off. */
export async function rewriteSales(tx: Tx): Promise<void> {
  await tx.rows('DELETE FROM daily_sales');
  const columns = `${dims}, ${sums.join()}`;
  await tx.rows(`INSERT INTO daily_sales (${columns}) SELECT ${columns} FROM sales_again`);
}
