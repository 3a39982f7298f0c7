import { courseName } from './course-name.js';
import { counted, LocalTime, Outline, T, t, written } from '../../web/index.js';
import type { OutlineItem, OutlineModule } from '../content-reader/index.js';

/** What a course is made of, for those who do not study it yet: lessons that are free can be opened. */
export function OutlineView({ course, outline }: { course: string; outline: OutlineModule[] }): JSX.Element {
  const open = ({ preview, slug }: OutlineItem) =>
    preview && { href: `/courses/${course}/previews/${slug}`, note: t('Free to read') };
  const modules = outline.map(({ title, complete, items }) => ({
    title: `${title}${complete ? asked[complete]() : ''}`,
    items: items.map((item) => ({
      ...{ title: item.title, kind: item.kind, minutes: item.minutes, ...open(item) },
      ...((item.opens ?? item.needs) && { wait: <Later item={item} /> }),
    })),
  }));
  return <Outline modules={modules} />;
}

const asked = { any: () => ` (${t('one of these')})`, none: () => ` (${t('if you like')})` };

/** What does not open at once says so before anybody pays. */
function Later({ item: { opens, needs = [] } }: { item: OutlineItem }): JSX.Element {
  return (
    <>
      {opens && 'days' in opens ? (
        <span safe>{counted(opens.days, 'Opens one day after you begin', 'Opens {count} days after you begin')}</span>
      ) : (
        ''
      )}
      {opens && 'on' in opens ? (
        <>
          <T>Opens</T> <LocalTime at={new Date(opens.on)} />
        </>
      ) : (
        ''
      )}
      {opens && needs.length > 0 ? '. ' : ''}
      {needs.length > 0 ? (
        <>
          <T>Complete first:</T>{' '}
        </>
      ) : (
        ''
      )}
      {needs.map((needed, at) => (
        <>
          {at > 0 ? ', ' : ''}
          <a href={`/courses/${needed}`} lang={written()} safe>
            {courseName(needed)}
          </a>
        </>
      ))}
    </>
  );
}
