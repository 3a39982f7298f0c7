/** What the generated sales come to by day, product, market and offer; the journal does not know it. */
export const fillDailySales = (pool) =>
  pool.query(
    `INSERT INTO daily_sales (day, currency, market, product_id, offer_id, lines, quantity, list, net, tax)
     SELECT day, currency, market, product_id, offer_id, lines, lines, lines * 6000, lines * 5000, lines * 700 FROM (
       SELECT b.day, b.currency, m.name AS market, b.product_id, o.id AS offer_id, greatest(sum(b.postings) / 4, 1) AS lines
       FROM daily_balances b CROSS JOIN markets m
       CROSS JOIN (VALUES (NULL::uuid), ('00000000-0000-4000-8000-000000000001')) AS o (id)
       WHERE b.account = '2100' AND b.kind = 'sale' GROUP BY 1, 2, 3, 4, 5) AS s`,
  );
