import type { OutlineItem } from '../../courses/index.js';
import { Outline, Progress as ProgressBar } from '../../web/index.js';
import type { Access } from '../enrollment.queries.js';
import { doneCount, isDone, itemAddress, itemsOf } from '../outline-position.js';
import { ruleOf, type Standing } from '../rules/rule-of.js';
import { WhenOpen } from './when-open.js';

interface CourseOutlineProps {
  access: Standing & Pick<Access, 'courseSlug' | 'title'>;
  /** The item that is open. */
  current?: string;
}

/** The outline of a course as the learner studies it: what is done, where one is, how far along. */
export function CourseOutline({ access, current }: CourseOutlineProps): JSX.Element {
  const { courseSlug: course, title, outline, progress } = access;
  const [done, count] = [doneCount(outline, progress), itemsOf(outline).length];
  const modules = outline.map((part) => ({
    title: part.title,
    items: part.items.map((item) => ({
      ...{ title: item.title, kind: item.kind, minutes: item.minutes },
      ...wayTo(course, item, access),
      done: isDone(progress, item),
      current: item.slug === current,
    })),
  }));
  return (
    <>
      <div class="player-course">
        <h2 safe>{title}</h2>
        <ProgressBar value={done} max={count} label={`Progress in ${title}`} text={`${done} of ${count} done`} />
      </div>
      <Outline modules={modules} marks />
    </>
  );
}

/** What is not open is no link: it says when it will be. */
function wayTo(course: string, item: OutlineItem, standing: Standing): { href: string } | { wait: JSX.Element } {
  const rule = ruleOf(item, standing);
  return rule.isOpen ? { href: itemAddress(course, item) } : { wait: <WhenOpen rule={rule} now={standing.now} /> };
}
