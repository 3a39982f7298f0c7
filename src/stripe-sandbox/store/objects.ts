import type { Kind, Kinds } from './kinds.js';
import type { Work } from './work.js';

/** `hidden` is what the stand-in must remember about an object and Stripe does not show. */
export async function insertObject<K extends Kind>(
  work: Work,
  body: Kinds[K] & { object: K },
  hidden: object = {},
): Promise<Kinds[K] & { object: K }> {
  await work.tx.rows('INSERT INTO stripe_sandbox.objects (id, kind, body, hidden) VALUES ($1, $2, $3, $4)', [
    body.id,
    body.object,
    JSON.stringify(body),
    JSON.stringify(hidden),
  ]);
  return body;
}

export async function findObject<K extends Kind>(work: Work, kind: K, id: string): Promise<Kinds[K] | undefined> {
  const found = await work.tx.row<{ body: Kinds[K] }>(
    'SELECT body FROM stripe_sandbox.objects WHERE id = $1 AND kind = $2',
    [id, kind],
  );
  return found?.body;
}

/** The object with its hidden part; nobody else changes it before this transaction ends. */
export function lockObject<K extends Kind, H = object>(
  work: Work,
  kind: K,
  id: string,
): Promise<{ body: Kinds[K]; hidden: H } | undefined> {
  return work.tx.row('SELECT body, hidden FROM stripe_sandbox.objects WHERE id = $1 AND kind = $2 FOR UPDATE', [
    id,
    kind,
  ]);
}

/** Stores the object as it is now, and its hidden part if one is given. */
export async function saveObject<K extends Kind>(work: Work, body: Kinds[K], hidden?: object): Promise<void> {
  await work.tx.rows(
    'UPDATE stripe_sandbox.objects SET body = $2, hidden = COALESCE($3::jsonb, hidden) WHERE id = $1',
    [body.id, JSON.stringify(body), hidden ? JSON.stringify(hidden) : null],
  );
}
