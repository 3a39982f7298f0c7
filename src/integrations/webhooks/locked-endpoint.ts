import type { Tx } from '../../database/index.js';
import { notFound } from '../../shared/index.js';

/** Holds an endpoint that was not removed. @throws not_found */
export async function lockedEndpoint(tx: Tx, id: string): Promise<{ isOpen: boolean }> {
  const found = await tx.row<{ isOpen: boolean }>(
    `SELECT closed_at IS NULL AS "isOpen" FROM webhook_endpoints
     WHERE id = $1 AND closed_because IS DISTINCT FROM 'removed' FOR UPDATE`,
    [id],
  );
  if (!found) throw notFound('webhook');
  return found;
}
