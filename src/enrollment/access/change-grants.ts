import type { Tx } from '../../database/index.js';
import type { Facts } from '../../jobs/index.js';
import { type AccessSource, lockEnrollments, openAmong, type Touched } from './touched-enrollments.js';

interface Change {
  /** What is set on the grants; `$4` and later are `parameters`. */
  set: string;
  /** Which of the source's grants; a repeated change finds none. */
  where: string;
  parameters: unknown[];
  /** The fact of an enrollment that opened or closed by it. */
  opened: string;
  closed: string;
  reason: string;
}

/** Changes one source's grants and tells of every enrollment that this opened or closed. Answers with those. */
export async function changeGrants(tx: Tx, facts: Facts, source: AccessSource, change: Change): Promise<Touched[]> {
  const touched = await lockEnrollments(tx, source);
  if (touched.length === 0) return [];
  await tx.rows(
    `UPDATE grants SET ${change.set}
     WHERE source_kind = $1 AND source_id = $2 AND enrollment_id = ANY($3::uuid[]) AND ${change.where}`,
    [source.sourceKind, source.sourceId, touched.map(({ enrollmentId }) => enrollmentId), ...change.parameters],
  );
  const open = await openAmong(tx, touched);
  const turned = touched.filter((each) => open.has(each.enrollmentId) !== each.open);
  for (const { open: wasOpen, ...each } of turned) {
    const { sourceKind, sourceId } = source;
    facts.record(tx, wasOpen ? change.closed : change.opened, { ...each, sourceKind, sourceId, reason: change.reason });
  }
  return turned;
}
