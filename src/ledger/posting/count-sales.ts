import type { BookedSale } from '../../checkout/index.js';
import type { Tx } from '../../database/index.js';

/**
 * Adds what orders sold to the figures of their days: by product, offer and market, without tax.
 * @param table another of the same shape, to count again beside what is kept
 */
export async function countSales(
  tx: Tx,
  sales: readonly BookedSale[],
  table: 'daily_sales' | 'sales_again' = 'daily_sales',
): Promise<void> {
  if (sales.length === 0) return;
  const rows = sales.flatMap((sale) => sale.lines.map((line) => ({ ...sale, ...line, ...withoutTax(sale, line) })));
  await tx.rows(
    `INSERT INTO ${table} AS s (day, currency, market, product_id, offer_id, lines, quantity, list, net, tax)
     SELECT day, currency, market, product_id, offer_id, count(*), sum(quantity), sum(list), sum(net), sum(tax)
     FROM unnest($1::date[], $2::text[], $3::text[], $4::uuid[], $5::uuid[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[])
       AS l (day, currency, market, product_id, offer_id, quantity, list, net, tax) GROUP BY 1, 2, 3, 4, 5
     ON CONFLICT (day, currency, market, product_id, offer_id) DO UPDATE SET lines = s.lines + excluded.lines,
       quantity = s.quantity + excluded.quantity, list = s.list + excluded.list, net = s.net + excluded.net,
       tax = s.tax + excluded.tax`,
    [
      rows.map(({ settledOn }) => settledOn),
      rows.map(({ currency }) => currency),
      rows.map(({ market }) => market),
      rows.map(({ productId }) => productId),
      rows.map(({ offerId }) => offerId),
      rows.map(({ quantity }) => quantity),
      rows.map(({ list }) => list),
      rows.map(({ net }) => net),
      rows.map(({ tax }) => tax),
    ],
  );
}

function withoutTax({ taxIncluded }: BookedSale, { courses }: BookedSale['lines'][number]) {
  const amount = courses.reduce((sum, course) => sum + course.amount, 0);
  const tax = courses.reduce((sum, course) => sum + course.tax, 0);
  return { tax, net: taxIncluded ? amount - tax : amount };
}
