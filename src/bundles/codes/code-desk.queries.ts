import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { Money } from '../../shared/index.js';
import { codeKey } from './code-key.js';

export type CodeStanding = 'running' | 'next' | 'ended' | 'used up' | 'withdrawn';

/** A code as those who give it out see it. Uses are counted from the claims of orders. */
export interface DeskCode {
  id: string;
  code: string;
  percent: number | null;
  off: { market: string; off: Money }[];
  startsAt: Date;
  endsAt: Date;
  totalLimit: number | null;
  personLimit: number | null;
  withOffers: boolean;
  /** Empty: for all. */
  products: { slug: string; title: string }[];
  note: string;
  createdBy: string | null;
  createdAt: Date;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  withdrawnReason: string | null;
  /** By orders that were paid. */
  kept: number;
  /** By orders that can still be paid. */
  held: number;
  standing: CodeStanding;
}

export interface CodeFilter {
  /** Part of the code or of its note. */
  q?: string | undefined;
  standing?: CodeStanding | undefined;
}

const deskCodes = `
  SELECT c.id, c.code, c.percent, lower(c.during) AS "startsAt", upper(c.during) AS "endsAt", c.total_limit AS "totalLimit",
    c.person_limit AS "personLimit", c.with_offers AS "withOffers", c.note, creator.name AS "createdBy",
    c.created_at AS "createdAt", c.withdrawn_at AS "withdrawnAt", withdrawer.name AS "withdrawnBy",
    c.withdrawn_reason AS "withdrawnReason", c.key, uses.kept, uses.held,
    (SELECT coalesce(json_agg(json_build_object('market', a.market, 'off',
       json_build_object('amount', a.amount, 'currency', m.currency)) ORDER BY m.position), '[]')
     FROM code_amounts a JOIN markets m ON m.name = a.market WHERE a.code_id = c.id) AS off,
    (SELECT coalesce(json_agg(json_build_object('slug', p.slug, 'title', p.title) ORDER BY p.kind, p.title), '[]')
     FROM code_products cp JOIN products p ON p.id = cp.product_id WHERE cp.code_id = c.id) AS products,
    CASE WHEN c.withdrawn_at IS NOT NULL THEN 'withdrawn' WHEN upper(c.during) <= now() THEN 'ended'
      WHEN c.total_limit <= uses.kept + uses.held THEN 'used up' WHEN lower(c.during) > now() THEN 'next'
      ELSE 'running' END AS standing
  FROM codes c LEFT JOIN people creator ON creator.id = c.created_by LEFT JOIN people withdrawer ON withdrawer.id = c.withdrawn_by
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE kept_at IS NOT NULL)::int AS kept,
      count(*) FILTER (WHERE kept_at IS NULL AND released_at IS NULL)::int AS held
    FROM code_claims u WHERE u.code_id = c.id) uses`;

@Injectable()
export class CodeDeskQueries {
  constructor(private readonly db: Database) {}

  /** The newest first, those after the id `after`. */
  list({ q, standing }: CodeFilter, limit: number, after: string | null): Promise<DeskCode[]> {
    return this.db.rows<DeskCode>(
      `SELECT * FROM (${deskCodes}) d
       WHERE ($1::text IS NULL OR d.key LIKE '%' || $2 || '%' AND $2 <> '' OR d.note ILIKE '%' || $1 || '%')
         AND ($3::text IS NULL OR d.standing = $3) AND ($4::uuid IS NULL OR d.id < $4)
       ORDER BY d.id DESC LIMIT $5`,
      [q ? q.replace(/[\\%_]/g, '\\$&') : null, codeKey(q ?? ''), standing ?? null, after, limit],
    );
  }

  byId(id: string): Promise<DeskCode | undefined> {
    return this.db.row<DeskCode>(`SELECT * FROM (${deskCodes}) d WHERE d.id = $1`, [id]);
  }
}
