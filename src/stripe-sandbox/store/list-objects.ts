import type Stripe from 'stripe';
import { invalidRequest, noSuch } from '../api/stripe-error.js';
import type { Kind, Kinds } from './kinds.js';
import type { Work } from './work.js';

export interface Page {
  limit?: number | undefined;
  starting_after?: string | undefined;
  ending_before?: string | undefined;
  created?: number | { gt?: number; gte?: number; lt?: number; lte?: number } | undefined;
}

interface Listed {
  table: 'objects' | 'events';
  url: string;
  /** What the object's body must contain; undefined members do not narrow. */
  containing?: object;
  kind?: Kind;
  types?: string[] | undefined;
  /** The payout that a balance transaction was in. */
  payout?: string | undefined;
}

/** Newest first. `containing` narrows by the object's own fields. */
export function listObjects<K extends Kind>(
  work: Work,
  kind: K,
  url: string,
  page: Page,
  containing: object = {},
): Promise<Stripe.ApiList<Kinds[K]>> {
  return listRows<Kinds[K]>(work, page, { table: 'objects', kind, url, containing });
}

export async function listRows<T>(work: Work, page: Page, listed: Listed): Promise<Stripe.ApiList<T>> {
  const { limit = 10, starting_after, ending_before } = page;
  if (starting_after && ending_before) {
    throw invalidRequest(
      'You may only specify one of these parameters: starting_after, ending_before.',
      'ending_before',
    );
  }
  const after = await place(work, listed, starting_after, 'starting_after');
  const before = await place(work, listed, ending_before, 'ending_before');
  const range = typeof page.created === 'number' ? { gte: page.created, lte: page.created } : (page.created ?? {});
  const rows = await work.tx.rows<{ body: T }>(statement(listed, before !== null), [
    listed.kind ?? null,
    JSON.stringify(listed.containing ?? {}),
    after ?? before,
    limit + 1,
    range.gt ?? null,
    range.gte ?? null,
    range.lt ?? null,
    range.lte ?? null,
    listed.types ?? null,
    ...(listed.payout === undefined ? [] : [listed.payout]),
  ]);
  const data = rows.slice(0, limit).map((row) => row.body);
  return {
    object: 'list',
    data: before === null ? data : data.reverse(),
    has_more: rows.length > limit,
    url: listed.url,
  };
}

async function place(
  work: Work,
  { table, kind }: Listed,
  id: string | undefined,
  param: string,
): Promise<string | null> {
  if (id === undefined) return null;
  const found = await work.tx.row<{ seq: string }>(
    `SELECT seq::text AS seq FROM stripe_sandbox.${table} WHERE id = $1${kind ? ' AND kind = $2' : ''}`,
    kind ? [id, kind] : [id],
  );
  if (!found) throw noSuch(kind ?? 'event', id, param);
  return found.seq;
}

const statement = ({ table, payout }: Listed, backwards: boolean) => `
  SELECT body FROM stripe_sandbox.${table}
  WHERE ${table === 'objects' ? 'kind = $1' : '$1::text IS NULL'} AND body @> $2::jsonb
    AND ($3::bigint IS NULL OR seq ${backwards ? '>' : '<'} $3::bigint)
    AND ($5::bigint IS NULL OR (body->>'created')::bigint > $5) AND ($6::bigint IS NULL OR (body->>'created')::bigint >= $6)
    AND ($7::bigint IS NULL OR (body->>'created')::bigint < $7) AND ($8::bigint IS NULL OR (body->>'created')::bigint <= $8)
    AND ($9::text[] IS NULL OR ${table === 'events' ? 'type = ANY ($9)' : 'true'})
    ${payout === undefined ? '' : "AND hidden->>'payout' = $10"}
  ORDER BY seq ${backwards ? 'ASC' : 'DESC'} LIMIT $4`;
