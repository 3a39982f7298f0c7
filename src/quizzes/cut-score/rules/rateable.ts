import type { PoolQuestion } from '../../../questions/index.js';
import type { Paper } from '../../paper/paper.js';
import type { DrawnItem } from './paper-cut.js';

/** The items of a paper under the names by which a panel rated them. */
export function rateable(paper: Paper, pool: PoolQuestion[]): DrawnItem[] {
  const byVersion = new Map(pool.map((question) => [question.versionId, question]));
  return paper.map(({ versionId, part, marks }) => {
    const { questionId, difficulty } = byVersion.get(versionId)!;
    return { questionId, difficulty, part: part ?? null, marks };
  });
}
