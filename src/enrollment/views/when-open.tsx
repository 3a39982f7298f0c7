import { Opening } from '../../web/index.js';
import { courseName } from '../../courses/index.js';
import type { Rule } from '../rules/rule-of.js';

/** When something opens, or which courses come first, each with its way there. */
export function WhenOpen({ rule, now }: { rule: Extract<Rule, { isOpen: false }>; now: Date }): JSX.Element {
  return (
    <span class="when-open">
      {rule.opensAt ? <Opening at={rule.opensAt} now={now} /> : ''}
      {rule.opensAt && rule.needs.length > 0 ? '. ' : ''}
      {rule.needs.length > 0 ? 'Complete first: ' : ''}
      {rule.needs.map((course, at) => (
        <>
          {at > 0 ? ', ' : ''}
          <a href={`/learn/${course}`} safe>
            {courseName(course)}
          </a>
        </>
      ))}
    </span>
  );
}
