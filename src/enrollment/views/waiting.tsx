import type { Enrolled } from '../enrollment.queries.js';
import { itemsOf } from '../outline-position.js';
import { nextToOpen, ruleOf } from '../rules/rule-of.js';
import { WhenOpen } from './when-open.js';

/** Nothing is open: what comes, and when or after what. */
export function Waiting({ course }: { course: Enrolled }): JSX.Element {
  const item = nextToOpen(course)?.item ?? itemsOf(course.outline).find(({ slug }) => !course.progress[slug]);
  const rule = item && ruleOf(item, course);
  if (!rule || rule.isOpen) return '';
  return (
    <>
      <span safe>{`${item.title}: `}</span>
      <WhenOpen rule={rule} now={course.now} />
    </>
  );
}
