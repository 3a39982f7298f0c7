import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { defaultMarket } from '../markets/market.js';
import { coursesOf, type Cards, readCards } from '../products/product-card.js';
import { type FilterName, filterNames, type ShelfFilter, type StudyTimeName } from './shelf-filter.js';

/** How many there are of each choice, under the other filters. */
export interface ShelfCounts {
  total: number;
  kinds: Record<'bundle' | 'course', number>;
  times: Record<StudyTimeName, number>;
  free: number;
  offer: number;
  topics: { topic: string; count: number }[];
  /** How many there would be without this filter. */
  without: Record<FilterName, number>;
}

export interface ShelfPage extends Cards {
  /** These, and the courses of the bundles among them. */
  all: Cards['cards'];
  /** The slug after which there is more. */
  next: string | null;
}

/** Each product on sale with what it is judged by; one column `m_…` for each filter, true where it lets the product through. */
const judged = `
  shelf AS (
    SELECT p.id, p.kind, p.created_at, about.topics, about.free, about.offered,
      CASE WHEN about.minutes <= 60 THEN 'short' WHEN about.minutes <= 180 THEN 'medium' ELSE 'long' END AS time,
      lower(concat_ws(' ', p.title, b.summary, about.words)) AS words
    FROM products p LEFT JOIN bundles b ON b.product_id = p.id
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(e.minutes), 0) AS minutes, string_agg(e.summary || ' ' || e.audience, ' ') AS words,
        ARRAY(SELECT DISTINCT topic FROM courses c2 JOIN editions e2 ON e2.id = c2.current_edition_id, unnest(e2.topics) AS topic
          WHERE c2.id = ANY(${coursesOf})) AS topics,
        coalesce(bool_or(EXISTS (SELECT FROM lessons l WHERE l.edition_id = e.id AND l.preview)), false) AS free,
        EXISTS (SELECT FROM offers o WHERE o.product_id = p.id AND o.market = $1 AND o.cancelled_at IS NULL AND o.during @> now()
          AND (o.seats IS NULL OR o.seats > (SELECT coalesce(sum(oc.quantity), 0) FROM offer_claims oc
            WHERE oc.offer_id = o.id AND oc.released_at IS NULL))) AS offered
      FROM courses c JOIN editions e ON e.id = c.current_edition_id WHERE c.id = ANY(${coursesOf})
    ) about
    WHERE p.status = 'published'),
  judged AS (
    SELECT *, NOT EXISTS (SELECT FROM unnest($2::text[]) AS word WHERE strpos(words, word) = 0) AS m_q,
      ($3::text IS NULL OR kind = $3) AS m_kind, ($4::text IS NULL OR $4 = ANY(topics)) AS m_topic,
      ($5::text IS NULL OR time = $5) AS m_time, ($6::text IS NULL OR free) AS m_free, ($7::text IS NULL OR offered) AS m_offer
    FROM shelf)`;
const passes = (except?: FilterName): string =>
  filterNames
    .filter((name) => name !== except)
    .map((name) => `m_${name}`)
    .join(' AND ');
const countOf = (except: FilterName | undefined, where = 'true') =>
  `count(*) FILTER (WHERE ${passes(except)} AND ${where})`;

/** These products and the courses of the bundles among them, in the order of the shelf. */
const withParts = `WHERE p.id IN (
    SELECT unnest($2::uuid[])
    UNION SELECT part.id FROM bundle_courses bc JOIN products part ON part.course_id = bc.course_id WHERE bc.product_id = ANY($2::uuid[]))
  ORDER BY p.kind, p.created_at, p.id`;

@Injectable()
export class ShelfQueries {
  constructor(private readonly db: Database) {}

  /** Bundles first, then courses, each in the order in which they came: a page from `offset` on, or after a product. */
  async page(
    filter: ShelfFilter,
    {
      market = defaultMarket,
      limit,
      offset = 0,
      after,
    }: { market?: string; limit: number; offset?: number; after?: string },
  ): Promise<ShelfPage> {
    const found = await this.db.rows<{ id: string; slug: string }>(
      `WITH ${judged}
       SELECT p.id, p.slug FROM judged JOIN products p USING (id)
       WHERE ${passes()} AND ($8::text IS NULL OR (p.kind, p.created_at, p.id) > (SELECT a.kind, a.created_at, a.id FROM products a WHERE a.slug = $8))
       ORDER BY p.kind, p.created_at, p.id LIMIT $9 OFFSET $10`,
      [...parameters(filter, market), after ?? null, limit + 1, offset],
    );
    const ids = found.slice(0, limit).map(({ id }) => id);
    const { at, cards: all } = await readCards(this.db, market, withParts, [ids]);
    const cards = all.filter(({ id, status }) => ids.includes(id) && status === 'published');
    return { at, cards, all, next: found.length > limit ? found[limit - 1]!.slug : null };
  }

  async counts(filter: ShelfFilter, market = defaultMarket): Promise<ShelfCounts> {
    const row = await this.db.row<ShelfCounts>(
      `WITH ${judged}
       SELECT ${countOf(undefined)}::int AS total,
         json_build_object('bundle', ${countOf('kind', `kind = 'bundle'`)}, 'course', ${countOf('kind', `kind = 'course'`)}) AS kinds,
         json_build_object('short', ${countOf('time', `time = 'short'`)}, 'medium', ${countOf('time', `time = 'medium'`)},
           'long', ${countOf('time', `time = 'long'`)}) AS times,
         ${countOf('free', 'free')}::int AS free, ${countOf('offer', 'offered')}::int AS offer,
         (SELECT coalesce(json_agg(t ORDER BY t.topic), '[]') FROM (
           SELECT topic, count(*)::int AS count FROM judged j, unnest(j.topics) AS topic WHERE ${passes('topic')} GROUP BY topic) AS t
         ) AS topics,
         json_build_object(${filterNames.map((name) => `'${name}', ${countOf(name)}`).join(', ')}) AS without
       FROM judged`,
      parameters(filter, market),
    );
    return row!;
  }
}

const parameters = (filter: ShelfFilter, market: string) => [
  market,
  filter.q?.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 12) ?? [],
  ...(['kind', 'topic', 'time', 'free', 'offer'] as const).map((name) => filter[name] ?? null),
];
