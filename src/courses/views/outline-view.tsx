import { Outline } from '../../web/index.js';
import type { OutlineItem, OutlineModule } from '../content-reader/index.js';

/** What a course is made of, for those who do not study it yet: lessons that are free can be opened. */
export function OutlineView({ course, outline }: { course: string; outline: OutlineModule[] }): JSX.Element {
  const open = ({ preview, slug }: OutlineItem) =>
    preview && { href: `/courses/${course}/previews/${slug}`, note: 'Free to read' };
  const modules = outline.map(({ title, items }) => ({
    title,
    items: items.map((item) => ({ ...item, ...open(item) })),
  }));
  return <Outline modules={modules} />;
}
