import { exact } from '../../questions/index.js';
import { DomainError } from '../../shared/index.js';

interface Criterion {
  id: string;
  marks: number;
}

/** The sum of a filled rubric. @throws rubric_incomplete, naming each criterion without a mark or with too many */
export function rubricScore(rubric: Criterion[], scores: Record<string, number>): number {
  const wrong = rubric.flatMap(({ id, marks }): [string, string][] => {
    const given = scores[id];
    if (given === undefined) return [[`scores.${id}`, 'Give a mark for this criterion.']];
    return given >= 0 && given <= marks ? [] : [[`scores.${id}`, `Give from 0 to ${marks}.`]];
  });
  const unknown = Object.keys(scores).find((id) => !rubric.some((criterion) => criterion.id === id));
  if (unknown !== undefined) wrong.push([`scores.${unknown}`, 'The rubric has no such criterion.']);
  if (wrong.length > 0) {
    throw new DomainError('rubric_incomplete', 'The rubric is not filled in as it must be.', {
      kind: 'invalid',
      fields: Object.fromEntries(wrong),
    });
  }
  return rubric.reduce((sum, { id }) => sum.plus(scores[id]!), exact('0')).toNumber();
}
