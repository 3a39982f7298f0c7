import type { OutlineModule } from '../../courses/index.js';
import { Outline, Progress as ProgressBar } from '../../web/index.js';
import { doneCount, isDone, itemAddress, itemsOf, type Progress } from '../outline-position.js';

interface CourseOutlineProps {
  course: string;
  title: string;
  outline: OutlineModule[];
  progress: Progress;
  /** The item that is open. */
  current?: string;
}

/** The outline of a course as the learner studies it: what is done, where one is, how far along. */
export function CourseOutline({ course, title, outline, progress, current }: CourseOutlineProps): JSX.Element {
  const [done, count] = [doneCount(outline, progress), itemsOf(outline).length];
  const modules = outline.map((part) => ({
    title: part.title,
    items: part.items.map((item) => ({
      ...item,
      href: itemAddress(course, item),
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
