import { type Finding, type Posed, questionType, type StoredKey } from '../../questions/index.js';
import type { PaperQuestion } from '../paper/paper.js';
import { chosen } from './chosen.js';
import { award, type Tally } from './score.js';

/** The mark of one place of a paper. */
export interface QuestionMark extends Tally {
  id: string;
  versionId: string;
  part: string | null;
  finding: Finding | null;
  /** Why this answer fails the attempt, whatever else was right. */
  critical: string | null;
  /** What was answered, for those who study the item. */
  chosen: string[] | null;
}

/**
 * Marks one answer; one that was not given earns nothing. Of a critical item, wrong means failed.
 * @returns undefined for an answer that an examiner marks
 */
export function markQuestion(
  question: PaperQuestion,
  asPosed: Posed,
  key: StoredKey,
  response: object | null,
): QuestionMark | undefined {
  const type = questionType(question.type);
  if (type.manual && response) return undefined;
  const outcome = response ? type.mark(key.right, response, asPosed) : { credit: 0 };
  const isMissed = question.critical === true && outcome.credit < 1;
  return {
    id: question.id,
    versionId: question.versionId,
    part: question.part ?? null,
    awarded: award(question.marks, outcome.credit),
    possible: question.marks,
    finding: outcome.finding ?? null,
    critical: outcome.critical ?? (isMissed ? 'A critical item was not answered right.' : null),
    chosen: chosen(response, question.slots),
  };
}
