import type { Tx } from '../../database/index.js';
import { progressOf } from '../enrollment.queries.js';
import type { Progress } from '../outline-position.js';

/** What is done of an enrollment, in the transaction that has locked it. */
export async function progressIn(tx: Tx, enrollmentId: string): Promise<Progress> {
  const row = await tx.row<{ progress: Progress }>(`SELECT ${progressOf} FROM enrollments e WHERE e.id = $1`, [
    enrollmentId,
  ]);
  return row?.progress ?? {};
}
