import { courseName } from '../../courses/index.js';
import { DomainError, formatInstant } from '../../shared/index.js';
import { findItem } from '../outline-position.js';
import { type Rule, ruleOf, type Standing } from './rule-of.js';

type Closed = Extract<Rule, { isOpen: false }>;

/** An item that is there but not open yet: programs are told when, or what has to be done before. */
export const notOpenYet = ({ opensAt, needs }: Closed) =>
  new DomainError('not_open_yet', sentenceOf({ opensAt, needs }), {
    kind: 'forbidden',
    data: { opensAt: opensAt?.toISOString() ?? null, needs },
  });

const sentenceOf = ({ opensAt, needs }: Pick<Closed, 'opensAt' | 'needs'>): string =>
  [
    opensAt && `This opens on ${formatInstant(opensAt)}.`,
    needs.length > 0 && `Complete before: ${needs.map(courseName).join(', ')}.`,
  ]
    .filter(Boolean)
    .join(' ');

/** An item that is not in the outline is somebody else's to refuse. @throws not_open_yet */
export function refuseClosed(standing: Standing, slug: string): void {
  const item = findItem(standing.outline, slug);
  const rule = item && ruleOf(item, standing);
  if (rule && !rule.isOpen) throw notOpenYet(rule);
}
