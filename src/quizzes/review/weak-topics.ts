import type { Graded } from '../attempts/attempt.queries.js';
import { reaches, tally } from '../marking/score.js';
import type { Paper } from '../paper/paper.js';

/** The topics in which the marks did not reach the pass mark, in the order of the paper. */
export function weakTopics(
  paper: Paper,
  { topics, marks }: Pick<Graded, 'topics' | 'marks'>,
  passPercent: number,
): string[] {
  const byTopic = Map.groupBy(paper, ({ versionId }) => topics[versionId]!);
  const isWeak = (questions: Paper) =>
    !reaches(tally(questions.map(({ id, marks: possible }) => ({ awarded: marks[id] ?? 0, possible }))), passPercent);
  return [...byTopic].filter(([, questions]) => isWeak(questions)).map(([topic]) => topic);
}
