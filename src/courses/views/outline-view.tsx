import { courseName } from './course-name.js';
import { LocalTime, Outline } from '../../web/index.js';
import type { OutlineItem, OutlineModule } from '../content-reader/index.js';

/** What a course is made of, for those who do not study it yet: lessons that are free can be opened. */
export function OutlineView({ course, outline }: { course: string; outline: OutlineModule[] }): JSX.Element {
  const open = ({ preview, slug }: OutlineItem) =>
    preview && { href: `/courses/${course}/previews/${slug}`, note: 'Free to read' };
  const modules = outline.map(({ title, complete, items }) => ({
    title: `${title}${complete ? asked[complete] : ''}`,
    items: items.map((item) => ({
      ...{ title: item.title, kind: item.kind, minutes: item.minutes, ...open(item) },
      ...((item.opens ?? item.needs) && { wait: <Later item={item} /> }),
    })),
  }));
  return <Outline modules={modules} />;
}

const asked = { any: ' (one of these)', none: ' (if you like)' };

/** What does not open at once says so before anybody pays. */
function Later({ item: { opens, needs = [] } }: { item: OutlineItem }): JSX.Element {
  return (
    <>
      {opens && 'days' in opens ? <span safe>{afterDays(opens.days)}</span> : ''}
      {opens && 'on' in opens ? (
        <>
          Opens <LocalTime at={new Date(opens.on)} />
        </>
      ) : (
        ''
      )}
      {opens && needs.length > 0 ? '. ' : ''}
      {needs.length > 0 ? 'Complete first: ' : ''}
      {needs.map((needed, at) => (
        <>
          {at > 0 ? ', ' : ''}
          <a href={`/courses/${needed}`} safe>
            {courseName(needed)}
          </a>
        </>
      ))}
    </>
  );
}

const afterDays = (days: number) => `Opens ${days === 1 ? 'one day' : `${days} days`} after you begin`;
