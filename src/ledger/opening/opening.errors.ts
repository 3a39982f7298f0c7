import { DomainError, invalidField } from '../../shared/index.js';
import type { OpeningProblem } from './read-opening-file.js';

/** Every problem is told in `problems`; the sentence names the first. */
export function openingRefused(problems: readonly OpeningProblem[]): DomainError {
  const { row, field, sentence } = problems[0]!;
  const others = problems.length === 1 ? '' : ` There are ${problems.length} problems in all.`;
  const said = `Line ${row}${field ? `, ${field}` : ''}: ${sentence}${others}`;
  return new DomainError('opening_refused', said, { kind: 'invalid', fields: { csv: said }, data: { problems } });
}

export const openingPosted = (number: number): DomainError => {
  const said = `This file was posted before, as entry ${number}.`;
  return new DomainError('opening_posted', said, { kind: 'conflict', fields: { csv: said }, data: { number } });
};

export const openingChanged = (): DomainError =>
  invalidField('csv', 'This is not the file that was checked. Check it again before you post it.', 'opening_changed');
