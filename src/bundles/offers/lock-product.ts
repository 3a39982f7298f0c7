import type { Tx } from '../../database/index.js';
import { notFound } from '../../shared/index.js';
import { defaultMarket } from '../markets/market.js';
import { type Product, productColumns, type ProductRow, toProduct } from '../products/product.js';

/** A product with its prices in a market, held: whoever prices it waits for whoever prices it just now. @throws not_found, market_unknown */
export async function lockProduct(tx: Tx, slug: string, market = defaultMarket): Promise<Product> {
  const held = await tx.row<{ id: string }>('SELECT id FROM products WHERE slug = $1 FOR UPDATE', [slug]);
  if (!held) throw notFound('product');
  // A statement of its own: it sees what was committed while this one waited for the lock.
  const row = await tx.row<ProductRow>(`SELECT ${productColumns} FROM products p WHERE p.id = $2`, [market, held.id]);
  return toProduct(row!);
}
