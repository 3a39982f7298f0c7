import type { CourseSource, SourceQueries } from '../../courses/index.js';
import type { Runner, Tx } from '../../database/index.js';
import { courseMovedOn } from '../authoring.errors.js';

interface Base {
  id: string;
  tree: string;
}

/** The files that a draft began from or took in last. */
export const baseOf = (runner: Runner, draftId: string): Promise<Base | undefined> =>
  runner.row<Base>(
    `SELECT s.id, s.tree FROM draft_bases b JOIN content_sources s ON s.id = b.source_id
     WHERE b.draft_id = $1 ORDER BY b.number DESC LIMIT 1`,
    [draftId],
  );

/** Publishing never loses what others published meanwhile. @throws course_moved_on */
export async function refuseWhenMovedOn(
  tx: Tx,
  sources: SourceQueries,
  { id, course }: { id: string; course: string },
): Promise<CourseSource | undefined> {
  const [base, newest] = [await baseOf(tx, id), await sources.newest(course, tx)];
  if (newest && newest.tree !== base?.tree) throw courseMovedOn(newest.number);
  return newest;
}
