import { contentHash } from '../../shared/index.js';
import { keyOf } from '../../questions/index.js';
import { markQuestion } from '../marking/mark-question.js';
import { tally } from '../marking/score.js';
import { posed } from '../paper/posed.js';
import type { AffectedMark, Regrade } from './regrade.queries.js';
import { type Marked, regradeMark } from './regrade-mark.js';

/** One mark before and after. */
export interface MarkChange {
  questionId: string;
  before: Marked;
  after: Marked;
  possible: number;
}

/** One attempt before and after. */
export interface AttemptChange {
  of: AffectedMark;
  changes: MarkChange[];
  awarded: number;
  passed: boolean;
  /** It would lose its pass, which was not chosen: all of it stays as it was. */
  kept: boolean;
}

export interface DryRun {
  attempts: AttemptChange[];
  /** What the person who commits has seen. */
  digest: string;
}

/** What a regrade would change, attempt by attempt. */
export function dryRun(regrade: Regrade, affected: AffectedMark[]): DryRun {
  const attempts = [...Map.groupBy(affected, ({ attemptId }) => attemptId).values()].map((marks) =>
    attemptChange(regrade, marks),
  );
  const told = attempts.map(({ of, changes, awarded, passed, kept }) => ({
    ...{ attempt: of.attemptId, changes, awarded, passed, kept },
  }));
  return { attempts, digest: contentHash(told) };
}

/** The attempts in which something changes or would have. */
export const changed = ({ attempts }: DryRun): AttemptChange[] =>
  attempts.filter(({ changes, kept }) => changes.length > 0 || kept);

function attemptChange(regrade: Regrade, marks: AffectedMark[]): AttemptChange {
  const [of] = marks as [AffectedMark];
  const own = tally(marks);
  const rest = { awarded: of.total - own.awarded, possible: of.totalPossible - own.possible };
  const changes = marks
    .map((mark): MarkChange => {
      const before = { awarded: mark.awarded, critical: mark.critical, finding: mark.finding };
      const given = { policy: regrade.policy, possible: mark.possible, old: before, rest };
      return {
        ...{ questionId: mark.question.id, before, possible: mark.possible },
        after: regradeMark({ ...given, rescored: rescored(regrade, mark) }),
      };
    })
    .filter(({ before, after }) => before.awarded !== after.awarded || before.critical !== after.critical);
  const shift = tally(changes.map(({ before, after }) => ({ awarded: after.awarded - before.awarded, possible: 0 })));
  const { awarded } = tally([{ awarded: of.total, possible: 0 }, shift]);
  const criticals = changes.reduce(
    (sum, { before, after }) => sum + (after.critical ? 1 : 0) - (before.critical ? 1 : 0),
    of.criticals,
  );
  const passed = awarded >= of.cut && criticals === 0;
  const kept = of.passed && !passed && !regrade.lowers;
  return kept ? { of, changes: [], awarded: of.total, passed: true, kept } : { of, changes, awarded, passed, kept };
}

/** The answer marked by the other key. */
function rescored({ body, key }: Regrade, { question, settings, response }: AffectedMark): Marked | undefined {
  if (!body || !key) return undefined;
  const asPosed = posed(question, body, settings);
  return markQuestion(question, asPosed, keyOf(key, question), response);
}
