import type { Runner } from '../../database/index.js';
import { type Product, productColumns, type ProductRow, toProduct } from './product.js';

/** A product with what a list shows of it. */
export interface ProductCard extends Product {
  summary: string;
  /** Of all lessons and quizzes in it. */
  minutes: number;
  lessons: number;
}

/** Products as they were at one instant of the database's clock; none of them, no instant. */
export interface Cards {
  at: Date | undefined;
  cards: ProductCard[];
}

export interface CardRow extends ProductRow, Pick<ProductCard, 'summary' | 'minutes' | 'lessons'> {
  now: Date;
}

export const cardColumns = `${productColumns},
  coalesce(b.summary, taught.summary, '') AS summary, taught.minutes, taught.lessons, now() AS now`;

/** The ids of the courses in a `products p`, found by their keys. */
export const coursesOf = `(CASE WHEN p.kind = 'course' THEN ARRAY[p.course_id]
  ELSE ARRAY(SELECT bc.course_id FROM bundle_courses bc WHERE bc.product_id = p.id) END)`;

/** What `cardColumns` selects from. */
export const cardTables = `
  products p
  LEFT JOIN bundles b ON b.product_id = p.id
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(e.minutes), 0)::int AS minutes, max(e.summary) AS summary,
      coalesce(sum((SELECT count(*) FROM jsonb_path_query(e.outline, '$[*].items[*] ? (@.kind == "lesson")'))), 0)::int AS lessons
    FROM courses c JOIN editions e ON e.id = c.current_edition_id
    WHERE c.id = ANY(${coursesOf})
  ) taught`;

export function toCard({ now: _now, ...row }: CardRow): ProductCard {
  return toProduct(row) as ProductCard;
}

/** `$1` in `where` is the name of the market, `more` from `$2` on. */
export async function readCards(runner: Runner, market: string, where: string, more: unknown[] = []): Promise<Cards> {
  const rows = await runner.rows<CardRow>(`SELECT ${cardColumns} FROM ${cardTables} ${where}`, [market, ...more]);
  return { at: rows[0]?.now, cards: rows.map(toCard) };
}
