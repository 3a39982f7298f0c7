import type { BookedSale } from '../../checkout/index.js';
import type { Tx } from '../../database/index.js';

/**
 * Adds what an order sold to the figures of its day: by product, offer and market, without tax.
 * @param table another of the same shape, to count again beside what is kept
 */
export async function countSale(
  tx: Tx,
  sale: BookedSale,
  table: 'daily_sales' | 'sales_again' = 'daily_sales',
): Promise<void> {
  const rows = sale.lines.map(({ productId, offerId, quantity, list, courses }) => {
    const amount = courses.reduce((sum, course) => sum + course.amount, 0);
    const tax = courses.reduce((sum, course) => sum + course.tax, 0);
    return { productId, offerId, quantity, list, tax, net: sale.taxIncluded ? amount - tax : amount };
  });
  await tx.rows(
    `INSERT INTO ${table} AS s (day, currency, market, product_id, offer_id, lines, quantity, list, net, tax)
     SELECT $1, $2, $3, product_id, offer_id, count(*), sum(quantity), sum(list), sum(net), sum(tax)
     FROM unnest($4::uuid[], $5::uuid[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[])
       AS l (product_id, offer_id, quantity, list, net, tax) GROUP BY product_id, offer_id
     ON CONFLICT (day, currency, market, product_id, offer_id) DO UPDATE SET lines = s.lines + excluded.lines,
       quantity = s.quantity + excluded.quantity, list = s.list + excluded.list, net = s.net + excluded.net,
       tax = s.tax + excluded.tax`,
    [
      sale.settledOn,
      sale.currency,
      sale.market,
      rows.map(({ productId }) => productId),
      rows.map(({ offerId }) => offerId),
      rows.map(({ quantity }) => quantity),
      rows.map(({ list }) => list),
      rows.map(({ net }) => net),
      rows.map(({ tax }) => tax),
    ],
  );
}
